"""What every exporter is, and the one door through which it is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, ParamSpec, Protocol, TypeVar

from stocktake.errors import StocktakeError
from stocktake.model import Report

P = ParamSpec("P")
R = TypeVar("R")


class ExportError(StocktakeError):
    """A report could not be written in a format."""


class Exporter(Protocol):
    """Writes a report in one format; the same report always gives the same bytes."""

    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def export(self, report: Report) -> bytes:
        """The report in this format, without loss of any sentence, cell or quotation."""
        ...


def export_with(export: Callable[P, R], name: str, /, *what: P.args, **how: P.kwargs) -> R:
    """What *export*, of the exporter *name*, gives; ExportError names it if it fails in any way."""
    try:
        return export(*what, **how)
    except StocktakeError:
        raise
    except Exception as error:
        raise ExportError(
            f"the exporter {name!r} failed: {type(error).__name__}: {error}",
            remedy="Choose another format, or tell the author of the exporter.",
        ) from error
