"""The longest part of a series that keeps its order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable


def longest_rising(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence in which the second numbers rise (patience sorting)."""
    given = list(pairs)
    tops: list[int] = []
    last: list[int] = []
    back: list[int] = []
    for number, (_, value) in enumerate(given):
        pile = bisect_left(tops, value)
        back.append(last[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            last.append(number)
        else:
            tops[pile], last[pile] = value, number
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(given[at])
        at = back[at]
    return chain[::-1]
