"""The lines of a text that was set in lines and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]*(?:\r\n|[\n\r\f\v\x85\u2028\u2029]|\Z)")
_TERMINAL = re.compile(
    r"""(?:[.!?:;…。！？；：؟۔]["”’»）)\]*]*\d{0,3}   # a sentence's end, maybe with a mark
        |[.!?…]["”’»]?\s*\([^()]{1,60}\)             # … and its source in brackets
        |[;；]\s*\w{1,4}                             # "; and" between two items
        )\Z""",
    re.VERBOSE,
)
_GAP = re.compile(r"(?<=\S)(?: {3,}| *\t\s*)(?=\S)")
_DOUBLE = re.compile(r"(?<=\S) {2}(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: *raw* with its end, *text* without blanks around, the column it begins in, its page.

    Pages are counted from 0.
    """

    raw: str
    text: str
    indent: int
    page: int

    @property
    def right(self) -> int:
        """The column behind the last character."""
        return self.indent + len(self.text)

    @property
    def ends_sentence(self) -> bool:
        return ends_sentence(self.text)

    @property
    def begins_within(self) -> bool:
        """Whether it begins as only the inside of a sentence does."""
        return self.text[:1].islower() or self.text[:1] in ",;)]%&+="

    @property
    def first_word(self) -> str:
        return self.text.split(maxsplit=1)[0] if self.text else ""

    @property
    def has_columns(self) -> bool:
        """Whether there are a few wide gaps within, as between cells; many are a justified line."""
        if len(self.text) > 200:
            return False
        return 1 <= len(_GAP.findall(self.text)) <= 4 and len(_DOUBLE.findall(self.text)) <= 1


def split_lines(text: str) -> Iterator[Line]:
    """The lines of *text*, which put together give it back; a form feed begins a page."""
    page = 0
    for found in _LINE.finditer(text):
        raw = found[0]
        if raw:
            content = raw.strip()
            expanded = raw.rstrip().expandtabs()
            yield Line(raw, content, len(expanded) - len(expanded.lstrip()), page)
        page += raw.endswith("\f")


def ends_sentence(text: str) -> bool:
    """Whether *text* ends as a sentence, or an item of a list, does."""
    return bool(_TERMINAL.search(text[-80:]))


def is_blank_between(a: str, b: str) -> bool:
    """Whether two letters that meet at a line end are written with a space between them."""
    return not (_is_han(a) and _is_han(b))


def _is_han(letter: str) -> bool:
    return "\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"
