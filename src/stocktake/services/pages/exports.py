"""What a page gives out as a file: a stock for other programs, and what is made of drafts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from stocktake import exporters
from stocktake.services import comparing, compiling, draft_page, exporting
from stocktake.services.pages import amended
from stocktake.services.pages.shown import Shown
from stocktake.services.pages.tables import csv_of

ZIP = "application/zip"
CSV = "text/csv; charset=utf-8"
STOCK_FORMATS = tuple(exporters.STOCK_EXPORTERS.names())
COMPILATION_FORMATS = tuple(exporters.COMPILATION_EXPORTERS.names())
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class File:
    """Something to be saved: its bytes, their media type, and the name it is saved under."""

    body: bytes
    media_type: str
    name: str


def stock(shown: Shown, form: str) -> File:
    """The stock in a format, one file as it is, several packed into one; made once for each stock.

    UsageError for an unknown format.
    """
    exporter = exporters.STOCK_EXPORTERS.get(form)

    def make() -> File:
        files = exporters.export_stock(
            exporting.material_of(shown.store, shown.stock, shown.words), form
        )
        if len(files) == 1:
            [(name, body)] = files.items()
            return File(body, exporter.media_type, f"stock-{shown.number}-{name}")
        return File(packed(files), ZIP, f"stock-{shown.number}-{form}.zip")

    made: File = shown.exports.once(form, make)
    return made


def comparison(shown: Shown, old: str, new: str, form: str) -> File:
    """Two drafts compared, in a format: tracked changes as docx, a page as html, or json."""
    sides = comparing.sides(shown.workspace, old, new)
    made = comparing.exported(shown.workspace, *sides, form)
    exporter = exporters.COMPARISON_EXPORTERS.get(form)
    return File(made, exporter.media_type, f"{old}-{new}{exporter.suffix}")


def dispositions(shown: Shown, label: str) -> File:
    """What became of each ask in a draft, as a table."""
    found = draft_page.trace(shown.workspace, label)
    return File(csv_of(draft_page.rows(found)), CSV, f"{label}-proposals.csv")


def compilation(shown: Shown, label: str, form: str) -> File:
    """The amendments to a draft, each at its place, in a format."""
    exporter = exporters.COMPILATION_EXPORTERS.get(form)
    made = compiling.made(amended.on_draft(shown, label))
    return File(exporter.export(made), exporter.media_type, f"{label}-amendments{exporter.suffix}")


def packed(files: Mapping[str, bytes]) -> bytes:
    """Files in one, always the same for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            told = zipfile.ZipInfo(name, _FIRST_DAY)
            told.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(told, files[name])
    return out.getvalue()
