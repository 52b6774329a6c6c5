"""The text of a draft from a file of any kind, and the Draft that is made of it."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from pathlib import Path

from stocktake import legal, readers, text
from stocktake.lexicon.drafts import draft_words
from stocktake.model import Document, Draft, DraftForm, content_id
from stocktake.settings import Limits

_AKN = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:\w+:)?akomaNtoso\b", re.DOTALL)
_PLAIN = ("md", "txt")
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file that holds a draft: its bytes, which lie at *path*, their hash, and its name."""

    path: Path
    sha256: str
    name: str


def read(file: DraftFile, limits: Limits) -> tuple[DraftForm, Document]:
    """The text of a draft; it runs in a worker of its own. ReadError if it cannot be read.

    Plain text and Markdown are kept character by character, as they are parsed so; of other kinds
    the text is what their reader makes of them, or, where words are struck through or underlined
    as a proposal, the text before that.
    """
    data = file.path.read_bytes()
    if _AKN.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf")):
        return DraftForm.AKN, _whole(file, legal.read_akn(data, limits=limits).text, "akn")
    document = readers.read(data, file.name, limits)
    reader = document.reader.partition(" ")[0]
    if reader in _PLAIN:
        exact = readers.characters(data, file.name)
        return DraftForm.TEXT, _whole(file, exact, reader, document.title)
    marked = readers.marked_changes(data, file.name, limits)
    if marked:
        return DraftForm.TEXT, _whole(file, marked.text, f"{reader} marked", document.title)
    identity = content_id("draft", document.id, repr(document.blocks))
    return DraftForm.DOCUMENT, _in_language(dataclasses.replace(document, id=identity))


def made(form: DraftForm, document: Document, original: Path, folder: Path | None = None) -> Draft:
    """The Draft of a text that was read; *original* is its file, *folder* a lexicon's."""
    words = draft_words(folder)
    if form is DraftForm.AKN:
        return legal.read_akn(original.read_bytes(), words)
    if form is DraftForm.DOCUMENT:
        return legal.of_document(document, words)
    return legal.parse_draft(document.text, words)


def _whole(file: DraftFile, words: str, reader: str, title: str | None = None) -> Document:
    """A document whose text is *words* as they stand."""
    identity = content_id("draft", file.sha256, words)
    reader = f"draft {reader} 1"
    found = Document(identity, file.sha256, words, (), reader=reader, title=title or file.name)
    return _in_language(found)


def _in_language(document: Document) -> Document:
    language = document.language or text.detect_language(document.text)
    return dataclasses.replace(document, language=language)
