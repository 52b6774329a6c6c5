"""Who attended, spoke or handed in, though the rules of the meeting do not name such actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stocktake import store
from stocktake.lexicon.programme import programme_words
from stocktake.model import Actor, Attendance, Rules, Speaker
from stocktake.model.entered import ATTENDANCE, SPEAKER
from stocktake.services import current_process, entering
from stocktake.services.current_process import Current
from stocktake.services.rows import Row
from stocktake.services.workspace import Workspace

RULES = ("attend", "speak", "submit")


@dataclass(frozen=True, slots=True)
class Deed:
    """An actor did what a *rule* (attend, speak, submit) is about, at a *meeting* (its id, empty:
    none is told); *what* names the person or the input."""

    rule: str
    meeting: str
    actor: Actor
    what: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A deed that the rules do not provide for; *named* are those whom they name."""

    deed: Deed
    named: tuple[str, ...]


def doubts(workspace: Workspace) -> list[Doubt]:
    """What the rules do not provide for, in the order of the meetings. Where a rule names nobody,
    or somebody whom no list of the lexicon knows, nothing is said."""
    known, words = current_process.current(workspace), programme_words(workspace.lexicon)
    order = {item.id: number for number, item in enumerate(known.process.meetings)}
    found = [
        Doubt(deed, named)
        for deed in _deeds(workspace, known)
        for named in (_named(deed, known),)
        if words.admits(named, deed.actor.kind.value) is False
    ]
    return sorted(found, key=lambda item: (order.get(item.deed.meeting, -1), _place(item.deed)))


def unknown(workspace: Workspace) -> tuple[str, ...]:
    """The words of the rules that no list knows, so that what they say cannot be checked."""
    known, words = current_process.current(workspace), programme_words(workspace.lexicon)
    lists = {word for found in words.admitted.values() for word in found}
    rules = (known.process.rules, *(item.rules for item in known.process.meetings if item.rules))
    named = (who for item in rules for rule in RULES for who in getattr(item, rule))
    return tuple(dict.fromkeys(who for who in named if who.casefold() not in lists))


def rows(found: Sequence[Doubt]) -> list[Row]:
    """One row a doubt."""
    return [
        {
            "meeting": item.deed.meeting,
            "actor": item.deed.actor.name,
            "kind": item.deed.actor.kind.value,
            "rules": f"may not {item.deed.rule}",
            "what": item.deed.what,
            "named by the rules": "; ".join(item.named),
        }
        for item in found
    ]


def _deeds(workspace: Workspace, known: Current) -> Iterator[Deed]:
    get = known.words.actors.get
    for told in entering.standing(workspace, ATTENDANCE, Attendance):
        if told.actor_id:
            yield Deed("attend", told.meeting, get(told.actor_id), told.person)
    for one in entering.standing(workspace, SPEAKER, Speaker):
        yield Deed("speak", one.meeting, get(one.actor_id), one.person)
    with workspace.store() as base, base.reading() as connection:
        frozen = store.latest(connection)
    for item in frozen.stock.inputs if frozen else ():
        for actor in item.actor_ids:
            yield Deed("submit", item.get("meeting") or "", get(actor), item.title)


def _named(deed: Deed, known: Current) -> tuple[str, ...]:
    meeting = known.process.meeting(deed.meeting)
    rules: Rules = known.process.rules_of(meeting) if meeting else known.process.rules
    named: tuple[str, ...] = getattr(rules, deed.rule)
    return named


def _place(deed: Deed) -> tuple[str, str, str]:
    return deed.rule, deed.actor.name, deed.what
