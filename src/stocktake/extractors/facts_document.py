"""A document as blocks of sentences, read once for all rules that look at it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from stocktake.extractors.facts_block import Around, Whole
from stocktake.extractors.facts_reading import Reading
from stocktake.extractors.shared import sentences_of
from stocktake.lexicon import Lexicon
from stocktake.model import Document, Input

LONGEST = 4_000


@lru_cache(maxsize=1)
def read(document: Document, input_: Input, lexicon: Lexicon) -> tuple[list[Reading], ...]:
    """The blocks of *document*, each as the readings of its sentences.

    Sentences of more than LONGEST characters are left out: no fact is told that way.
    """
    return tuple(_blocks(document, Whole.of(document, input_, lexicon)))


def _blocks(document: Document, whole: Whole) -> Iterator[list[Reading]]:
    for block, spans in zip(document.blocks, sentences_of(document), strict=True):
        around = Around(whole, block.start, block.end)
        yield [_reading(around, *span) for span in spans if span[1] - span[0] <= LONGEST]


def _reading(around: Around, start: int, end: int) -> Reading:
    whole = around.whole
    words = whole.lexicon.process
    return Reading(
        text=whole.document.text,
        plain=whole.plain,
        start=start,
        end=end,
        authors=whole.authors,
        words=words,
        tables=words.tables_in(whole.plain[start:end]),
        around=around,
    )
