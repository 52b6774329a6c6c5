"""Every part of the stock as a table that can be read on a page and taken along as CSV or JSON."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from stocktake.errors import NotFoundError
from stocktake.services.pages.listing import Listed, Wanted, listed, mentions
from stocktake.services.pages.shown import Shown
from stocktake.services.showing import PARTS, Row

NAMES = tuple(sorted(PARTS))


@dataclass(frozen=True, slots=True)
class TablePage:
    """A table: its *columns*, and the rows of one page."""

    name: str
    columns: tuple[str, ...]
    rows: Listed[tuple[Any, ...]]


def table(shown: Shown, name: str, wanted: Wanted) -> TablePage:
    """The rows of a part in which the words of *wanted* stand; NotFoundError lists the parts."""
    rows = _Rows(shown, name)
    places = listed(rows.places(wanted.words), wanted)
    columns = tuple(rows.row(0)) if rows.records else ()
    return TablePage(name, columns, places.each(lambda place: tuple(rows.row(place).values())))


def prepare(shown: Shown) -> None:
    """Find the records of all tables, lest the first reader of each do."""
    for name in NAMES:
        _Rows(shown, name)


def as_csv(shown: Shown, name: str) -> bytes:
    """A whole part as CSV, in UTF-8 with the mark that spreadsheets look for."""
    rows = _Rows(shown, name)
    return csv_of([rows.row(place) for place in range(len(rows.records))])


def csv_of(rows: Sequence[Row]) -> bytes:
    """Rows as CSV under the keys of the first, in UTF-8 with the mark that spreadsheets want."""
    out = io.StringIO(newline="")
    if rows:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows({key: _safe(value) for key, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


def records(shown: Shown, name: str, wanted: Wanted) -> Listed[dict[str, Any]]:
    """A page of a part, as records with all that is known."""
    return listed(_Rows(shown, name).records, wanted).each(dataclasses.asdict)


def _safe(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, led by an apostrophe."""
    risky = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if risky else value


class _Rows:
    """The records of a part as rows, made when they are looked at."""

    def __init__(self, shown: Shown, name: str) -> None:
        if name not in PARTS:
            known = ", ".join(NAMES)
            raise NotFoundError(f"there is no table {name!r}.", remedy=f"Known: {known}.")
        self._shown = shown
        self._name = name
        self._part = PARTS[name]
        self.records: Sequence[Any] = shown.once(
            f"records of {name}", lambda: self._part.records(shown.stock)
        )

    def row(self, place: int) -> Row:
        return self._part.row(self.records[place], self._shown.names)

    def places(self, words: str) -> Sequence[int]:
        """Where the rows are in which all *words* stand."""
        every = range(len(self.records))
        if not words:
            return every
        texts = self._shown.once(
            f"texts of {self._name}",
            lambda: [" ".join(map(str, self.row(at).values())) for at in every],
        )
        return [at for at in every if mentions(texts[at], words)]
