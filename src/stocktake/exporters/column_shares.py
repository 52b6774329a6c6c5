"""How wide the columns of a printed table are: their longest words whole, the rest by content."""

from __future__ import annotations

from collections.abc import Iterable

from stocktake.model import Table

_LETTERS, _WIDEST_WORD = 118, 17


def column_shares(told: Table) -> list[float]:
    """Each column is as wide as its longest word; what is left is shared by how much they hold.

    In letters, of which a line of the page holds some 118; a table of many long words sums to
    more and is scaled down by whoever draws it.
    """
    columns = [[title, *_texts(told, place)] for place, title in enumerate(told.columns)]
    least = [_longest_word(texts) for texts in columns]
    held = [sum(map(len, texts)) / len(texts) for texts in columns]
    left = max(0.0, _LETTERS - sum(least)) / (sum(held) or 1)
    return [low + left * many for low, many in zip(least, held, strict=True)]


def _longest_word(texts: Iterable[str]) -> int:
    words_of = (len(word) for text in texts for word in text.split())
    return min(max(words_of, default=1) + 1, _WIDEST_WORD)


def _texts(told: Table, place: int) -> list[str]:
    return [row[place].text for row in told.rows]
