"""A report, a stock or a draft becomes bytes in a format that people or programs read.

In: a Report, the Material of a Stock, a Draft, or a Comparison of two. Out: bytes, always the same
for the same thing.
May import: legal, model, registry, errors; no other trade.
To add one: a class with ``media_type`` and ``export`` (of reports and drafts also ``suffix``), an
entry in EXPORTERS, STOCK_EXPORTERS or DRAFT_EXPORTERS (or an entry point ``stocktake.exporters``,
``stocktake.stock_exporters`` or ``stocktake.draft_exporters`` in another package), and the contract
in tests/exporters.
"""

from stocktake.exporters.atom import atom
from stocktake.exporters.base import Exporter, ExportError, export_with
from stocktake.exporters.comparison_docx import ComparisonDocxExporter
from stocktake.exporters.comparison_html import ComparisonHtmlExporter
from stocktake.exporters.comparison_json import ComparisonJsonExporter
from stocktake.exporters.comparisons import (
    Between,
    ComparisonExporter,
)
from stocktake.exporters.compilations import (
    CompilationExporter,
    HtmlCompilation,
    TextCompilation,
    WordCompilation,
)
from stocktake.exporters.csvfiles import CsvExporter
from stocktake.exporters.draft_html import DraftHtmlExporter
from stocktake.exporters.draft_word import DraftWordExporter
from stocktake.exporters.drafts import (
    AknExporter,
    DraftExporter,
    DraftMarkdownExporter,
)
from stocktake.exporters.graphml import GraphmlExporter
from stocktake.exporters.html import HtmlExporter
from stocktake.exporters.icalendar import IcalendarExporter
from stocktake.exporters.jsonfile import JsonExporter
from stocktake.exporters.markdown import MarkdownExporter
from stocktake.exporters.material import Files, Material, StockExporter
from stocktake.exporters.networkcsv import NetworkCsvExporter
from stocktake.exporters.parquetfiles import ParquetExporter
from stocktake.exporters.pdf import PdfExporter
from stocktake.exporters.picture import picture_file
from stocktake.exporters.programme_pdf import PdfProgramme
from stocktake.exporters.programmes import (
    HtmlProgramme,
    JsonProgramme,
    MarkdownProgramme,
    ProgrammeExporter,
)
from stocktake.exporters.stockjson import StockJsonExporter, read_stock
from stocktake.exporters.tracked_on import track_on
from stocktake.exporters.webannotation import WebAnnotationExporter
from stocktake.exporters.word import WordExporter
from stocktake.legal import Version
from stocktake.model import Comparison, Draft, Programme, Report
from stocktake.registry import Registry

EXPORTERS: Registry[Exporter] = Registry(
    "exporter",
    {
        "docx": WordExporter(),
        "html": HtmlExporter(),
        "json": JsonExporter(),
        "md": MarkdownExporter(),
        "pdf": PdfExporter(),
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
DRAFT_EXPORTERS: Registry[DraftExporter] = Registry(
    "draft exporter",
    {
        "akn": AknExporter(),
        "docx": DraftWordExporter(),
        "html": DraftHtmlExporter(),
        "md": DraftMarkdownExporter(),
    },
)
COMPARISON_EXPORTERS: Registry[ComparisonExporter] = Registry(
    "comparison exporter",
    {
        "docx": ComparisonDocxExporter(),
        "html": ComparisonHtmlExporter(),
        "json": ComparisonJsonExporter(),
    },
)

COMPILATION_EXPORTERS: Registry[CompilationExporter] = Registry(
    "compilation exporter",
    {
        "docx": WordCompilation(),
        "html": HtmlCompilation(),
        "md": TextCompilation(),
    },
)

PROGRAMME_EXPORTERS: Registry[ProgrammeExporter] = Registry(
    "programme exporter",
    {
        "html": HtmlProgramme(),
        "ics": IcalendarExporter(),
        "json": JsonProgramme(),
        "md": MarkdownProgramme(),
        "pdf": PdfProgramme(),
    },
)


def export(report: Report, name: str) -> bytes:
    """The report in the format *name*; UsageError for an unknown one, ExportError if it fails."""
    return export_with(EXPORTERS.get(name).export, name, report)


def export_stock(material: Material, name: str) -> Files:
    """The files of a stock in the format *name*, by their names.

    UsageError for an unknown format, ExportError if it fails.
    """
    return export_with(STOCK_EXPORTERS.get(name).export, name, material)


def export_draft(draft: Draft, name: str, version: Version | None = None) -> bytes:
    """The draft in the format *name*; *version* is what is told of it beside its text.

    UsageError for an unknown format, ExportError if it fails.
    """
    return export_with(DRAFT_EXPORTERS.get(name).export, name, draft, version or Version())


def export_comparison(comparison: Comparison, name: str, between: Between) -> bytes:
    """Two drafts compared, in the format *name*; *between* tells how they are called.

    UsageError for an unknown format, ExportError if it fails.
    """
    exporter = COMPARISON_EXPORTERS.get(name)
    return export_with(exporter.export, name, comparison, between)


def export_programme(programme: Programme, name: str) -> bytes:
    """The programme in the format *name*.

    UsageError for an unknown format, ExportError if it fails.
    """
    return export_with(PROGRAMME_EXPORTERS.get(name).export, name, programme)


__all__ = [
    "COMPARISON_EXPORTERS",
    "COMPILATION_EXPORTERS",
    "DRAFT_EXPORTERS",
    "EXPORTERS",
    "PROGRAMME_EXPORTERS",
    "STOCK_EXPORTERS",
    "Between",
    "ComparisonExporter",
    "CompilationExporter",
    "DraftExporter",
    "ExportError",
    "Exporter",
    "Files",
    "Material",
    "ProgrammeExporter",
    "StockExporter",
    "atom",
    "export",
    "export_comparison",
    "export_draft",
    "export_programme",
    "export_stock",
    "picture_file",
    "read_stock",
    "track_on",
]
