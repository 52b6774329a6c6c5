"""Whether two facts of a document tell of one meeting, or of one person in the chair."""

from __future__ import annotations

import re

from stocktake.model import FactCandidate, FactKind, Period

_WORD = re.compile(r"\w+")
_DEFINITE = re.compile(r"\b(?:the|this)\s+$", re.IGNORECASE)
_SMALL = frozenset({"the", "a", "of", "on", "for", "to", "and", "in", "at"})
_LEAST_WORDS = 2


def is_same(first: FactCandidate, second: FactCandidate) -> bool:
    """Whether both tell of the same: a meeting, or one who chairs; other facts stay apart."""
    if first.kind is not second.kind:
        return False
    if first.kind is FactKind.MEETING:
        return _is_same_meeting(first, second)
    return first.kind is FactKind.CHAIR and _is_same_chair(first, second)


def refers_to(candidate: FactCandidate, earlier: FactCandidate) -> bool:
    """Whether *candidate* is of "the meeting", and may mean the *earlier* one of that name."""
    if candidate.kind is not FactKind.MEETING or earlier.kind is not FactKind.MEETING:
        return False
    title = next(item.quote for item in candidate.attributes if item.name == "title")
    before = candidate.sentence.text[: (title.start or 0) - (candidate.sentence.start or 0)]
    if " " in title.text or not _DEFINITE.search(before) or _are_apart(candidate, earlier):
        return False
    days = values(candidate, "dates") and values(earlier, "dates")
    return _is_called(earlier, title.text) and (not days or _meet(candidate, earlier))


def _is_called(meeting: FactCandidate, word: str) -> bool:
    """Whether "the round" may be short for its title: the last word of it, or of its kind."""
    heads = [item.quote.text for item in meeting.attributes if item.name == "kind"]
    names = [name.casefold() for name in (*values(meeting, "title"), *heads)]
    short = word.casefold()
    return any(name.endswith(short) or name.startswith(f"{short} of ") for name in names)


def values(candidate: FactCandidate, name: str) -> tuple[str, ...]:
    """All values under a name, in the order in which they are offered."""
    return tuple(item.value for item in candidate.attributes if item.name == name)


def words(texts: tuple[str, ...]) -> frozenset[str]:
    """The words of some texts that tell things apart."""
    return frozenset(_WORD.findall(" ".join(texts).casefold())) - _SMALL


def is_within(inner: Period, outer: Period) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_same_meeting(first: FactCandidate, second: FactCandidate) -> bool:
    """Titles of which one says nothing that the other does not, and no day, place or host that
    speaks against it. Where one tells no day, the title must be the name of a single meeting."""
    names = [words(values(item, "title")) for item in (first, second)]
    if not (names[0] <= names[1] or names[1] <= names[0]):
        return False
    if values(first, "host") != values(second, "host") or _are_apart(first, second):
        return False
    if values(first, "dates") and values(second, "dates"):
        return _meet(first, second)
    return min(map(len, names)) >= _LEAST_WORDS and not any(map(_is_several, (first, second)))


def _are_apart(first: FactCandidate, second: FactCandidate) -> bool:
    """Whether they are told to be in places that have no word in common."""
    one, other = (words(values(item, "place")) for item in (first, second))
    return bool(one and other and one.isdisjoint(other))


def _meet(first: FactCandidate, second: FactCandidate) -> bool:
    """Whether the dates of one lie within those of the other."""
    one, other = (
        [Period.parse(value) for value in values(item, "dates")] for item in (first, second)
    )
    return _all_within(one, other) or _all_within(other, one)


def _all_within(inner: list[Period], outer: list[Period]) -> bool:
    return all(any(is_within(item, wide) for wide in outer) for item in inner)


def _is_several(candidate: FactCandidate) -> bool:
    """Whether its name is that of several meetings: "regional consultations"."""
    heads = (item.quote.text for item in candidate.attributes if item.name == "kind")
    return next(heads, "").casefold().endswith("s")


def _is_same_chair(first: FactCandidate, second: FactCandidate) -> bool:
    """One name and role, and not of two meetings."""
    if any(_folded(first, name) != _folded(second, name) for name in ("name", "role")):
        return False
    if not values(first, "name"):
        return False
    meetings = [words(values(item, "meeting")) for item in (first, second)]
    return not all(meetings) or meetings[0] <= meetings[1] or meetings[1] <= meetings[0]


def _folded(candidate: FactCandidate, name: str) -> tuple[str, ...]:
    return tuple(value.casefold() for value in values(candidate, name))
