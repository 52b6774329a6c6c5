"""What became of what was asked, in the drafts of a workspace; and what people say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stocktake import analysis, legal, store
from stocktake.errors import NotFoundError, UsageError
from stocktake.lexicon.offices import voice_of
from stocktake.lexicon.tracing import tracing
from stocktake.model import (
    Actor,
    Course,
    Disposition,
    DispositionStatus,
    Document,
    Draft,
    Quotation,
    Review,
    ReviewState,
    Said,
    SchemeKind,
    Stock,
    TracedDraft,
    Tracing,
    content_id,
    said_by,
)
from stocktake.model.dispositions import SEVERAL, STATUS
from stocktake.services import clock, drafts
from stocktake.services.deciding import Person
from stocktake.services.drafts import OneDraft
from stocktake.services.tracing import Embed, kept, traced
from stocktake.services.workspace import Workspace

_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Wish:
    """What is traced: into the drafts up to the one with that *label* (None: the latest), the
    proposals or, with *actor*, what that one asked; *embedder* as for ``stocktake.trace``."""

    label: str | None = None
    actor: Actor | None = None
    embedder: str = "best"


def trace(workspace: Workspace, stock: Stock, wish: Wish) -> Tracing:
    """What became of what was asked about a theme of the scheme, draft after draft; of what an
    actor asked about other things, only what a draft has.

    NotFoundError if there is no draft, ModelMissingError for an embedder that is not installed.
    """
    asks = [*_own(stock, wish.actor)] if wish.actor else [*_proposals(stock)]
    wanted = [*_up_to(drafts.every(workspace), wish.label)]
    with workspace.store() as base, base.reading() as connection:
        said = said_by(store.reviews(connection))
    found = _tracing(asks, wanted, said, kept(workspace, wish.embedder))
    return _on_subject(found, stock) if wish.actor else found


def if_there(workspace: Workspace, stock: Stock) -> Tracing | None:
    """What became of the proposals in the drafts; None if there is no draft."""
    return trace(workspace, stock, Wish()) if drafts.versions(workspace) else None


def as_frozen(workspace: Workspace, stock: Stock) -> Tracing | None:
    """What became of the proposals in the drafts that a stock knew; None if it knew none."""
    labels = [draft.label for draft in stock.drafts]
    return trace(workspace, stock, Wish(labels[-1])) if labels else None


def judge(workspace: Workspace, tracing: Tracing, which: str, said: Said, person: Person) -> Review:
    """Keep what a person says of a disposition of *tracing* (the beginning of its id); every later
    tracing respects it. NotFoundError if there is no such one, UsageError for no such provision.
    """
    found = _find(tracing, which)
    _check(tracing, found, said)
    when = person.at or clock.now()
    value = SEVERAL.join((said.status, *(said.provision_ids or ())))
    with workspace.store() as base, base.writing() as connection:
        review = Review(
            id=content_id(found.id, value, said.state, person.name, when),
            record_id=found.id,
            state=said.state,
            field=STATUS,
            machine_value=SEVERAL.join((found.status, *found.provision_ids)),
            human_value=value,
            reviewer=person.name,
            at=when,
            note=person.note,
        )
        store.add_review(connection, review)
    return review


def documents(workspace: Workspace, tracing: Tracing) -> dict[str, Document]:
    """The documents that a tracing cites, by id; those of drafts are titled by their labels."""
    labels = {one.document_id: one.label for one in tracing.drafts}
    asked = {course.last.document_id for course in tracing.courses} - {None}
    with workspace.store() as base, base.reading() as connection:
        found = [*store.documents(connection, sorted({*labels, *map(str, asked)}))]
    return {item.id: replace(item, title=labels.get(item.id, item.title)) for item in found}


def told(
    tracing: Tracing, which: str, status: DispositionStatus, provisions: Sequence[str] | None
) -> Said:
    """What a person says by a status alone, which confirms what the machine found if it is the
    same, or by a status with provisions. NotFoundError if there is no such disposition."""
    found = _find(tracing, which)
    if not provisions and found.status is status:
        return Said(ReviewState.CONFIRMED, status)
    kept = () if status is DispositionStatus.ABSENT else found.provision_ids
    return Said(ReviewState.EDITED, status, tuple(provisions) if provisions else kept)


def _find(found: Tracing, which: str) -> Disposition:
    every = [item for course in found.courses for item in course.dispositions]
    near = [item for item in every if len(which) >= _SHORTEST and item.id.startswith(which)]
    if len(near) != 1:
        raise NotFoundError(
            f"{'no' if not near else 'more than one'} disposition begins with {which!r}.",
            remedy=f"Give {_SHORTEST} or more digits of an id of: stocktake draft trace",
        )
    return near[0]


def _check(found: Tracing, disposition: Disposition, said: Said) -> None:
    draft = next(one.draft for one in found.drafts if one.draft.id == disposition.draft_id)
    known = {item.id for item in draft.provisions}
    strange = [id_ for id_ in said.provision_ids or () if id_ not in known]
    if strange:
        raise UsageError(
            f"the draft has no provision {strange[0]!r}.",
            remedy="See them with: stocktake draft show",
        )
    named = said.provision_ids if said.state is ReviewState.EDITED else disposition.provision_ids
    if said.status is not DispositionStatus.ABSENT and not named:
        raise UsageError(
            f"what is {said.status} stands in a provision.",
            remedy="Name it with --provision; see them with: stocktake draft show",
        )


def _up_to(every: Sequence[OneDraft], label: str | None) -> Iterator[OneDraft]:
    if not every:
        raise NotFoundError("there is no draft yet.", remedy="Add one: stocktake draft add FILE")
    labels = [one.version.label for one in every]
    if label is not None and label not in labels:
        remedy = f"There are: {', '.join(labels)}."
        raise NotFoundError(f"there is no draft {label!r}.", remedy=remedy)
    last = len(every) if label is None else labels.index(label) + 1
    yield from every[:last]


def _proposals(stock: Stock) -> Iterator[analysis.Traced]:
    """The wording of each proposal that is about a theme."""
    known = {item.id: item for item in stock.statements}
    for proposal in stock.proposals:
        if proposal.theme_codes:
            yield traced(known[proposal.wording_id], proposal.id)


def _own(stock: Stock, who: Actor) -> Iterator[analysis.Traced]:
    """What an actor asks for in its own words, in the order of the stock."""
    for item in stock.statements:
        if analysis.is_wish(item) and who.id in {voice_of(a.id) for a in item.actors}:
            yield traced(item, item.id)


def _on_subject(found: Tracing, stock: Stock) -> Tracing:
    """Only what is about a theme or the people of whom the last draft speaks, or was surely found
    in a draft."""
    themed = {item.statement_id for item in stock.assignments if item.scheme is SchemeKind.THEMES}
    asks = [one.last.ask for one in found.courses]
    named = analysis.of_its_people(asks, found.drafts[-1].draft)
    kept = [
        one
        for one, is_named in zip(found.courses, named, strict=True)
        if is_named or one.last.proposal_id in themed or _is_found(one)
    ]
    return replace(found, courses=tuple(kept))


def _is_found(course: Course) -> bool:
    """Whether a draft has it beyond the doubt that is allowed of what is on the subject, or a
    person said anything of it."""
    return any(
        item.review is not ReviewState.MACHINE
        or (item.status.is_in and item.confidence >= tracing().surely_reflected)
        for item in course.dispositions
    )


def _tracing(
    asks: Sequence[analysis.Traced],
    wanted: Sequence[OneDraft],
    said: Mapping[str, Said],
    vectors: Embed | None,
) -> Tracing:
    made = [analysis.trace_both_ways(asks, one.draft, vectors) for one in wanted]
    courses = tuple(
        Course(tuple(_said(item, one.draft, said) for item, one in zip(row, wanted, strict=True)))
        for row in zip(*(each.dispositions for each in made), strict=True)
    )
    found = tuple(
        TracedDraft(
            one.version.label,
            one.document.id,
            one.draft,
            each.asking,
            each.unasked,
            one.version.date,
        )
        for one, each in zip(wanted, made, strict=True)
    )
    return Tracing(found, courses, analysis.how(vectors))


def _said(item: Disposition, draft: Draft, said: Mapping[str, Said]) -> Disposition:
    """A disposition as a person left it."""
    told = said.get(item.id)
    if told is None:
        return item
    if told.provision_ids is None:
        return replace(item, status=told.status, review=told.state)
    return replace(
        item,
        status=told.status,
        provision_ids=told.provision_ids,
        found=tuple(_quotations(draft, told.provision_ids)),
        differences=(),
        review=told.state,
    )


def _quotations(draft: Draft, ids: Iterable[str]) -> Iterator[Quotation]:
    own = legal.own_ranges(draft)
    headed = {item.id: item.heading for item in draft.provisions}
    for id_ in ids:
        heading = headed[id_]
        for start, end in own[id_] or ((heading,) if heading else ()):
            yield Quotation(start, end, draft.text[start:end])
