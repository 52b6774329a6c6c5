"""Looking up the records of a stock by what a report asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stocktake.lexicon.offices import voice_of
from stocktake.lexicon.wording import Quantifier
from stocktake.model import (
    Actor,
    ActorKind,
    CaseStudy,
    Document,
    Fact,
    FactKind,
    Input,
    LedgerStatus,
    Position,
    Proposal,
    Quotation,
    Scheme,
    SchemeKind,
    Statement,
    Stock,
    Theme,
)


@dataclass(frozen=True)
class Records:
    """A stock with the texts of its documents (by id), and its indexes, each made when needed.

    *quantifiers* is the table of words for numbers of actors.
    """

    stock: Stock
    texts: Mapping[str, Document]
    quantifiers: Sequence[Quantifier]

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.stock.actors}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.stock.statements}

    @cached_property
    def inputs(self) -> dict[str, Input]:
        return {item.id: item for item in self.stock.inputs}

    @cached_property
    def proposals(self) -> dict[str, Proposal]:
        return {item.id: item for item in self.stock.proposals}

    @cached_property
    def studies(self) -> dict[str, CaseStudy]:
        return {item.id: item for item in self.stock.case_studies}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each input, by id, in the stock's canonical order."""
        return {item.id: position for position, item in enumerate(self.stock.inputs)}

    @cached_property
    def positions(self) -> dict[str, tuple[Position, ...]]:
        """The positions on each proposal id, and on each theme as ``theme:CODE``."""
        found: dict[str, list[Position]] = defaultdict(list)
        for position in self.stock.positions:
            found[position.target].append(position)
        return {target: tuple(positions) for target, positions in found.items()}

    @cached_property
    def codes(self) -> dict[str, frozenset[tuple[SchemeKind, str]]]:
        """What each statement, by id, is about."""
        found: dict[str, set[tuple[SchemeKind, str]]] = defaultdict(set)
        for item in self.stock.assignments:
            found[item.statement_id].add((item.scheme, item.code))
        return {statement: frozenset(codes) for statement, codes in found.items()}

    @cached_property
    def themes(self) -> dict[str, tuple[str, ...]]:
        """The codes of the themes that statements, by their ids, are about."""
        found: dict[str, list[str]] = defaultdict(list)
        for item in self.stock.assignments:
            if item.scheme is SchemeKind.THEMES:
                found[item.statement_id].append(item.code)
        return {statement: tuple(codes) for statement, codes in found.items()}

    @cached_property
    def _about(self) -> dict[tuple[SchemeKind, str], tuple[Statement, ...]]:
        found: dict[tuple[SchemeKind, str], list[Statement]] = defaultdict(list)
        for statement in self.stock.statements:
            for code in self.codes.get(statement.id, ()):
                found[code].append(statement)
        return {code: tuple(statements) for code, statements in found.items()}

    def about(self, kind: SchemeKind, code: str) -> tuple[Statement, ...]:
        """The statements about one entry of a scheme, in the stock's order."""
        return self._about.get((kind, code), ())

    @cached_property
    def _letters(self) -> dict[str, list[tuple[int, int, int]]]:
        """Where texts of campaigns stand, by document: from, to, and the campaign's number."""
        found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, campaign in enumerate(self.stock.campaigns, 1):
            for text in campaign.texts:
                found[text.document_id].append((text.start, text.end, number))
        return found

    def campaigns_of(self, statement: Statement) -> set[int]:
        """The numbers of the campaigns in whose texts a statement stands."""
        at, places = statement.content.start, self._letters.get(statement.document_id, ())
        return {number for start, end, number in places if start <= at < end}

    def is_spoken_of(self, theme: Theme) -> bool:
        """Whether any statement is about a theme."""
        return bool(self.about(SchemeKind.THEMES, theme.code))

    def on_themes(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """Those of some statements that are about a theme of the scheme."""
        return tuple(item for item in statements if item.id in self.themes)

    def scheme(self, kind: SchemeKind) -> Scheme | None:
        return next((scheme for scheme in self.stock.schemes if scheme.kind is kind), None)

    def entries(self, kind: SchemeKind) -> tuple[Theme, ...]:
        """The entries of the scheme of a kind, in its order; none if there is no scheme."""
        scheme = self.scheme(kind)
        return scheme.themes if scheme else ()

    def name(self, actor_id: str) -> str:
        actor = self.actors.get(actor_id)
        return actor.name if actor else actor_id

    def region(self, actor_id: str) -> str | None:
        actor = self.actors.get(actor_id)
        return actor.region if actor and actor.kind is ActorKind.STATE else None

    def names(self, actor_ids: Iterable[str]) -> list[str]:
        """The names of actors, each once, in alphabetical order."""
        return sorted({self.name(actor_id) for actor_id in actor_ids}, key=alphabetical)

    def input_of(self, document_id: str) -> Input | None:
        document = self.texts.get(document_id)
        return self.inputs.get(document.input_id) if document else None

    def facts(self, kind: FactKind) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.stock.facts if fact.kind is kind)

    @cached_property
    def authors(self) -> frozenset[str]:
        """The ids of the actors that handed in something."""
        return frozenset(actor for item in self.stock.inputs for actor in item.actor_ids)

    @cached_property
    def unread(self) -> frozenset[str]:
        """The ids of the authors of whose inputs none could be read."""
        read = {
            entry.input_id for entry in self.stock.ledger if entry.status is not LedgerStatus.FAILED
        }
        heard = {actor for item in self.stock.inputs if item.id in read for actor in item.actor_ids}
        return self.authors - heard

    @cached_property
    def voices(self) -> frozenset[str]:
        """The ids of the actors that handed in something or to which a statement is ascribed."""
        return self.authors | speakers(self.stock.statements)

    @cached_property
    def counted(self) -> frozenset[str]:
        """The ids of all actors that are heard, in their own words or through a group."""
        return self.voices | {position.actor_id for position in self.stock.positions}

    @cached_property
    def counted_through_members(self) -> frozenset[str]:
        """The ids of groups that are never counted beside their members, only through them."""
        held = [position for position in self.stock.positions if position.via is None]
        alone = {position.actor_id for position in held if position.counts}
        return frozenset(position.actor_id for position in held) - alone


def speakers(statements: Iterable[Statement]) -> frozenset[str]:
    """The ids of all actors that stand behind some statements, in any role."""
    return frozenset(voice_of(actor.id) for item in statements for actor in item.actors)


def key(target: str, document_id: str, quotation: Quotation) -> str:
    """The provisional name of a citation, from which `citing` finds its passage again."""
    return f"{target}@{document_id}:{quotation.start}-{quotation.end}"


def cite(record: Statement | Fact) -> str:
    """The citation of a statement or fact: the sentence in which it stands."""
    return key(record.id, record.document_id, record.sentence)


def alphabetical(name: str) -> tuple[str, str]:
    """What names are sorted by: letter case counts only between those that are else the same."""
    return name.casefold(), name
