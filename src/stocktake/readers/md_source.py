"""What Markdown files hold that the parser must not see: front matter, attributes, footnotes.

The parser gets a text of the same length, so that its places are places of the raw text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*[\"']?(.*?)[\"']?[ \t]*\r?$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^[ \t]*\{:[^}\n]*\}[ \t]*\r?$", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]\s]{1,40})\](?!:)")
_NOTE = re.compile(
    r"^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*"
    r"((?:(?!^ {0,3}\[\^[^\]\s]{1,40}\]:)[^\n]*\S[^\n]*(?:\n|\Z)|\n(?=(?: {4}|\t)\S))*)",
    re.MULTILINE,
)
_INVISIBLE = "\u2060"


@dataclass(frozen=True, slots=True)
class NoteSource:
    """A footnote: its label, where it begins, and the range of its words."""

    label: str
    start: int
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkdownSource:
    """*raw*, and *parsed*, the text of the same length for the parser."""

    raw: str
    parsed: str
    title: str | None
    notes: tuple[NoteSource, ...]
    marks: dict[str, tuple[int, int]]


def markdown_source(raw: str) -> MarkdownSource:
    """Take front matter, attributes, footnotes and their marks out of the way of the parser."""
    parsed = raw.replace("\r\n", " \n").replace("\r", "\n").replace("\0", " ")
    front = _FRONT.match(parsed)
    title = _TITLE.search(front[0]) if front else None
    if front:
        parsed = _blank(front) + parsed[front.end() :]
    notes = tuple(
        NoteSource(note[1], note.start(), note.span(2)) for note in _NOTE.finditer(parsed)
    )
    parsed = _ATTRIBUTES.sub(_blank, _NOTE.sub(_blank, parsed))
    marks: dict[str, tuple[int, int]] = {}
    for mark in _MARK.finditer(parsed):
        marks.setdefault(mark[1], mark.span())
    known = {note.label for note in notes}
    marks = {label: span for label, span in marks.items() if label in known}
    parsed = _MARK.sub(lambda m: _INVISIBLE * len(m[0]) if m[1] in known else m[0], parsed)
    return MarkdownSource(raw, parsed, title[1] if title and title[1] else None, notes, marks)


def mark_spans(source: MarkdownSource) -> list[tuple[int, int]]:
    """All marks that the text loses, also the second and further ones of a note."""
    return [found.span() for found in re.finditer(f"{_INVISIBLE}{{4,}}", source.parsed)]


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
