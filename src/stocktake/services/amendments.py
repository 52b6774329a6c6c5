"""What the inputs of a workspace propose to change in a draft, and how it fares there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from stocktake import extractors, legal, lexicon, store
from stocktake.errors import NotFoundError
from stocktake.lexicon import Lexicon
from stocktake.lexicon.drafts import draft_words
from stocktake.model import (
    Amendment,
    AmendmentResult,
    Document,
    Endorsement,
    Input,
    Issue,
    Statement,
    Stock,
)
from stocktake.services import drafts, tracked
from stocktake.services.drafts import OneDraft
from stocktake.services.proving_amendments import Proven, prove_all
from stocktake.services.reporting import last_stock
from stocktake.services.tracked import WordFile
from stocktake.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Proposed:
    """All amendments that inputs propose, with the inputs, their documents and the actors' names
    by id; *endorsements* tell who is for or against what others propose, *issues* what was
    refused."""

    amendments: tuple[Amendment, ...]
    inputs: Mapping[str, Input]
    documents: Mapping[str, Document]
    names: Mapping[str, str]
    issues: tuple[Issue, ...]
    endorsements: tuple[Endorsement, ...] = ()


@dataclass(frozen=True, slots=True)
class OnDraft:
    """How the amendments fare on one draft, and the text with all that fit."""

    one: OneDraft
    results: tuple[AmendmentResult, ...]
    text: str
    proposed: Proposed


def proposed(workspace: Workspace) -> Proposed:
    """What the inputs of the last stock propose; NotFoundError if no stock was taken yet."""
    stock = last_stock(workspace)
    inputs = {item.id: item for item in stock.inputs}
    known = lexicon.load(workspace.lexicon)
    with workspace.store() as base, base.reading() as connection:
        ids = _read_last(store.results(connection).values(), inputs)
        documents = {item.id: item for item in store.documents(connection, ids)}
    found: list[Amendment] = []
    issues: list[Issue] = []
    sides: list[Endorsement] = []
    said = _by_document(stock)
    for document in sorted(documents.values(), key=lambda item: item.id):
        source = Source(document, inputs[document.input_id], said.get(document.id, ()))
        proven = _found(source, known, workspace)
        found += proven.amendments
        issues += proven.issues
        sides += extractors.endorsed(
            document, source.input_, source.statements, known, workspace.lexicon
        )
    names = _names(found, known) | _names_of(sides, known)
    return Proposed(tuple(found), inputs, documents, names, tuple(issues), tuple(sides))


@dataclass(frozen=True, slots=True)
class Source:
    """A document, its input, and the statements found in it."""

    document: Document
    input_: Input
    statements: tuple[Statement, ...]


def on_draft(workspace: Workspace, label: str | None = None) -> OnDraft:
    """How the amendments fare on the draft with that label, or the latest.

    Each is read against the draft that stood when it was handed in, and carried over from there:
    where the text has changed since, it is listed as to be confirmed. NotFoundError if there is no
    such draft or no stock.
    """
    every = drafts.every(workspace)
    one = _named(every, label, workspace)
    before = [item for item in every if item.version.place <= one.version.place]
    all_of_them = proposed(workspace)
    known = lexicon.load(workspace.lexicon)
    changed = tuple(
        tracked.amendments(workspace, _word_files(all_of_them, before), known, one.draft)
    )
    anchored = tuple(_anchored(all_of_them.amendments, before, workspace))
    sided = legal.endorsed(one.draft, (*anchored, *changed), all_of_them.endorsements)
    amended = legal.amend(one.draft, sided, draft_words(workspace.lexicon))
    named = replace(all_of_them, names={**all_of_them.names, **_names(changed, known)})
    return OnDraft(one, amended.results, amended.text, named)


def _word_files(known: Proposed, before: list[OneDraft]) -> list[WordFile]:
    """The Word files among the inputs and the drafts, each once."""
    files = {
        item.version.source: WordFile(
            item.version.source, item.version.name, item.version.document_id
        )
        for item in before
        if item.version.name.lower().endswith(tracked.SUFFIX)
    }
    for document in known.documents.values():
        input_ = known.inputs[document.input_id]
        if input_.name.lower().endswith(tracked.SUFFIX):
            files[input_.id] = WordFile(input_.id, input_.name, document.id, input_.actor_ids)
    return list(files.values())


def _named(every: tuple[OneDraft, ...], label: str | None, workspace: Workspace) -> OneDraft:
    if not every or label is not None:
        return drafts.one(workspace, label)
    return every[-1]


def _anchored(
    amendments: Iterable[Amendment], before: list[OneDraft], workspace: Workspace
) -> Iterator[Amendment]:
    """The amendments tied to the last of the drafts, by way of the one they were made to."""
    words = draft_words(workspace.lexicon)
    groups: dict[int, list[Amendment]] = {}
    for item in amendments:
        groups.setdefault(_made_to(item, before), []).append(item)
    last = before[-1].draft
    for number in sorted(groups):
        draft = before[number].draft
        tied = [legal.anchor(draft, item, words) for item in groups[number]]
        if draft.id == last.id:
            yield from tied
            continue
        yield from legal.carry(tied, last, legal.align(draft, last))


def _made_to(amendment: Amendment, before: list[OneDraft]) -> int:
    """The draft that stood on the day of the input: the last one dated by then."""
    if amendment.date is None:
        return len(before) - 1
    day = amendment.date
    stood = [number for number, item in enumerate(before) if (item.version.date or "") <= day]
    return stood[-1] if stood else 0


def _found(source: Source, known: Lexicon, workspace: Workspace) -> Proven:
    offered = (
        candidate
        for _, extractor in extractors.AMENDMENTS
        for candidate in extractor.extract(
            source.document, source.input_, source.statements, known, workspace.lexicon
        )
    )
    return prove_all(source.document, source.input_, offered)


def _read_last(results: Iterable[store.Kept], inputs: Mapping[str, Input]) -> list[str]:
    """The document that each input was last read into."""
    last = {
        item.input_id: item.document_id
        for item in sorted(results, key=lambda item: item.number)
        if item.document_id and item.input_id in inputs
    }
    return sorted(set(last.values()))


def _by_document(stock: Stock) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = {}
    for item in stock.statements:
        found.setdefault(item.document_id, []).append(item)
    return {id_: tuple(items) for id_, items in found.items()}


def _names(found: Iterable[Amendment], known: Lexicon) -> dict[str, str]:
    ids = {id_ for item in found for id_ in (*item.actors, *item.supporters, *item.opponents)}
    return {id_: _name(id_, known) for id_ in sorted(ids)}


def _names_of(sides: Iterable[Endorsement], known: Lexicon) -> dict[str, str]:
    return {id_: _name(id_, known) for item in sides for id_ in item.actors}


def _name(actor_id: str, known: Lexicon) -> str:
    try:
        return known.actors.get(actor_id).name
    except NotFoundError:
        return actor_id
