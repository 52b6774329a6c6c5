"""Facts → participation, and facts that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from stocktake.model import (
    Fact,
    FactKind,
    Issue,
    Participation,
    ParticipationStatus,
    content_id,
)

CONFLICT = "conflicting facts"
_STATUSES = frozenset(ParticipationStatus)


@dataclass(frozen=True, slots=True)
class _Rule:
    """Facts of a kind that agree in *same* must agree in *value*, if all give it."""

    kind: FactKind
    same: tuple[str, ...]
    value: str


_RULES = (
    _Rule(FactKind.ATTENDANCE, ("of", "meeting"), "count"),
    _Rule(FactKind.MEETING, ("title",), "dates"),
    _Rule(FactKind.MEETING, ("title",), "place"),
    _Rule(FactKind.PHASE, ("title",), "dates"),
    _Rule(FactKind.PARTICIPATION, ("actor", "status"), "date"),
    _Rule(FactKind.MILESTONE, ("title",), "date"),
    _Rule(FactKind.ANNOUNCEMENT, ("actor", "title"), "date"),
)


def participation(facts: Iterable[Fact]) -> tuple[Participation, ...]:
    """Each actor's status from each day it is told of, with the facts that say so, by day."""
    found: dict[tuple[str, str, str | None], list[Fact]] = defaultdict(list)
    for fact in facts:
        actor, status, day = (fact.get(name) for name in ("actor", "status", "date"))
        if fact.kind is FactKind.PARTICIPATION and actor and status and status.value in _STATUSES:
            found[actor.value, status.value, day.value if day else None].append(fact)
    told = [_participation(*key, facts) for key, facts in found.items()]
    return tuple(sorted(told, key=lambda item: (item.since or "9999", item.actor_id, item.status)))


def conflicts(facts: Iterable[Fact]) -> Iterator[Issue]:
    """An Issue for each thing of which facts give different values; it names all of them."""
    by_kind: dict[FactKind, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_kind[fact.kind].append(fact)
    for rule in _RULES:
        for thing, values in sorted(_values(rule, by_kind[rule.kind]).items()):
            if len(values) > 1:
                yield _conflict(rule, thing, values)


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


def _values(
    rule: _Rule, facts: Iterable[Fact]
) -> Mapping[tuple[str, ...], Mapping[str, list[Fact]]]:
    """The values given for each thing, with the facts that give them."""
    found: dict[tuple[str, ...], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        value = fact.get(rule.value)
        thing = tuple(_plain(fact, name) for name in rule.same)
        if value is not None and thing[0]:
            found[thing][" ".join(value.value.split())].append(fact)
    return found


def _plain(fact: Fact, name: str) -> str:
    attribute = fact.get(name)
    return " ".join(attribute.value.casefold().split()) if attribute else ""


def _conflict(rule: _Rule, thing: tuple[str, ...], values: Mapping[str, list[Fact]]) -> Issue:
    given = "; ".join(
        f"{value} (“{min(facts, key=lambda fact: fact.id).sentence.text}”)"
        for value, facts in sorted(values.items())
    )
    name = ", ".join(filter(None, thing))
    proofs = sorted(fact.id for facts in values.values() for fact in facts)
    return Issue(
        id=content_id(CONFLICT, rule.kind, rule.value, list(thing), list(proofs)),
        kind=CONFLICT,
        message=f"The {rule.value} of {rule.kind} ({name}) is told in different ways: {given}.",
        remedy="Both are shown; a person may say which holds.",
        place=", ".join(proofs),
    )
