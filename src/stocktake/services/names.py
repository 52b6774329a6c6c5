"""What the ids in a stock stand for, in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from pathlib import Path

from stocktake import lexicon
from stocktake.lexicon import Lexicon
from stocktake.model import Assignment, Fact, PositionStance, Statement, Stock
from stocktake.services.gap_reasons import Reasons

NOBODY = "nobody"
UNSURE = "; the cue has no content of its own, or a speech tells of others"
_WELL_BELOW = 0.1


class Names:
    """Looks ids up in one stock."""

    def __init__(self, stock: Stock, folder: Path | None = None) -> None:
        self.stock = stock
        self._folder = folder

    def actor(self, actor_id: str | None) -> str:
        """The name of an actor, or its id if the stock does not name it."""
        return NOBODY if actor_id is None else self._actors.get(actor_id, actor_id)

    def statement(self, statement_id: str) -> Statement:
        """The statement with that id."""
        return self._statements[statement_id]

    def theme(self, code: str | None) -> str:
        """The title of a theme, dimension or lens."""
        return "" if code is None else self._themes.get(code, code)

    def target(self, target: str) -> str:
        """What a position is about: a proposal or a theme."""
        kind, _, code = target.partition(":")
        return self.theme(code) if kind == "theme" else self._proposals.get(target, target)

    def doubt(self, statement: Statement) -> str:
        """Why a statement is doubtful: what its rule looks for, and whether it was less sure here
        than it can be."""
        offered = [
            row.offered for row in self._words.confidence.rows() if row.rule == statement.rule
        ]
        surest = max(offered, default=0.0)
        meaning = self._words.rules.get(statement.rule, statement.rule)
        return f"{meaning}{UNSURE if surest - (statement.offered or 0.0) > _WELL_BELOW else ''}"

    def cluster(self, proposal_id: str) -> str:
        """The name of the cluster that a proposal is in; empty if it is in none."""
        return self._clusters.get(proposal_id, "")

    def count(self, target: str, stance: PositionStance) -> int:
        """How many actors stand so towards a target."""
        return self._stances[target][stance]

    def statements_about(self, code: str) -> int:
        """How many statements are about a theme, dimension or lens."""
        return self._about[code]

    def fact(self, fact_id: str) -> Fact:
        """The fact with that id."""
        return self._facts[fact_id]

    @cached_property
    def reasons(self) -> Reasons:
        """Why each gap is one."""
        return Reasons(self.stock)

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.stock.facts}

    @cached_property
    def _words(self) -> Lexicon:
        return lexicon.load(self._folder)

    @cached_property
    def _actors(self) -> dict[str, str]:
        return {actor.id: actor.name for actor in self.stock.actors}

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.stock.statements}

    @cached_property
    def _themes(self) -> dict[str, str]:
        every = (theme for scheme in self.stock.schemes for theme in scheme.themes)
        return {theme.code: theme.title for theme in every}

    @cached_property
    def _proposals(self) -> dict[str, str]:
        return {
            item.id: f"{item.number}. {item.name or self.statement(item.wording_id).content.text}"
            for item in self.stock.proposals
        }

    @cached_property
    def _clusters(self) -> dict[str, str]:
        return {id_: item.name for item in self.stock.clusters for id_ in item.proposal_ids}

    @cached_property
    def _stances(self) -> dict[str, Counter[PositionStance]]:
        counted: dict[str, Counter[PositionStance]] = defaultdict(Counter)
        for position in self.stock.positions:
            counted[position.target][position.stance] += position.counts
        return counted

    def about(self, statement_id: str) -> tuple[Assignment, ...]:
        """What a statement is about, scheme by scheme."""
        return tuple(self._assigned.get(statement_id, ()))

    @cached_property
    def _assigned(self) -> dict[str, list[Assignment]]:
        found: dict[str, list[Assignment]] = defaultdict(list)
        for item in self.stock.assignments:
            found[item.statement_id].append(item)
        return found

    @cached_property
    def _about(self) -> Counter[str]:
        return Counter(assignment.code for assignment in self.stock.assignments)
