"""A sentence made ready: its quoted words, the units it names, what stands over and below it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stocktake.legal import mentions
from stocktake.lexicon.amending import AmendingWords
from stocktake.lexicon.drafts import DraftWords
from stocktake.text import quoted_spans

Range = tuple[int, int]
_TYPED = re.compile(r"``|''|(?<=[.,])'(?=\s|\Z)")
_TYPED_MARKS = {"``": " “", "''": "” ", "'": "”"}
_OPENING = re.compile("[\"'`“«„‘‚「『\\s]+\\Z")
_LEAST_OF_A_SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """The sentence ``text[start:end]`` of a document.

    *quotes* are the ranges within quotation marks, *units* those that name numbered units.
    *wishes* are the ranges of what statements ask for. *header* names the unit spoken of here;
    *below* is the text that follows, where a sentence ends with a colon.
    """

    text: str
    start: int
    end: int
    words: AmendingWords
    quotes: tuple[Range, ...]
    units: tuple[Range, ...]
    wishes: tuple[Range, ...] = ()
    header: Range | None = None
    below: Range | None = None

    def is_quoted(self, place: int) -> bool:
        return _holds(self.quotes, place) is not None

    def wish(self, place: int) -> Range | None:
        """The narrowest of *wishes* that holds *place*."""
        holding = [span for span in self.wishes if span[0] <= place < span[1]]
        return min(holding, key=lambda span: (span[1] - span[0], span), default=None)

    def before(self, place: int, start: int) -> str:
        """What stands before a quotation or unit, from *start* on, without its opening mark."""
        return _OPENING.sub("", self.text[start:place])

    def quotes_in(self, start: int, end: int) -> list[Range]:
        return [span for span in self.quotes if start <= span[0] and span[1] <= end]

    def units_in(self, start: int, end: int) -> list[Range]:
        return [span for span in self.units if start <= span[0] and span[1] <= end]


def quotes(text: str) -> list[Range]:
    """Ranges of *text* in quotation marks, typed ones too; a stop or comma that only stands
    there for the typesetter is left out."""
    marked = _TYPED.sub(lambda found: _TYPED_MARKS[found.group()], text)
    spans = (_stripped(text, *span) for span in quoted_spans(marked))
    return [span for span in spans if span[0] < span[1]]


def units(text: str, quoted: list[Range], words: DraftWords) -> list[Range]:
    """The ranges that name numbered units, outside quotation marks."""
    return [span for span in mentions(text, words) if _holds(quoted, span[0]) is None]


def _stripped(text: str, start: int, end: int) -> Range:
    words = text[start:end].split()
    is_sentence = len(words) >= _LEAST_OF_A_SENTENCE and words[0][:1].isupper()
    marks = "," if is_sentence else ".,"
    while start < end and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def starting_in(spans: Sequence[Range], start: int, end: int) -> tuple[Range, ...]:
    """Those of ascending *spans* that begin in ``[start, end)``."""
    first = bisect_left(spans, start, key=_begin)
    return tuple(spans[first : bisect_left(spans, end, key=_begin)])


def _begin(span: Range) -> int:
    return span[0]


def _holds(spans: Sequence[Range], place: int) -> Range | None:
    index = bisect_right(spans, place, key=_begin) - 1
    return spans[index] if index >= 0 and place < spans[index][1] else None


def whole_sentences(spans: Iterable[Range], quoted: list[Range]) -> list[Range]:
    """Sentences, with those joined between which a quotation goes on."""
    joined: list[Range] = []
    for start, end in spans:
        if joined and _holds(quoted, start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
