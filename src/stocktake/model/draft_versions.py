"""A draft as a record of the process: which version of the text it is, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DraftForm(StrEnum):
    """How a Draft is made of its source.

    TEXT: plain text or Markdown, character by character. DOCUMENT: what a reader made of docx, pdf
    or html. AKN: Akoma Ntoso.
    """

    TEXT = "text"
    DOCUMENT = "document"
    AKN = "akn"


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """One version of the negotiated text, by its *label*.

    *draft_id* is the hash of its text, which stands in the document *document_id*; *source* is the
    sha256 of the file, *name* the name it came under. *order* counts the versions as they were
    taken in; *date* is a Period as text. *round* names the round of negotiations after which it was
    issued, *issued_by* who issued it.
    """

    id: str
    label: str
    draft_id: str
    document_id: str
    source: str
    name: str
    form: DraftForm
    order: int
    date: str | None = None
    round: str | None = None
    issued_by: str | None = None
    language: str | None = None

    @property
    def place(self) -> tuple[bool, str, int]:
        """Its place in the row of versions: by date, then those without one as they were added."""
        return (self.date is None, self.date or "", self.order)
