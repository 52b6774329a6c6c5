"""What every exporter of a draft is, and the one door through which it is called."""

from __future__ import annotations

from typing import ClassVar, Protocol

from stocktake.errors import StocktakeError
from stocktake.exporters.base import ExportError
from stocktake.legal import Version, write_akn
from stocktake.model import Draft


class DraftExporter(Protocol):
    """Writes a draft in one format; the same draft always gives the same bytes."""

    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def export(self, draft: Draft, version: Version) -> bytes:
        """The draft in this format, with all its words, brackets and notes."""
        ...


class AknExporter:
    """Writes ``.akn.xml``: Akoma Ntoso 3.0, from which the draft can be read back without loss."""

    suffix: ClassVar[str] = ".akn.xml"
    media_type: ClassVar[str] = "application/akn+xml"

    def export(self, draft: Draft, version: Version) -> bytes:
        return write_akn(draft, version)


class DraftMarkdownExporter:
    """Writes the text as it stands, which is Markdown where the draft came as such."""

    suffix: ClassVar[str] = ".md"
    media_type: ClassVar[str] = "text/markdown"

    def export(self, draft: Draft, version: Version) -> bytes:  # noqa: ARG002 - told elsewhere
        return draft.text.encode("utf-8", "replace")


def export_draft_with(exporter: DraftExporter, name: str, draft: Draft, version: Version) -> bytes:
    """As ``exporter.export``; ExportError names the exporter if it fails in any way."""
    try:
        return exporter.export(draft, version)
    except StocktakeError:
        raise
    except Exception as error:
        raise ExportError(
            f"the exporter {name!r} failed: {type(error).__name__}: {error}",
            remedy="Choose another format, or tell the author of the exporter.",
        ) from error
