"""Method: rules of counting, thresholds, versions, refusals, confidence, limits."""

from __future__ import annotations

from collections import Counter

from stocktake.model import Cell, Section, Stock, Table
from stocktake.model.report import Block
from stocktake.reports import facts, quality, relations
from stocktake.reports.limits import CONVERGENT, PASSAGES
from stocktake.reports.patterns import count_cell, patterns, plain, table, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph

_REFUSED = "evidence:"
_BANDS = ((0.9, 1.01), (0.75, 0.9), (0.5, 0.75), (0.0, 0.5))


def section(records: Records) -> Section:
    """How the report was made, and what it cannot tell."""
    stock = records.stock
    rules = [plain(name) for name in patterns()["plain"] if name.startswith("rule_")]
    limits = [plain(name) for name in patterns()["plain"] if name.startswith("limit_")]
    blocks = (
        *paragraph(*rules),
        *paragraph(plain("threshold_convergent", n=CONVERGENT), plain("cited_most", n=PASSAGES)),
        table(
            "quantifiers", ((Cell(item.word), Cell(item.meaning)) for item in records.quantifiers)
        ),
        relations.method(records),
        _confidence(stock),
        *quality.blocks(records),
        *_issues(stock),
        *paragraph(*limits),
        *_versions(stock),
    )
    return Section("method", words("method"), blocks)


def _confidence(stock: Stock) -> Table:
    rows = [
        (
            Cell(words("band", low=f"{low:.2f}", high=f"{min(high, 1.0):.2f}")),
            count_cell(sum(low <= item.confidence < high for item in stock.statements)),
        )
        for low, high in _BANDS
    ]
    return table("confidence", rows)


def _issues(stock: Stock) -> tuple[Block, ...]:
    """Counts by kind, and what a person should look at; refused quotations are only counted."""
    counts = Counter(issue.kind for issue in stock.issues)
    if not counts:
        return paragraph(plain("no_issues"))
    rows = [(Cell(kind), count_cell(n)) for kind, n in sorted(counts.items())]
    open_ = [
        (Cell(issue.kind), Cell(issue.message), Cell(issue.remedy))
        for issue in stock.issues
        if not issue.kind.startswith(_REFUSED)
    ]
    return (
        *paragraph(plain("issues", n=len(stock.issues))),
        table("issues", rows),
        *facts.tables("open_issues", open_),
    )


def _versions(stock: Stock) -> tuple[Block, ...]:
    rows = [(Cell(name), Cell(value)) for name, value in (*stock.method, ("stock", stock.digest))]
    return (table("versions", rows),)
