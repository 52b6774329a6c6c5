"""One of two stocks that are compared, by what keeps its name from stock to stock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from stocktake.model import Input, LedgerStatus, PositionStance, Proposal, Statement, Stock

Target = int | str
_THEME = "theme:"


@dataclass(frozen=True, slots=True)
class Side:
    """A stock with its *inputs* by id, *withdrawn* ones, *proposals* by number, *now* the number
    under which a merged one stands, *tallies* of who supports and who opposes each, *stances* by
    actor and target (a proposal's number or a theme's code), *targets* that it knows at all, and
    the kinds of *gaps* by actor, theme and dimension."""

    stock: Stock
    inputs: Mapping[str, Input]
    withdrawn: frozenset[str]
    proposals: Mapping[int, Proposal]
    now: Mapping[int, int]
    tallies: Mapping[int, tuple[int, int]]
    stances: Mapping[tuple[str, Target], str]
    targets: frozenset[Target]
    gaps: Mapping[tuple[str, str, str], str]
    words: Mapping[str, Statement]

    @classmethod
    def of(cls, stock: Stock) -> Side:
        proposals = {item.number: item for item in stock.proposals}
        codes = (theme.code for scheme in stock.schemes for theme in scheme.themes)
        wording = {item.wording_id for item in stock.proposals}
        return cls(
            stock,
            {item.id: item for item in stock.inputs},
            frozenset(
                entry.input_id for entry in stock.ledger if entry.status is LedgerStatus.WITHDRAWN
            ),
            proposals,
            {also: item.number for item in stock.proposals for also in item.also},
            _tallies(stock),
            _stances(stock),
            frozenset([*proposals, *codes]),
            {
                (gap.actor_id or "", gap.theme_code or "", gap.dimension_code or ""): gap.kind.value
                for gap in stock.gaps
            },
            {item.id: item for item in stock.statements if item.id in wording},
        )

    def wording(self, number: int) -> str:
        """The words of a proposal."""
        proposal = self.proposals[number]
        return proposal.name or self.words[proposal.wording_id].content.text

    def passage(self, number: int) -> tuple[str, int, int]:
        """Where a proposal's verbatim wording stands: document, start, end."""
        words = self.words[self.proposals[number].wording_id]
        return words.document_id, words.content.start, words.content.end


def _tallies(stock: Stock) -> dict[int, tuple[int, int]]:
    counted = Counter((item.target, item.stance) for item in stock.positions if item.counts)
    return {
        item.number: (
            counted[item.id, PositionStance.SUPPORTS],
            counted[item.id, PositionStance.OPPOSES],
        )
        for item in stock.proposals
    }


def _stances(stock: Stock) -> dict[tuple[str, Target], str]:
    """Where each actor stands that is not silent; its own words stand before a group's."""
    numbers = {item.id: item.number for item in stock.proposals}
    said = [item for item in stock.positions if item.stance is not PositionStance.SILENT]
    found: dict[tuple[str, Target], str] = {}
    for item in sorted(said, key=lambda item: (item.via is not None, item.via or "")):
        target = numbers.get(item.target) or item.target.removeprefix(_THEME)
        found.setdefault((item.actor_id, target), item.stance.value)
    return found
