"""What actors take sides on: a proposal or a theme, in a heading, a cell or a short list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stocktake.model import Cell, Proposal, SchemeKind, Shared, Theme
from stocktake.reports.patterns import Cited, cell
from stocktake.reports.proposals import anchor
from stocktake.reports.records import Records, cite
from stocktake.reports.stands import passages
from stocktake.reports.themes import title_cell
from stocktake.reports.wording import heading_of


@dataclass(frozen=True, slots=True)
class Targets:
    """Proposals by id and themes as ``theme:CODE``; *told* are proposals shown in full."""

    records: Records
    told: frozenset[str]
    proposals: Mapping[str, Proposal]
    themes: Mapping[str, Theme]

    @classmethod
    def of(cls, records: Records, told: frozenset[str]) -> Targets:
        return cls(
            records,
            told,
            {item.id: item for item in records.stock.proposals},
            {f"theme:{item.code}": item for item in records.entries(SchemeKind.THEMES)},
        )

    def cell(self, target: str) -> Cell:
        """The whole wording or title, leading to where more is said."""
        if target in self.themes:
            return title_cell(self.themes[target], self.records)
        proposal = self.proposals[target]
        cited = (cite(self.records.statements[proposal.wording_id]),)
        link = anchor(proposal) if proposal.id in self.told else ""
        return Cell(heading_of(proposal, self.records), cited, link=link)

    def short(self, target: str) -> str:
        """The number of a proposal or the title of a theme."""
        theme = self.themes.get(target)
        return theme.title if theme else str(self.proposals[target].number)

    def shared(self, items: Iterable[Shared]) -> Cell:
        """On what some actors take the same side, in short, each with its passages."""
        named = [Cited(self.short(item.target), self.proof(item)) for item in items]
        return cell("number_list", numbers=named) if named else Cell("")

    def proof(self, item: Shared) -> tuple[str, ...]:
        """The citations of the first few statements behind a side that is shared."""
        return passages(item.statement_ids, self.records)


def figure(value: float | None) -> Cell:
    """A measure with two decimals; empty where none is given."""
    return Cell("") if value is None else Cell(f"{value:.2f}", value=value)


def percent(value: float) -> str:
    """A share as per cent, without decimals."""
    return f"{value:.0%}"
