"""Which meeting a brief is about, and which facts and documents belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stocktake.errors import NotFoundError
from stocktake.model import Fact, FactKind, Meeting, Period
from stocktake.reports.brief.known import LEAST_WORDS, Known, period_of, words_of
from stocktake.reports.records import Records

_ANY = frozenset({"meeting", "meetings", "event"})
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Convened:
    """The meeting that a brief is about: *id* in process.toml, empty if that does not name it;
    *words* are those of its title; *period* as far as anybody said."""

    id: str
    title: str
    words: frozenset[str]
    period: Period | None

    def is_named(self, title: str) -> bool:
        """Whether *title* names this meeting; one word alone, as "conference", names none."""
        told = words_of(title)
        return len(told) >= LEAST_WORDS and (told <= self.words or self.words <= told)


def find(name: str, records: Records) -> Convened:
    """The meeting with that id or title, of process.toml or of the facts.

    A part of a title is enough if it is that of one meeting only. NotFoundError lists those
    that are known.
    """
    planned, told = records.stock.process.meetings, _told(records)
    for found in (
        [item for item in planned if item.id == name],
        [item for item in planned if words_of(name) <= words_of(item.title)],
    ):
        if len(found) == 1:
            return _planned(found[0])
    for convened in told:
        if words_of(name) and words_of(name) <= convened.words:
            return convened
    raise _unknown(name, planned, told)


def is_of(fact: Fact, meeting: Convened, known: Known) -> bool:
    """Whether a fact is about the meeting: by the name it gives, or else by its document."""
    named = fact.get("title" if fact.kind is FactKind.MEETING else "meeting")
    told = words_of(named.value) if named else frozenset()
    if named and len(told) >= LEAST_WORDS:
        return meeting.is_named(named.value)
    may_be = told <= meeting.words | _ANY
    return may_be and is_about(fact.document_id, meeting, known)


def is_about(document_id: str, meeting: Convened, known: Known) -> bool:
    """Whether a document belongs to the meeting: as its input is filed, or else by the meeting
    that it tells of first."""
    source = known.records.input_of(document_id)
    filed = source.get("meeting") if source else None
    if filed:
        return filed == meeting.id
    return meeting.is_named(known.meetings.get(document_id, ""))


def _planned(meeting: Meeting) -> Convened:
    return Convened(meeting.id, meeting.title, words_of(meeting.title), meeting.period)


def _told(records: Records) -> list[Convened]:
    """The meetings of which facts tell, those of which most is told first."""
    facts = [fact for fact in records.facts(FactKind.MEETING) if _title(fact)]
    facts.sort(key=lambda fact: (-len(fact.attributes), _title(fact), fact.id))
    found = (Convened("", _title(fact), words_of(_title(fact)), period_of(fact)) for fact in facts)
    return list(_once(found))


def _once(found: Iterable[Convened]) -> Iterator[Convened]:
    seen: set[frozenset[str]] = set()
    for item in found:
        if item.words not in seen:
            seen.add(item.words)
            yield item


def _title(fact: Fact) -> str:
    """The name that a fact gives its meeting; empty if it is none."""
    named = fact.get("title")
    return named.value if named and len(words_of(named.value)) >= LEAST_WORDS else ""


def _unknown(name: str, planned: Iterable[Meeting], told: Iterable[Convened]) -> NotFoundError:
    names = [*(item.id for item in planned), *(item.title for item in told)]
    known = "; ".join(dict.fromkeys(names[:_NAMED]))
    return NotFoundError(
        f"no one meeting is known as {name!r}.",
        remedy=f"Name one of: {known}." if known else "Name it in process.toml, [[meetings]].",
    )
