"""Measures of how far views on one thing meet or part; each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import log


def agreement(counts: Sequence[int]) -> float:
    """Agreement A over ordered categories: 1 all in one, 0 evenly over all, -1 half at each end.

    *counts* are the numbers of actors in each of three or more categories, in their order. The
    frequencies are split into layers, in each of which a category is either empty or not; A is the
    mean of the layers' agreement, weighted by what they hold. ValueError if nobody is counted.

    Source: C. van der Eijk, "Measuring agreement in ordered rating scales", Quality & Quantity
    35 (2001) 325-341.
    """
    total = sum(counts)
    if not total:
        raise ValueError("nobody is counted")
    levels = sorted({0, *counts})
    return sum(
        _pattern_agreement([count >= high for count in counts])
        * (high - low)
        * sum(count >= high for count in counts)
        / total
        for low, high in pairwise(levels)
    )


def _pattern_agreement(filled: Sequence[bool]) -> float:
    """A of a layer, from the triples that tell one peak (1 1 0, 0 1 1) from two (1 0 1)."""
    kinds, used = len(filled), sum(filled)
    if used in {1, kinds}:
        return 1.0 if used == 1 else 0.0
    triples = list(combinations(filled, 3))
    one = triples.count((True, True, False)) + triples.count((False, True, True))
    two = triples.count((True, False, True))
    unimodal = ((kinds - 2) * one - (kinds - 1) * two) / ((kinds - 2) * (one + two))
    return unimodal * (1 - (used - 1) / (kinds - 1))


def polarisation(opposes: int, mixed: int, supports: int) -> float:
    """Polarisation of three groups at -1, 0 and 1: 0 if all stand on one side, 1 if half on each.

    The measure of J.-M. Esteban and D. Ray, "On the measurement of polarization", Econometrica 62
    (1994) 819-851, with alpha = 1, scaled so that two equal opposite sides give 1.
    """
    total = opposes + mixed + supports
    groups = [(-1, opposes / total), (0, mixed / total), (1, supports / total)]
    return 2 * sum(
        own * own * other * abs(here - there) for here, own in groups for there, other in groups
    )


def balance(opposes: int, supports: int) -> float:
    """The smaller side over the larger one: 0 if one side is empty, 1 if both are equal."""
    larger = max(opposes, supports)
    return min(opposes, supports) / larger if larger else 0.0


def evenness(counts: Sequence[int]) -> float | None:
    """Evenness over groups, 0..1: Shannon's entropy over the most that so many groups allow.

    None for fewer than two groups that hold anybody. Source: E. C. Pielou, "The measurement of
    diversity in different types of biological collections", J. Theoretical Biology 13 (1966)
    131-144.
    """
    held = [count for count in counts if count]
    if len(held) < 2:
        return None
    total = sum(held)
    return -sum(count / total * log(count / total) for count in held) / log(len(held))
