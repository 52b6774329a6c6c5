"""What every exporter of a draft is, and those that need no more than its text."""

from __future__ import annotations

from typing import ClassVar, Protocol

from stocktake.exporters.draft_lines import Line, LineKind, lines_of
from stocktake.legal import Version, write_akn
from stocktake.model import Draft, Role

_INDENT = 4


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
    """Writes ``.md``: the text as it stands, if all its numbers stand in it; else line by line."""

    suffix: ClassVar[str] = ".md"
    media_type: ClassVar[str] = "text/markdown"

    def export(self, draft: Draft, version: Version) -> bytes:  # noqa: ARG002 - told elsewhere
        numbered = {item.provision_id for item in draft.stretches if item.role is Role.NUMBER}
        is_whole = all(item.id in numbered for item in draft.provisions if item.label)
        text = draft.text if is_whole else _lines(draft)
        return text.encode("utf-8", "replace")


def _lines(draft: Draft) -> str:
    """The lines of a draft with the numbers and depths that its format kept apart."""
    lines = lines_of(draft)
    body = (_line(line) for line in lines.body)
    notes = (
        f"[^{label}]: " + "\n    ".join(line.text for line in told)
        for label, told in lines.notes.items()
    )
    return "\n\n".join([*body, *notes]) + "\n"


def _line(line: Line) -> str:
    text = " ".join(part for part in (line.number, line.text) if part)
    if line.kind is LineKind.TITLE:
        return f"# {text}"
    if line.kind is LineKind.HEADING:
        return f"{'#' * (line.level + 2)} {text}"
    return " " * _INDENT * line.level + text
