"""Lines of an open page: where they begin and end, how they are set, what is wide in them."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stocktake.readers.pdf_gaps import FAR, Place, is_sure, parting_gaps, wide_gaps
from stocktake.readers.pdf_glyphs import HYPHEN, Glyphs
from stocktake.readers.pdf_page import Line, joined
from stocktake.readers.pdf_shapes import Rules

_LINE = re.compile(rf"[^\s{HYPHEN}](?:[^\r\n{HYPHEN}]*[^\s{HYPHEN}])?{HYPHEN}?")
_WORD = re.compile(r"\S+")
_MARK = re.compile(
    r"^(?:\d{1,3}|[*†‡§]+)(?=\s|[^\W\d])"
    r"|(?:(?<=[^\W\d_])|(?<=[.,;:!?)\]”’»\"']))(?:\d{1,3}|[*†‡§]+)(?=$|[\s.,;:!?)])"
)
_SIGNS = re.compile(r"[\d*†‡§]")
_LOOSE = 1.35
_SPACE = 0.12
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line and its range in the text of the page."""

    line: Line
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word by its range in the text of the page, and its place."""

    start: int
    end: int
    left: float
    right: float
    baseline: float
    size: float


def drawn_lines(glyphs: Glyphs) -> list[Drawn]:
    """The lines of a page as pdfium tells them apart."""
    return [_drawn(glyphs, *match.span()) for match in _LINE.finditer(glyphs.text)]


def suspects(glyphs: Glyphs, drawn: Sequence[Drawn], rules: Rules) -> list[Drawn]:
    """The lines that show signs of columns or cells.

    They jump ahead or back, are loose, or a rule stands in them.
    """
    heights = _jumps(glyphs)
    loose = _loose([item.line for item in drawn])
    return [
        item
        for item in drawn
        if item.line in loose
        or _at_height(item.line, heights)
        or rules.stand_between(item.line.left + 1, item.line.right - 1, item.line.middle)
    ]


def with_gaps(
    glyphs: Glyphs, drawn: Sequence[Drawn], doubtful: Sequence[Drawn], rules: Rules
) -> list[Line]:
    """The lines, the *doubtful* ones cut where they jump and with their wide gaps.

    If several of these have gaps that are no spaces, all lines are looked at.
    """
    cut = {item.start: _looked_at(glyphs, item, rules) for item in doubtful}
    sure = sum(_has_sure_gap(line) for lines in cut.values() for line in lines)
    everywhere = sure + sum(len(lines) > 1 for lines in cut.values()) >= _SEVERAL
    whole: list[Line] = []
    for item in drawn:
        if everywhere and item.start not in cut:
            whole += _looked_at(glyphs, item, rules)
        else:
            whole += cut.get(item.start, [item.line])
    return whole


def _drawn(glyphs: Glyphs, start: int, end: int) -> Drawn:
    first, last = glyphs.glyph(start), glyphs.glyph(end - 1)
    main = max(first, last, key=lambda glyph: glyph.size)
    line = Line(
        glyphs.text[start:end],
        first.left,
        last.right,
        main.baseline,
        main.size,
        bold=glyphs.bold(start) and glyphs.bold(end - 1),
        marks=tuple(_marks(glyphs, start, end)),
        hyphen=glyphs.text[end - 1] == HYPHEN,
        turned=first.slant or first.turn != glyphs.turn,
    )
    return Drawn(line, start, end)


def _marks(glyphs: Glyphs, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where numbers or asterisks are set smaller and higher than the letters beside them."""
    text = glyphs.text[start:end]
    for match in _MARK.finditer(text) if _SIGNS.search(text) else ():
        beside = match.start() - 1 if match.start() else min(match.end() + 1, len(text) - 1)
        mark, letter = glyphs.glyph(start + match.start()), glyphs.glyph(start + beside)
        raised = letter.baseline - mark.baseline > 0.12 * letter.size
        smaller = mark.size < (0.95 if raised else 0.8) * letter.size
        if smaller or (match[0].isdecimal() and glyphs.is_raised(start + match.start(), mark)):
            yield match.span()


def _jumps(glyphs: Glyphs) -> list[float]:
    """At which heights a run of text is far from the one before, or left of it."""
    return [
        before[2]
        for before, after in pairwise(glyphs.runs())
        if abs(before[2] - after[2]) < 0.8 * before[3]
        and (after[0] - before[1] > FAR * before[3] or after[0] < before[1] - FAR * before[3])
    ]


def _loose(lines: Sequence[Line]) -> list[Line]:
    """Lines that are much wider than their characters need."""
    spread = [line.width / (len(line.text) * (line.size or 1.0)) for line in lines]
    limit = _LOOSE * statistics.median(spread) if spread else 0.0
    return [
        line
        for space, line in zip(spread, lines, strict=True)
        if space > limit and " " in line.text
    ]


def _at_height(line: Line, heights: Sequence[float]) -> bool:
    return any(abs(line.baseline - height) < 0.5 * line.size for height in heights)


def _has_sure_gap(line: Line) -> bool:
    return any(is_sure(gap, line) for gap in parting_gaps(line))


def _looked_at(glyphs: Glyphs, item: Drawn, rules: Rules) -> list[Line]:
    """A doubtful line, or the lines that it turns out to be, with their gaps."""
    words = [_word(glyphs, *m.span()) for m in _WORD.finditer(glyphs.text, item.start, item.end)]
    runs = list(_level(words))
    if len(runs) == 1 and words == sorted(words, key=_left):
        places = [(word.start - item.start, word.left, word.right) for word in words]
        return [_gapped(item.line, places, rules)]
    return [_reordered(glyphs, run, rules) for run in runs]


def _word(glyphs: Glyphs, start: int, end: int) -> _Word:
    first = glyphs.glyph(start)
    return _Word(start, end, first.left, glyphs.span(end - 1)[1], first.baseline, first.size)


def _left(word: _Word) -> float:
    return word.left


def _level(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Words in runs on one height: a step up or down to a word far away begins another."""
    run: list[_Word] = []
    for word in words:
        if run and _steps_away(run[-1], word):
            yield run
            run = []
        run.append(word)
    yield run


def _steps_away(before: _Word, word: _Word) -> bool:
    steps = abs(before.baseline - word.baseline) > 0.2 * before.size
    return steps and not -0.5 < (word.left - before.right) / (before.size or 1.0) < FAR


def _reordered(glyphs: Glyphs, words: Sequence[_Word], rules: Rules) -> Line:
    """Words that were drawn out of order as the line that is seen."""
    ordered = sorted(words, key=_left)
    whole = _drawn(glyphs, ordered[0].start, ordered[0].end).line
    places = [(0, ordered[0].left, ordered[0].right)]
    for before, word in pairwise(ordered):
        part = _drawn(glyphs, word.start, word.end).line
        if word.left - before.right < _SPACE * word.size:
            places[-1] = (*places[-1][:2], word.right)
            whole = joined([whole, part], "")
        else:
            places.append((len(whole.text) + 1, word.left, word.right))
            whole = joined([whole, part])
    return _gapped(whole, places, rules)


def _gapped(line: Line, places: Sequence[Place], rules: Rules) -> Line:
    height = line.middle
    gaps = wide_gaps(places, line.size, lambda a, b: rules.stand_between(a, b, height))
    return replace(line, gaps=gaps) if gaps else line
