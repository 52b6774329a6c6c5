"""Which stretches of a text stand in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MARK = re.compile("[\"“”„‟«»‹›「」『』]|(?<!\\w)[‘'‚‛](?=\\S)|(?<=\\S)['’](?!\\w)|\n[^\\S\n]*\n")
_ANY_MARK = re.compile("[\"“”„‟«»‹›「」『』‘’'‚‛]")
_OPENING = {"“": '"', "„": '"', "‟": '"', "«": "«", "‹": "‹", "‘": "'", "‚": "'", "‛": "'"}
_OPENING |= {"「": "「", "『": "『"}
_CLOSING = {"”": '"', "»": "«", "›": "‹", "’": "'", "」": "「", "』": "『"}


@dataclass(slots=True)
class _Open:
    """Marks that wait for their counterpart, innermost last, and how many of each family."""

    marks: list[tuple[str, int]] = field(default_factory=list)
    count: dict[str, int] = field(default_factory=dict)

    def push(self, family: str, inside: int) -> None:
        self.marks.append((family, inside))
        self.count[family] = self.count.get(family, 0) + 1

    def pop(self, family: str) -> int | None:
        """Where the last open quotation of that family begins; those within it are dropped."""
        if not self.count.get(family):
            return None
        while True:
            last, inside = self.marks.pop()
            self.count[last] -= 1
            if last == family:
                return inside

    def clear(self) -> None:
        self.marks.clear()
        self.count.clear()


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Ranges between quotation marks, the marks left out; of nested ones the outermost.

    Knows straight, curly, angular and Chinese marks. A mark without counterpart in its paragraph
    quotes nothing; an apostrophe is no mark. Takes time in proportion to the length of *text*.
    """
    if not _ANY_MARK.search(text):
        return []
    waiting = _Open()
    spans: list[tuple[int, int]] = []
    for match in _MARK.finditer(text):
        if match.group().isspace():
            waiting.clear()
            continue
        family, opens = _read(text, match, waiting)
        if opens:
            waiting.push(family, match.end())
        else:
            inside = waiting.pop(family)
            if inside is not None:
                _keep_outermost(spans, (inside, match.start()))
    return [span for span in spans if span[0] < span[1]]


def _read(text: str, match: re.Match[str], waiting: _Open) -> tuple[str, bool]:
    """The family of a mark, and whether it opens a quotation."""
    mark = match.group()
    if mark == "“" and _ends_word(text, match):
        return '"', not waiting.count.get('"')
    if mark in _OPENING:
        return _OPENING[mark], True
    if mark in _CLOSING:
        return _CLOSING[mark], False
    return mark, _straight_opens(text, match, waiting)


def _straight_opens(text: str, match: re.Match[str], waiting: _Open) -> bool:
    if not waiting.count.get(match.group()):
        return match.group() != "'" or not _ends_word(text, match)
    return not _ends_word(text, match) and text[match.end() : match.end() + 1].isalnum()


def _ends_word(text: str, match: re.Match[str]) -> bool:
    """Whether the mark stands right behind something, and nothing right behind it."""
    before, after = (
        text[max(0, match.start() - 1) : match.start()],
        text[match.end() : match.end() + 1],
    )
    return bool(before.strip()) and not after.isalnum()


def _keep_outermost(spans: list[tuple[int, int]], span: tuple[int, int]) -> None:
    while spans and spans[-1][0] >= span[0]:
        spans.pop()
    spans.append(span)
