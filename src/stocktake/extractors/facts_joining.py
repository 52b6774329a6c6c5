"""What a document tells of one meeting in several places: one fact with a passage for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from stocktake.extractors.facts_sameness import is_same, is_within, refers_to, words
from stocktake.model import FactCandidate, OfferedAttribute, Period, Quote

PASSAGE = "passage"
_ONCE = ("title", "kind", "name", "role")


def joined(candidates: Iterable[FactCandidate]) -> list[FactCandidate]:
    """The facts, those that tell of the same as one, in the order of their first telling.

    The joined fact stands in the sentence that tells most; what others add keeps the words it was
    read from, and each other sentence is kept under ``passage``. What may be one of two meetings
    stays alone.
    """
    groups: list[list[FactCandidate]] = []
    for candidate in candidates:
        fitting = [group for group in groups if all(is_same(item, candidate) for item in group)]
        if not fitting:
            meant = (group for group in reversed(groups) if refers_to(candidate, group[0]))
            fitting = list(islice(meant, 1))
        if len(fitting) == 1:
            fitting[0].append(candidate)
        else:
            groups.append([candidate])
    return [_one(group) for group in groups]


def _one(group: Sequence[FactCandidate]) -> FactCandidate:
    """Of facts that tell the same, one."""
    fullest = max(group, key=_fullness)
    if len(group) == 1:
        return fullest
    others = [item for item in group if item is not fullest]
    told = list(fullest.attributes)
    for other in others:
        told += [item for item in other.attributes if _adds(item, told)]
    told = [item for item in told if not _is_coarser(item, told)]
    passages = [_passage(item.sentence) for item in others if _is_elsewhere(item, fullest)]
    return replace(fullest, attributes=(*told, *passages))


def _fullness(candidate: FactCandidate) -> tuple[bool, int]:
    """How much a telling tells; one that gives the thing a name of several words comes first."""
    named = any(item.name == "title" and " " in item.value for item in candidate.attributes)
    return named, len({item.name for item in candidate.attributes})


def _adds(item: OfferedAttribute, told: Sequence[OfferedAttribute]) -> bool:
    known = [other.value.casefold() for other in told if other.name == item.name]
    if item.name in _ONCE and known:
        return False
    if item.name == "place":
        return not any(words((item.value,)) <= words((value,)) for value in known)
    return item.value.casefold() not in known


def _is_coarser(item: OfferedAttribute, told: Sequence[OfferedAttribute]) -> bool:
    """Whether another value says the same more exactly: the days of a month, a city's country."""
    others = [other for other in told if other.name == item.name and other.value != item.value]
    if item.name == "dates":
        own = Period.parse(item.value)
        finer = (Period.parse(other.value) for other in others)
        return any(is_within(one, own) and one.precision is not own.precision for one in finer)
    if item.name == "place":
        return any(words((item.value,)) < words((other.value,)) for other in others)
    return False


def _is_elsewhere(item: FactCandidate, fullest: FactCandidate) -> bool:
    start, end = _span(fullest.sentence)
    first, behind = _span(item.sentence)
    return behind <= start or end <= first


def _span(quote: Quote) -> tuple[int, int]:
    start = quote.start or 0
    return start, start + len(quote.text)


def _passage(sentence: Quote) -> OfferedAttribute:
    return OfferedAttribute(PASSAGE, " ".join(sentence.text.split()), sentence)
