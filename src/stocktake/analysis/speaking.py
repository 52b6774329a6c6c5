"""Who speaks when, by the rules of a meeting, and how the time was shared so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stocktake.lexicon.programme import ProgrammeWords
from stocktake.model import Actor, ActorKind, Rules, Speaker, SpeakerStatus

NOT_ENTERED = "not entered"
NO_REGION = "no region"
_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Turn:
    """A place on the list: *limit* is how many minutes the rules give, 0: no limit; *over* by how
    many it spoke longer; *admitted* whether the rules let it speak, None where they do not tell."""

    number: int
    speaker: Speaker
    actor: Actor
    group: bool
    limit: float
    admitted: bool | None = None

    @property
    def over(self) -> float:
        return max(0.0, self.speaker.minutes - self.limit) if self.limit else 0.0


@dataclass(frozen=True, slots=True)
class Total:
    """How many of a *value* (a region, a gender, a kind of actor) spoke, for how many minutes, and
    how many still wait."""

    by: str
    value: str
    spoke: int
    minutes: float
    waiting: int


def turns(
    speakers: Iterable[Speaker],
    actors: Mapping[str, Actor],
    rules: Rules,
    words: ProgrammeWords,
) -> list[Turn]:
    """The list in the order of the rules, whatever the order in which it was entered.

    Who withdrew stands at the end. *actors* holds every actor by id. SettingsError if the rules
    name an order that *words* does not know.
    """
    keys = words.order(rules.order)
    seats = [(item, actors[item.actor_id]) for item in speakers]
    by: dict[str, Callable[[Speaker, Actor], Any]] = {
        "asked": lambda item, _: _asked(item.asked),
        "rank": lambda item, _: words.rank(item.office),
        "kind": lambda _, actor: words.kind(actor.kind.value),
        "name": lambda _, actor: (actor.name.casefold(), actor.name),
    }

    def place(seat: tuple[Speaker, Actor]) -> tuple[Any, ...]:
        item, actor = seat
        last = item.status is SpeakerStatus.WITHDREW
        group = rules.groups_first and not for_group(item, actor)
        return last, group, *(by[key](item, actor) for key in keys), item.person, item.id

    ordered = sorted(seats, key=place)
    return [_turn(number, *seat, rules, words) for number, seat in enumerate(ordered, 1)]


def for_group(speaker: Speaker, actor: Actor) -> bool:
    """Whether a speaker speaks for a group of States."""
    return actor.kind is ActorKind.GROUP or bool(speaker.behalf)


def totals(listed: Sequence[Turn]) -> list[Total]:
    """What was spoken and who waits: by region, by gender, by kind of actor."""
    sorts: tuple[tuple[str, Callable[[Turn], str]], ...] = (
        ("region", lambda turn: turn.actor.region or NO_REGION),
        ("gender", lambda turn: turn.speaker.gender or NOT_ENTERED),
        ("kind", lambda turn: turn.actor.kind.value),
    )
    return [
        _total(by, value, [turn for turn in listed if of(turn) == value])
        for by, of in sorts
        for value in sorted({of(turn) for turn in listed})
    ]


def _turn(number: int, speaker: Speaker, actor: Actor, rules: Rules, words: ProgrammeWords) -> Turn:
    group = for_group(speaker, actor)
    admitted = words.admits(rules.speak, actor.kind.value)
    return Turn(number, speaker, actor, group, rules.limit(group=group), admitted)


def _total(by: str, value: str, of: Sequence[Turn]) -> Total:
    spoke = [turn for turn in of if turn.speaker.status is SpeakerStatus.SPOKE]
    waiting = sum(turn.speaker.status is SpeakerStatus.ASKED for turn in of)
    minutes = round(sum(turn.speaker.minutes for turn in spoke), 2)
    return Total(by, value, len(spoke), minutes, waiting)


def _asked(text: str) -> tuple[bool, str]:
    """By number, by hour or by day and hour; who did not say when comes after those who did."""
    return not text, text.zfill(_NUMBER) if text.isdecimal() else text
