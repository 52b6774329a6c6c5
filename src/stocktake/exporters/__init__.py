"""A report becomes bytes in a format that people or programs read.

In: a Report. Out: bytes, always the same for the same report.
May import: model, registry, errors; no other trade.
To add one: a class with ``suffix``, ``media_type`` and ``export``, an entry in EXPORTERS (or an
entry point ``stocktake.exporters`` in another package), and the contract in tests/exporters.
"""

from stocktake.exporters.base import Exporter, ExportError, export_with
from stocktake.exporters.html import HtmlExporter
from stocktake.exporters.jsonfile import JsonExporter
from stocktake.exporters.markdown import MarkdownExporter
from stocktake.exporters.word import WordExporter
from stocktake.model import Report
from stocktake.registry import Registry

EXPORTERS: Registry[Exporter] = Registry(
    "exporter",
    {
        "docx": WordExporter(),
        "html": HtmlExporter(),
        "json": JsonExporter(),
        "md": MarkdownExporter(),
    },
)


def export(report: Report, name: str) -> bytes:
    """The report in the format *name*; UsageError for an unknown one, ExportError if it fails."""
    return export_with(EXPORTERS.get(name), name, report)


__all__ = ["EXPORTERS", "ExportError", "Exporter", "export"]
