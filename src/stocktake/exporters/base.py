"""What every exporter is, and the one door through which it is called."""

from __future__ import annotations

from typing import ClassVar, Protocol

from stocktake.errors import StocktakeError
from stocktake.model import Report


class ExportError(StocktakeError):
    """A report could not be written in a format."""


class Exporter(Protocol):
    """Writes a report in one format; the same report always gives the same bytes."""

    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def export(self, report: Report) -> bytes:
        """The report in this format, without loss of any sentence, cell or quotation."""
        ...


def export_with(exporter: Exporter, name: str, report: Report) -> bytes:
    """As ``exporter.export``; ExportError names the exporter if it fails in any way."""
    try:
        return exporter.export(report)
    except StocktakeError:
        raise
    except Exception as error:
        raise ExportError(
            f"the exporter {name!r} failed: {type(error).__name__}: {error}",
            remedy="Choose another format, or tell the author of the exporter.",
        ) from error
