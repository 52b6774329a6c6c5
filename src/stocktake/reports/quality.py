"""How well each theme is assigned, wherever people gave labels to hold it against."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.model import Agreement, Basis, Cell, SchemeKind
from stocktake.model.report import Block
from stocktake.reports.patterns import count_cell, plain, table, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph


def blocks(records: Records) -> tuple[Block, ...]:
    """A note on how it was measured and a table, a row a theme that was labelled or found."""
    rows = list(_rows(records))
    if not rows:
        return ()
    return (*paragraph(plain("theme_quality")), table("theme_quality", rows))


def _rows(records: Records) -> Iterator[tuple[Cell, ...]]:
    told = {(item.scheme, item.code): item for item in records.stock.quality}
    for kind in SchemeKind:
        for theme in records.entries(kind):
            item = told.get((kind.value, theme.code))
            if item and (item.terms.labelled or item.terms.found):
                basis = words("by_model" if item.basis is Basis.MODEL else "by_terms")
                yield (
                    Cell(theme.title),
                    Cell(basis),
                    count_cell(item.texts),
                    count_cell(item.terms.labelled),
                    *_figures(item.terms),
                    *_figures(item.model),
                )


def _figures(agreement: Agreement | None) -> tuple[Cell, Cell]:
    if agreement is None:
        return Cell(""), Cell("")
    return Cell(f"{agreement.precision:.2f}"), Cell(f"{agreement.recall:.2f}")
