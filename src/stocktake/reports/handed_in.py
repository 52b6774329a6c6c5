"""What came in: how many inputs, of whom, when, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from stocktake.model import (
    Cell,
    Chart,
    ChartKind,
    LedgerEntry,
    LedgerStatus,
    Period,
    Precision,
    Section,
    Sentence,
    Table,
)
from stocktake.model.report import Block
from stocktake.reports import campaigns
from stocktake.reports.dates import month_name, parsed
from stocktake.reports.patterns import count_cell, plain, table, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph

_MOST_MONTHS = 36


def section(records: Records) -> Section:
    """The completeness ledger in short; the annex of sources holds every line of it."""
    ledger = records.stock.ledger
    by_status = Counter(entry.status for entry in ledger)
    total = plain(
        "inputs",
        n=len(ledger),
        processed=by_status[LedgerStatus.PROCESSED],
        partial=by_status[LedgerStatus.PARTIAL],
        failed=by_status[LedgerStatus.FAILED],
    )
    blocks = (
        *paragraph(total, *_withdrawn(by_status), plain("nothing_disappears")),
        *_incomplete(ledger),
        *_over_time(records),
        *_drawn("inputs_by_kind", _by_kind(records)),
        *_drawn("inputs_by_region", _by_region(records)),
        *campaigns.blocks(records),
    )
    return Section("inputs", words("inputs"), blocks)


def _withdrawn(by_status: Mapping[LedgerStatus, int]) -> tuple[Sentence, ...]:
    count = by_status[LedgerStatus.WITHDRAWN]
    return (plain("inputs_withdrawn", n=count),) if count else ()


def _incomplete(ledger: Iterable[LedgerEntry]) -> tuple[Block, ...]:
    rows = [
        (Cell(entry.name), Cell(entry.status.value), Cell(entry.reason))
        for entry in ledger
        if entry.status is not LedgerStatus.PROCESSED
    ]
    return (table("incomplete", rows),) if rows else ()


def _over_time(records: Records) -> tuple[Block, ...]:
    told = [parsed(item.get("date")) for item in records.stock.inputs]
    periods = [period for period in told if period]
    counts = _by_month(periods) if _fit_months(periods) else _by_year(periods)
    if len(periods) < len(told):
        counts[words("undated")] = len(told) - len(periods)
    return _drawn("inputs_over_time", counts)


def _fit_months(periods: list[Period]) -> bool:
    """Whether most inputs are dated by month or day, and the months are not too many."""
    exact = [period.start for period in periods if period.precision is not Precision.YEAR]
    if len(exact) * 2 <= len(periods):
        return False
    first, last = min(exact), max(exact)
    return (last.year - first.year) * 12 + last.month - first.month < _MOST_MONTHS


def _by_month(periods: list[Period]) -> dict[str, int]:
    """Every month from the first to the last; those told by year alone behind them."""
    exact = Counter(p.start.replace(day=1) for p in periods if p.precision is not Precision.YEAR)
    vague = Counter(p.start.year for p in periods if p.precision is Precision.YEAR)
    first, last = min(exact), max(exact)
    counts = {}
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        day = first.replace(year=month // 12, month=month % 12 + 1)
        counts[f"{month_name(day)[:3]} {day.year}"] = exact[day]
    return counts | {words("only_year", year=str(year)): vague[year] for year in sorted(vague)}


def _by_year(periods: list[Period]) -> dict[str, int]:
    years = Counter(period.start.year for period in periods)
    if not years:
        return {}
    return {str(year): years[year] for year in range(min(years), max(years) + 1)}


def _by_kind(records: Records) -> Counter[str]:
    authors = [records.actors.get(author) for author in sorted(records.authors)]
    return Counter(author.kind.value for author in authors if author)


def _by_region(records: Records) -> Counter[str]:
    regions = [records.region(author) for author in sorted(records.authors)]
    return Counter(region for region in regions if region)


def _drawn(name: str, counts: Mapping[str, int]) -> tuple[Block, ...]:
    rows = [(Cell(label), count_cell(n)) for label, n in _ordered(name, counts)]
    counted: Table = table(name, rows)
    if len(rows) > 1:
        return (Chart(ChartKind.COLUMNS, counted),)
    return (counted,) if rows else ()


def _ordered(name: str, counts: Mapping[str, int]) -> list[tuple[str, int]]:
    if name == "inputs_over_time":
        return list(counts.items())
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
