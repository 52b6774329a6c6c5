"""Earlier meetings: what several facts tell of one meeting is told once, the fullest way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stocktake.model import Fact, FactKind, Period, Precision
from stocktake.reports.brief.known import LEAST_WORDS, period_of, words_of
from stocktake.reports.brief.saying import proofs
from stocktake.reports.brief.scene import Scene
from stocktake.reports.dates import say
from stocktake.reports.patterns import Cited, one_line, words


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting of which a fact tells the name and the time."""

    fact: Fact
    title: str
    period: Period

    @property
    def words(self) -> frozenset[str]:
        return words_of(self.title)

    @property
    def place(self) -> str:
        told = self.fact.get("place")
        return one_line(told.value) if told else ""

    def is_one_with(self, other: Held) -> bool:
        """Whether both have a day in common, and the one's name holds the other's."""
        named = self.words <= other.words or other.words <= self.words
        return named and self._meets(other)

    def is_apart(self, other: Held) -> bool:
        """Whether they have no day in common; or other places, and not both a day of their own."""
        exact = self.period.precision is other.period.precision is Precision.DAY
        elsewhere = words_of(self.place).isdisjoint(words_of(other.place))
        return not self._meets(other) or (elsewhere and not exact)

    def _meets(self, other: Held) -> bool:
        return self.period.start <= other.period.end and other.period.start <= self.period.end


def meetings(scene: Scene) -> list[Held]:
    """The meetings that ended before this one began, in the order of their dates."""
    start = scene.period()
    facts = scene.known.facts(FactKind.MEETING)
    found = [item for item in held(facts) if start and item.period.end < start.start]
    found.sort(key=_fullness)
    kept = [item for item in _once(found) if item.place or len(item.words) >= LEAST_WORDS]
    return sorted(kept, key=lambda item: (item.period, item.title))


def said(items: Sequence[Held]) -> list[Cited]:
    """Each name with its places and dates, those of one name together."""
    named: dict[frozenset[str], list[Held]] = {}
    for item in items:
        named.setdefault(item.words, []).append(item)
    return [_said(same) for same in named.values()]


def _said(same: Sequence[Held]) -> Cited:
    when = "; ".join(_where(item) for item in same)
    text = words("brief_meeting", title=same[0].title, when=when)
    return Cited(text, proofs([item.fact for item in same], len(same)))


def _where(item: Held) -> str:
    date = say(item.period)
    return words("brief_meeting_at", place=item.place, date=date) if item.place else date


def held(facts: Iterable[Fact]) -> Iterator[Held]:
    """The meetings of which facts tell both name and time."""
    for fact in facts:
        title, period = fact.get("title"), period_of(fact)
        if title and period:
            yield Held(fact, one_line(title.quotation.text), period)


def _fullness(item: Held) -> tuple[bool, int, int, str, str]:
    """The fullest first: with a place, in few days, under a long name."""
    days = (item.period.end - item.period.start).days
    return not item.place, days, -len(item.words), item.title, item.fact.id


def _once(found: Iterable[Held]) -> list[Held]:
    kept: list[Held] = []
    for item in found:
        if not any(item.is_one_with(other) for other in kept):
            kept.append(item)
    return kept
