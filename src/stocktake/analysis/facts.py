"""Facts → participation, and facts that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from stocktake.lexicon.figures import counted
from stocktake.lexicon.spelling import spelling, words
from stocktake.model import (
    Conflict,
    Fact,
    FactKind,
    Issue,
    Participation,
    ParticipationStatus,
    Period,
    content_id,
)

CONFLICT = "conflicting facts"
_STATUSES = frozenset(ParticipationStatus)
_LEAST_WORDS = 2
_Key = tuple[str, str, str | None]  # actor, status, day


def participation(facts: Iterable[Fact]) -> tuple[Participation, ...]:
    """Each actor's status from each day it is told of, with the facts that say so, by day.

    What tells no day of a status that others date repeats the first of these: it is proof of it,
    no further change.
    """
    found: dict[_Key, list[Fact]] = defaultdict(list)
    for fact in facts:
        actor, status, day = (fact.get(name) for name in ("actor", "status", "date"))
        if fact.kind is FactKind.PARTICIPATION and actor and status and status.value in _STATUSES:
            found[actor.value, status.value, day.value if day else None].append(fact)
    told = [_participation(*key, facts) for key, facts in _repeats_joined(found).items()]
    return tuple(sorted(told, key=lambda item: (item.since or "9999", item.actor_id, item.status)))


def _repeats_joined(found: Mapping[_Key, Sequence[Fact]]) -> dict[_Key, list[Fact]]:
    days: dict[tuple[str, str], list[str]] = defaultdict(list)
    for actor, status, day in found:
        if day:
            days[actor, status].append(day)
    joined: dict[_Key, list[Fact]] = defaultdict(list)
    for (actor, status, day), facts in found.items():
        first = min(days[actor, status], default=None)
        joined[actor, status, day or first].extend(facts)
    return joined


def conflicting(facts: Iterable[Fact], meetings: Mapping[str, str]) -> Iterator[Conflict]:
    """Each two values that facts give for the same thing.

    *meetings* are the titles of the meetings that documents belong to, by document id: what a
    document calls just "the meeting" is that one; if it is not known, nothing is compared.
    """
    by_kind: dict[FactKind, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda item: item.id):
        by_kind[fact.kind].append(fact)
    for rule in _RULES:
        seen: set[tuple[str, ...]] = set()
        for first, second in _pairs(rule, by_kind[rule.kind], meetings):
            values = tuple(sorted((first.value, second.value)))
            if values not in seen:
                seen.add(values)
                yield _conflict(rule, *sorted((first, second), key=lambda told: told.fact.id))


def is_comparable(item: Conflict, is_state: Callable[[str], bool]) -> bool:
    """Whether both values are of one kind: a State and a city in it do not differ as places."""
    states = [is_state(value) for value in item.values]
    return item.attribute != "place" or states[0] == states[1]


def conflicts(facts: Iterable[Fact], found: Iterable[Conflict]) -> Iterator[Issue]:
    """An Issue for each conflict *found* between *facts*."""
    known = {fact.id: fact for fact in facts}
    for item in found:
        yield _issue(item, [known[id_] for id_ in item.fact_ids])


@dataclass(frozen=True, slots=True)
class _Told:
    """A *value* told of a *thing*; *title* are the words of what it belongs to."""

    value: str
    thing: str
    title: frozenset[str]
    fact: Fact

    def is_of_the_same(self, other: _Told) -> bool:
        return self.title <= other.title or other.title <= self.title


@dataclass(frozen=True, slots=True)
class _Rule:
    """Facts of a kind that tell of the same thing must not differ in a value."""

    kind: FactKind
    value: str
    title: str
    things: tuple[str, ...]
    differ: Callable[[str, str], bool]

    def read(self, fact: Fact, meetings: Mapping[str, str]) -> _Told | None:
        """What *fact* tells; None if it gives no value, or for nothing that has a name."""
        value, title = _value(fact, self.value), _title(fact, self.title, meetings)
        thing = "; ".join(counted(_value(fact, name)) for name in self.things)
        return _Told(value, thing, title, fact) if value and title else None


def _pairs(
    rule: _Rule, facts: Iterable[Fact], meetings: Mapping[str, str]
) -> Iterator[tuple[_Told, _Told]]:
    """Pairs that differ; what is told several times alike is looked at once."""
    by_thing: dict[str, dict[tuple[str, frozenset[str]], _Told]] = defaultdict(dict)
    for fact in facts:
        told = rule.read(fact, meetings)
        if told:
            by_thing[told.thing].setdefault((told.value, told.title), told)
    for thing in sorted(by_thing):
        for first, second in combinations(by_thing[thing].values(), 2):
            if first.is_of_the_same(second) and rule.differ(first.value, second.value):
                yield first, second


def _title(fact: Fact, name: str, meetings: Mapping[str, str]) -> frozenset[str]:
    """The words under which a fact tells of a meeting or an actor; none if that is no name.

    "The intergovernmental conference" is no name: another text may mean another conference.
    """
    rules = spelling("en")
    written = _value(fact, name)
    told = frozenset(map(rules.fold, words(written)))
    is_name = len(told) >= _LEAST_WORDS and written != written.lower()
    if is_name or name == "actor":
        return told
    return frozenset(map(rules.fold, words(meetings.get(fact.document_id, ""))))


def _apart(first: str, second: str) -> bool:
    """Whether two stretches of time have no day in common."""
    try:
        one, other = Period.parse(first), Period.parse(second)
    except ValueError:
        return False
    return one.end < other.start or other.end < one.start


def _other_place(first: str, second: str) -> bool:
    rules = spelling("en")
    one, other = (frozenset(map(rules.fold, words(place))) for place in (first, second))
    return one.isdisjoint(other)


def _other_number(first: str, second: str) -> bool:
    return first != second


_RULES = (
    _Rule(FactKind.ATTENDANCE, "count", "meeting", ("of",), _other_number),
    _Rule(FactKind.MEETING, "dates", "title", ("host",), _apart),
    _Rule(FactKind.MEETING, "place", "title", ("host",), _other_place),
    _Rule(FactKind.MILESTONE, "date", "title", (), _apart),
    _Rule(FactKind.PARTICIPATION, "date", "actor", ("status",), _apart),
)


def _value(fact: Fact, name: str) -> str:
    attribute = fact.get(name)
    return " ".join(attribute.value.split()) if attribute else ""


def _participation(
    actor_id: str, status: str, since: str | None, facts: Iterable[Fact]
) -> Participation:
    proofs = sorted({fact.id: fact for fact in facts}.values(), key=lambda fact: fact.id)
    sources = dict.fromkeys(source.value for fact in proofs for source in fact.all("source"))
    return Participation(
        actor_id,
        ParticipationStatus(status),
        since,
        "; ".join(sources),
        tuple(fact.id for fact in proofs),
    )


def _conflict(rule: _Rule, first: _Told, second: _Told) -> Conflict:
    values, facts = (first.value, second.value), (first.fact.id, second.fact.id)
    return Conflict(rule.kind, rule.value, values, facts)


def _issue(item: Conflict, facts: Iterable[Fact]) -> Issue:
    told = " ".join(
        f"{value}: “{' '.join(fact.sentence.text.split())}”"
        for value, fact in zip(item.values, facts, strict=True)
    )
    return Issue(
        id=content_id(CONFLICT, item.kind, item.attribute, *item.fact_ids),
        kind=CONFLICT,
        message=f"Two facts differ in the {item.attribute} of one {item.kind}. {told}",
        remedy="Both are shown; a person may say which holds.",
        place=", ".join(item.fact_ids),
    )
