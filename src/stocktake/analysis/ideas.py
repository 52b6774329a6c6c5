"""What a session looks at in a stock: ideas that few had, concrete objectives, arrangements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from stocktake.analysis.matching import Text, matchers
from stocktake.analysis.promising import details, is_concrete
from stocktake.analysis.sources import Sources
from stocktake.lexicon import Lexicon
from stocktake.lexicon.followup import manner
from stocktake.lexicon.programme import ProgrammeWords
from stocktake.model import (
    Arrangement,
    CaseStudy,
    Idea,
    Objective,
    Position,
    PositionStance,
    Proposal,
    Scheme,
    SchemeKind,
    Stance,
    Statement,
    Stock,
)


@dataclass(frozen=True, slots=True)
class Ground:
    """A stock with the sources of its statements, and the words by which they are looked at."""

    stock: Stock
    sources: Sources
    lexicon: Lexicon
    words: ProgrammeWords

    @property
    def proposals(self) -> list[Proposal]:
        """The proposals about a theme that is not the process's own text."""
        subject = {scheme.subject for scheme in self.stock.schemes}
        return [item for item in self.stock.proposals if set(item.theme_codes) - subject]


def ideas(ground: Ground) -> tuple[Idea, ...]:
    """What at least one and at most ``idea_supporters`` actors ask for and nobody speaks against:
    first what has case studies, then by number of the proposal."""
    positions = _by_target(ground.stock.positions)
    studies = list(_themed(ground))
    most = ground.words.numbers["idea_supporters"]
    found = []
    for proposal in ground.proposals:
        held = positions[proposal.id]
        supporters = {item.actor_id for item in held if item.stance is PositionStance.SUPPORTS}
        counted = sum(item.counts for item in held if item.stance is PositionStance.SUPPORTS)
        if 1 <= counted <= most and not _contradicted(held):
            told = tuple(_told_by(proposal, supporters, studies, ground))
            found.append((not told, proposal.number, Idea(proposal.id, counted, told)))
    return tuple(idea for _, _, idea in sorted(found, key=lambda item: item[:2]))


def objectives(ground: Ground) -> tuple[Objective, ...]:
    """Proposals that name who should act and ask for a deed, and what actors bind themselves to
    with a figure or date, about a theme; those that tell most come first."""
    statements = {item.id: item for item in ground.stock.statements}
    asked = []
    for proposal in ground.proposals:
        told = [_objective(proposal, item, ground) for item in _asking(proposal, statements)]
        asked.append(max((item for item in told if item), key=_tells, default=None))
    found = [item for item in (*asked, *_bound(ground)) if item]
    return tuple(sorted(found, key=lambda item: -_tells(item)))


def arrangements(ground: Ground) -> tuple[Arrangement, ...]:
    """Proposals that name an institution, partners, means or a review: those that name a review
    first, then those that tell most, then those on which most actors took a position."""
    statements = {item.id: item for item in ground.stock.statements}
    positions = _by_target(ground.stock.positions)
    found = []
    for proposal in ground.proposals:
        made = _arrangement(proposal, statements[proposal.wording_id], ground)
        if made:
            heard = sum(item.counts for item in positions[proposal.id] if _is_taken(item))
            kinds = sum(map(bool, (made.institutions, made.partners, made.means)))
            found.append((not made.review, -kinds, -heard, proposal.number, made))
    return tuple(made for *_, made in sorted(found, key=lambda item: item[:4]))


def _by_target(positions: Iterable[Position]) -> Mapping[str, list[Position]]:
    found: dict[str, list[Position]] = defaultdict(list)
    for item in positions:
        found[item.target].append(item)
    return found


def _contradicted(held: Iterable[Position]) -> bool:
    against = {PositionStance.OPPOSES, PositionStance.MIXED}
    return any(item.stance in against for item in held)


def _is_taken(position: Position) -> bool:
    return position.stance is not PositionStance.SILENT


def _themed(ground: Ground) -> Iterator[tuple[CaseStudy, frozenset[str]]]:
    """Case studies with the codes of the themes of which terms stand in them."""
    schemes = [item for item in ground.stock.schemes if item.kind is SchemeKind.THEMES]
    for study in ground.stock.case_studies:
        language = ground.sources.language(study.document_id)
        yield study, frozenset(_codes(schemes, study.passage.text, language))


def _codes(schemes: list[Scheme], text: str, language: str) -> set[str]:
    found: set[str] = set()
    for matcher in matchers(schemes, language):
        found |= matcher.codes(Text.of(text), SchemeKind.THEMES)
    return found


def _told_by(
    proposal: Proposal,
    supporters: set[str],
    studies: Iterable[tuple[CaseStudy, frozenset[str]]],
    ground: Ground,
) -> Iterator[str]:
    """Case studies about a theme of the proposal, told by one who supports it."""
    for study, codes in studies:
        source = ground.sources.input_of(study.document_id)
        if source and codes & set(proposal.theme_codes) and supporters & set(source.actor_ids):
            yield study.id


def _asking(proposal: Proposal, statements: Mapping[str, Statement]) -> Iterator[Statement]:
    """The statements that ask for a proposal, its wording first."""
    for id_ in dict.fromkeys((proposal.wording_id, *proposal.statement_ids)):
        if statements[id_].stance is not Stance.OPPOSES:
            yield statements[id_]


def _objective(proposal: Proposal, statement: Statement, ground: Ground) -> Objective | None:
    if not statement.addressees:
        return None
    language = ground.sources.language(statement.document_id)
    made = ground.sources.day(statement.document_id)
    content = statement.content.text
    context = f" ({statement.context.text})" if statement.context else ""
    told = details(f"{content}{context}", language, made, ground.lexicon)
    if not is_concrete(content, "", told, ground.lexicon.process):
        return None
    actors = statement.addressees
    return Objective(statement.id, proposal.id, actors, told.figures, told.due_words)


def _bound(ground: Ground) -> Iterator[Objective]:
    """Commitments with a figure or date, made in statements about a theme."""
    themed = {
        item.statement_id for item in ground.stock.assignments if item.scheme is SchemeKind.THEMES
    }
    for item in ground.stock.commitments:
        if item.statement_id in themed and (item.figures or item.due_words):
            yield Objective(
                item.statement_id or "", "", item.actor_ids, item.figures, item.due_words
            )


def _tells(objective: Objective) -> int:
    return bool(objective.figures) + bool(objective.due)


def _arrangement(proposal: Proposal, wording: Statement, ground: Ground) -> Arrangement | None:
    language = ground.sources.language(wording.document_id)
    text = wording.content.text
    found = manner(text, language)
    made = Arrangement(
        proposal.id,
        ground.words.institutions_in(text, language),
        found.with_whom,
        found.by_what_means,
        ground.words.reviewing_in(text, language),
    )
    return None if made == Arrangement(proposal.id) else made
