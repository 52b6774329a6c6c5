"""What speaks for two provisions being one: their words, and where both stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stocktake.legal.likeness import Floats, Links, Units, inside
from stocktake.legal.places import Numbers, Side
from stocktake.model import ProvisionKind

_INSIDE = 0.35
_WORDLESS = 0.25
_FEWEST_AT_HOME = 0.1
_FEWEST_ELSEWHERE = 0.4
_SAME_LABEL = 0.03
_SAME_PLACE = 0.05
_PARENTS = 0.15
_BESIDE = 0.06
_BELOW = 0.35
_ROOT, _ALONE = -1, -2
_APART = (ProvisionKind.NOTE, ProvisionKind.REMARK)

Flags = NDArray[np.bool_]


def by_words(words: Units, links: Links, alike: Floats) -> Floats:
    """The cosine, raised where one lies within the other; what has no words is a little alike."""
    old, new = words.old[links[:, 0]], words.new[links[:, 1]]
    within = np.maximum(inside(old, new), inside(new, old))
    raised = alike + _INSIDE * np.maximum(within - alike, 0.0)
    return np.where(wordless(words, links), np.maximum(raised, _WORDLESS), raised)


def wordless(words: Units, links: Links) -> Flags:
    """Whether neither of a pair has words of its own."""
    old = np.array([not text for text in words.old_texts], bool)
    new = np.array([not text for text in words.new_texts], bool)
    found: Flags = old[links[:, 0]] & new[links[:, 1]]
    return found


def by_place(links: Links, taken: Links, old: Side, new: Side) -> Floats:
    """What labels, parents, neighbours and what is below say, once *taken* are held for one."""
    rows, columns = links[:, 0], links[:, 1]
    became = _became(taken, len(old.provisions))
    ids = _coded([p.id for p in old.provisions], [p.id for p in new.provisions])
    labels = _labels(old, new)
    parents = became[old.parent[rows]] == new.parent[columns]
    parents |= among(_above(links, old, new), _above(taken, old, new), new)
    beside = (became[old.before[rows]] == new.before[columns]).astype(float)
    beside += became[old.behind[rows]] == new.behind[columns]
    below = _share_below(links, taken, old, new)
    score: Floats = _PARENTS * parents + _BESIDE * beside + _BELOW * below
    score += _SAME_LABEL * (labels[0][rows] == labels[1][columns])
    score += _SAME_PLACE * (ids[0][rows] == ids[1][columns])
    return score


def enough(
    words: Units, links: Links, said: Floats, taken: Links, sides: tuple[Side, Side]
) -> Flags:
    """Whether there are words enough to take a pair: more are asked of what has moved far."""
    least = np.where(at_home(links, taken, sides), _FEWEST_AT_HOME, _FEWEST_ELSEWHERE)
    holds = among(links, _above(taken, *sides), sides[1])
    result: Flags = (said >= least) | wordless(words, links) | holds
    return result


def at_home(links: Links, taken: Links, sides: tuple[Side, Side]) -> Flags:
    """Whether the outermost provisions around both are a pair, and both are notes or neither."""
    old, new = sides
    became = _became(taken, len(old.provisions))
    was, now = (np.array([p.kind in _APART for p in side.provisions], bool) for side in sides)
    rows, columns = links[:, 0], links[:, 1]
    found: Flags = became[old.top[rows]] == new.top[columns]
    found &= was[rows] == now[columns]
    return found


def placed(taken: Links, old: Side, new: Side) -> Links:
    """Links of equal kind and label below one pair, whatever their words."""
    became = _became(taken, len(old.provisions))
    labels = _labels(old, new)
    standing = enumerate(zip(new.parent.tolist(), labels[1].tolist(), strict=True))
    place = {where: number for number, where in reversed(list(standing))}
    wanted = zip(became[old.parent].tolist(), labels[0].tolist(), strict=True)
    found = [(number, place[where]) for number, where in enumerate(wanted) if where in place]
    return np.array(found, np.int64).reshape(-1, 2)


def around(taken: Links, old: Side, new: Side) -> Links:
    """The parents of what was taken, where both have one."""
    above = _above(taken, old, new)
    return above[(above >= 0).all(axis=1)]


def union(parts: Sequence[Links], new: Side) -> Links:
    """The links of all *parts*, each once, in order."""
    links = np.concatenate(parts)
    _, first = np.unique(_code(links, new), return_index=True)
    return links[first]


def _above(links: Links, old: Side, new: Side) -> Links:
    return np.stack([old.parent[links[:, 0]], new.parent[links[:, 1]]], axis=1)


def _share_below(links: Links, taken: Links, old: Side, new: Side) -> Floats:
    """How many of what is below a pair is paired, 0..1, of either's in the mean: where much is
    gone, what is left tells where it went."""
    codes, counts = np.unique(_code(_above(taken, old, new), new), return_counts=True)
    wanted = _code(links, new)
    place = np.minimum(np.searchsorted(codes, wanted), max(len(codes) - 1, 0))
    both = np.where(codes[place] == wanted, counts[place], 0) if len(codes) else 0 * wanted
    had, have = _children(old)[links[:, 0]], _children(new)[links[:, 1]]
    share: Floats = (both / np.maximum(had, 1) + both / np.maximum(have, 1)) / 2
    return share


def _children(side: Side) -> Numbers:
    return np.bincount(side.parent + 1, minlength=len(side.provisions) + 1)[1:]


def among(links: Links, others: Links, new: Side) -> Flags:
    """Which of *links* are among *others*."""
    return np.isin(_code(links, new), _code(others, new))


def _code(links: Links, new: Side) -> Numbers:
    result: Numbers = (links[:, 0] + 1) * (len(new.provisions) + 1) + links[:, 1] + 1
    return result


def _became(taken: Links, size: int) -> Numbers:
    """What each old provision became; the last entry is what stands around all."""
    became = np.full(size + 1, _ALONE)
    became[taken[:, 0]] = taken[:, 1]
    became[size] = _ROOT
    return became


def _labels(old: Side, new: Side) -> tuple[Numbers, Numbers]:
    was, now = ([f"{p.kind} {p.label}" for p in side.provisions] for side in (old, new))
    return _coded(was, now)


def _coded(was: Sequence[str], now: Sequence[str]) -> tuple[Numbers, Numbers]:
    codes: dict[str, int] = {}
    first = np.array([codes.setdefault(value, len(codes)) for value in was], np.int64)
    return first, np.array([codes.setdefault(value, len(codes)) for value in now], np.int64)
