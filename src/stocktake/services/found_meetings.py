"""Which facts tell of one meeting, and to which meeting those on chairs and sessions belong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stocktake.lexicon.spelling import spelling, words
from stocktake.model import Fact, Period, Precision

_NAME = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting as facts tell of it, the fullest first."""

    facts: tuple[Fact, ...]

    def value(self, name: str) -> str:
        """What the fullest fact that tells *name* says; empty if none does."""
        found = (item for fact in self.facts if (item := fact.get(name)))
        return " ".join(item.value.split()) if (item := next(found, None)) else ""

    @property
    def kind(self) -> str:
        """The kind told in most words: a stocktaking meeting is a meeting too."""
        told = {item.value for fact in self.facts if (item := fact.get("kind"))}
        return max(sorted(told), key=lambda kind: len(kind.split()), default="")

    @property
    def period(self) -> Period | None:
        """The dates told to the day where there are such; of several, those that last longest."""
        told = [period for fact in self.facts if (period := period_of(fact))]
        exact = [period for period in told if period.precision is Precision.DAY]
        return max(exact or told, key=lambda one: one.end - one.start, default=None)

    @property
    def names(self) -> frozenset[str]:
        """The words of its title."""
        return _words(self.value("title"))

    def is_named(self, title: str) -> bool:
        """Whether *title* names this meeting; one word alone, as "conference", names none."""
        told = _words(title)
        return len(told) >= _NAME and (told <= self.names or self.names <= told)


def gathered(facts: Iterable[Fact]) -> tuple[Told, ...]:
    """Meetings, each with all the facts on it, in the order of time.

    Two facts are of one if the title of one says no more than that of the other and their dates
    meet; where a title is one word ("meeting"), another fact with days must be met to the day.
    """
    found: list[list[Fact]] = []
    for fact in sorted(filter(_title, facts), key=_fullest_first):
        same = (group for group in found if _is_of(fact, group))
        group = next(same, None)
        if group is None:
            found.append([fact])
        else:
            group.append(fact)
    return tuple(sorted((Told(tuple(group)) for group in found), key=_in_time))


def meeting_of(fact: Fact, meetings: Sequence[Told], filed: Mapping[str, str]) -> int | None:
    """The place in *meetings* of the one that a fact is about: by the name it gives, or by the
    title of the meeting that its document is *filed* under, or else the one that its text tells
    of first; None if that cannot be what it calls "the session"."""
    named = fact.get("meeting")
    titles = (named.value if named else "", filed.get(fact.document_id, ""))
    for title in filter(None, titles):
        for number, told in enumerate(meetings):
            if told.is_named(title):
                return number
    here = [
        (one.sentence.start, number)
        for number, told in enumerate(meetings)
        for one in told.facts
        if one.document_id == fact.document_id
    ]
    first = min(here)[1] if here else None
    may_be = first is not None and _words(titles[0]) <= meetings[first].names
    return first if may_be else None


def period_of(fact: Fact) -> Period | None:
    """The dates that a fact tells, None if it tells none."""
    told = fact.get("dates") or fact.get("date")
    try:
        return Period.parse(told.value) if told else None
    except ValueError:
        return None


def _is_of(fact: Fact, group: Sequence[Fact]) -> bool:
    can_be = all(_agree(fact, other) for other in group)
    return can_be and any(_is_sure(fact, other) for other in group)


def _agree(one: Fact, other: Fact) -> bool:
    first, second = _words(_title(one)), _words(_title(other))
    periods = _periods(one, other)
    met = len(periods) < len((one, other)) or _meet(*periods)
    return met and _near(one, other) and (first <= second or second <= first)


def _near(one: Fact, other: Fact) -> bool:
    """Whether the places, where both are told, have a word in common."""
    first, second = (
        _words(told.value) if (told := fact.get("place")) else None for fact in (one, other)
    )
    return first is None or second is None or not first.isdisjoint(second)


def _is_sure(one: Fact, other: Fact) -> bool:
    """Whether two facts that agree say enough: two words, or both the day."""
    days = [period for period in _periods(one, other) if period.precision is Precision.DAY]
    told = min(len(_words(_title(item))) for item in (one, other))
    return told >= _NAME or len(days) == len((one, other))


def _periods(*facts: Fact) -> list[Period]:
    return [period for fact in facts if (period := period_of(fact))]


def _meet(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


def _words(text: str) -> frozenset[str]:
    return frozenset(map(spelling("en").fold, words(text)))


def _title(fact: Fact) -> str:
    told = fact.get("title")
    return told.value if told else ""


def _fullest_first(fact: Fact) -> tuple[int, int, str, str]:
    return -len(_words(_title(fact))), -len(fact.attributes), _title(fact), fact.id


def _in_time(told: Told) -> tuple[str, str, str]:
    begins = told.period.start.isoformat() if told.period else "9999"
    return begins, told.value("title"), told.facts[0].id
