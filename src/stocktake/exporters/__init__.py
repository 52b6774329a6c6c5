"""A report or a stock becomes bytes in a format that people or programs read.

In: a Report, or the Material of a Stock. Out: bytes, always the same for the same thing.
May import: model, registry, errors; no other trade.
To add one: a class with ``media_type`` and ``export`` (of a report also ``suffix``), an entry in
EXPORTERS or STOCK_EXPORTERS (or an entry point ``stocktake.exporters`` or
``stocktake.stock_exporters`` in another package), and the contract in tests/exporters.
"""

from stocktake.exporters.base import Exporter, ExportError, export_with
from stocktake.exporters.csvfiles import CsvExporter
from stocktake.exporters.graphml import GraphmlExporter
from stocktake.exporters.html import HtmlExporter
from stocktake.exporters.jsonfile import JsonExporter
from stocktake.exporters.markdown import MarkdownExporter
from stocktake.exporters.material import Files, Material, StockExporter, export_stock_with
from stocktake.exporters.networkcsv import NetworkCsvExporter
from stocktake.exporters.parquetfiles import ParquetExporter
from stocktake.exporters.stockjson import StockJsonExporter, read_stock
from stocktake.exporters.webannotation import WebAnnotationExporter
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
STOCK_EXPORTERS: Registry[StockExporter] = Registry(
    "stock exporter",
    {
        "csv": CsvExporter(),
        "graphml": GraphmlExporter(),
        "json": StockJsonExporter(),
        "jsonld": WebAnnotationExporter(),
        "network-csv": NetworkCsvExporter(),
        "parquet": ParquetExporter(),
    },
)


def export(report: Report, name: str) -> bytes:
    """The report in the format *name*; UsageError for an unknown one, ExportError if it fails."""
    return export_with(EXPORTERS.get(name), name, report)


def export_stock(material: Material, name: str) -> Files:
    """The files of a stock in the format *name*, by their names.

    UsageError for an unknown format, ExportError if it fails.
    """
    return export_stock_with(STOCK_EXPORTERS.get(name), name, material)


__all__ = [
    "EXPORTERS",
    "STOCK_EXPORTERS",
    "ExportError",
    "Exporter",
    "Files",
    "Material",
    "StockExporter",
    "export",
    "export_stock",
    "read_stock",
]
