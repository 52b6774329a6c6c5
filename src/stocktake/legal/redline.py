"""Word by word: what was put in, taken out and moved between two texts.

Words common to both and found once in each are anchors (patience diff, Cohen 2003); what stands
between two anchors is compared by difflib. A change is not broken up by a mark or space that
happens to stand in both texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from stocktake.legal.rising import longest_rising
from stocktake.model import Change, ChangeKind

_TOKEN = re.compile(r"[\u4e00-\u9fff]|\w+(?:[-’'.]\w+)*|\s+|[^\w\s]")
_WORD = re.compile(r"\w")
_BRACKET = re.compile(r"[][]")
_LONG = 400
_MOVED_WORDS = 5

Block = tuple[int, int, int]


def redline(old: str, new: str) -> tuple[Change, ...]:
    """The changes that lead from *old* to *new*, in order, covering both texts without gap."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    ends = (len(before), len(after), 0)
    blocks = _readable(before, _blocks(_keys(before), _keys(after)), ends)
    changes = list(_changes(before, after, blocks))
    return tuple(_moved(old, new, changes))


def _keys(tokens: Sequence[str]) -> list[str]:
    """What is compared: any white space is the same."""
    return [" " if token.isspace() else token for token in tokens]


def _blocks(before: Sequence[str], after: Sequence[str]) -> list[Block]:
    """The stretches that are the same: where each begins in both, and its length."""
    if max(len(before), len(after)) <= _LONG:
        return _compared(before, after, 0, 0)
    anchors = [(0, 0), *_anchors(before, after), (len(before), len(after))]
    found: list[Block] = []
    for (one, two), (next_one, next_two) in pairwise(anchors):
        found += _compared(before[one:next_one], after[two:next_two], one, two)
    return found


def _compared(before: Sequence[str], after: Sequence[str], one: int, two: int) -> list[Block]:
    matcher = SequenceMatcher(None, before, after, autojunk=len(before) > 10 * _LONG)
    return [(b.a + one, b.b + two, b.size) for b in matcher.get_matching_blocks() if b.size]


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Words found once in each text, the longest series that keeps its order in both."""
    once = {key for key, count in Counter(before).items() if count == 1}
    once &= {key for key, count in Counter(after).items() if count == 1}
    place = {key: number for number, key in enumerate(after) if key in once}
    pairs = [(number, place[key]) for number, key in enumerate(before) if key in once]
    return longest_rising(pairs)


def _readable(before: Sequence[str], blocks: Iterable[Block], ends: Block) -> list[Block]:
    """Blocks that touch are one; one without a word or bracket is left out between two changes."""
    kept: list[Block] = []
    for block in blocks:
        one, two, size = block
        if kept and _end(kept[-1]) == (one, two):
            kept[-1] = (kept[-1][0], kept[-1][1], kept[-1][2] + size)
        elif _counts(before[one : one + size]) or not one or not two or _end(block) == ends[:2]:
            kept.append(block)
    return kept


def _end(block: Block) -> tuple[int, int]:
    return (block[0] + block[2], block[1] + block[2])


def _counts(tokens: Sequence[str]) -> bool:
    return any(_BRACKET.match(token) or _WORD.search(token) for token in tokens)


def _changes(
    before: Sequence[str], after: Sequence[str], blocks: Iterable[Block]
) -> Iterator[Change]:
    was, now = _offsets(before), _offsets(after)
    one = two = 0
    for start, other, size in [*blocks, (len(before), len(after), 0)]:
        if one < start:
            yield Change(ChangeKind.DELETE, was[one], was[start], now[two], now[two])
        if two < other:
            yield Change(ChangeKind.INSERT, was[start], was[start], now[two], now[other])
        one, two = start + size, other + size
        if size:
            yield Change(ChangeKind.EQUAL, was[start], was[one], now[other], now[two])


def _offsets(tokens: Sequence[str]) -> list[int]:
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places


def _moved(old: str, new: str, changes: Sequence[Change]) -> Iterator[Change]:
    """What was taken out here and put in there in the same words is moved."""
    gone = Counter(_said(old, new, item) for item in changes if item.kind is ChangeKind.DELETE)
    come = Counter(_said(old, new, item) for item in changes if item.kind is ChangeKind.INSERT)
    both = {words for words in gone.keys() & come.keys() if words.count(" ") >= _MOVED_WORDS - 1}
    kinds = {ChangeKind.DELETE: ChangeKind.MOVED_FROM, ChangeKind.INSERT: ChangeKind.MOVED_TO}
    for item in changes:
        is_moved = item.kind in kinds and _said(old, new, item) in both
        yield replace(item, kind=kinds[item.kind]) if is_moved else item


def _said(old: str, new: str, item: Change) -> str:
    words = old[item.old_start : item.old_end] or new[item.new_start : item.new_end]
    return " ".join(re.findall(r"\w+", words.casefold()))
