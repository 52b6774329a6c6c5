"""Those whom a theme affects most are known by words in their names, or by name."""

from __future__ import annotations

import pytest

from stocktake.analysis.affected import affected_voices, is_known_by
from stocktake.analysis.levels import silent_levels
from stocktake.model import Actor, ActorKind, Gap, GapKind
from tests.analysis.voices import stock_of

FISHERS = Actor("org:fishers", "Union of Fishers", ActorKind.CIVIL_SOCIETY)
MILLERS = Actor("org:millers", "Millers' Guild", ActorKind.CIVIL_SOCIETY)
OFFICE = Actor("un:fish", "United Nations Fish Office", ActorKind.UN_ENTITY)
ACTORS = (FISHERS, MILLERS, OFFICE)


def heard(*speakers: Actor, **process: object) -> tuple[str, ...]:
    stock = stock_of(ACTORS, [actor.id for actor in speakers], **process)  # type: ignore[arg-type]
    [voice] = affected_voices(stock)
    return voice.actor_ids


def test_an_organisation_of_theirs_is_a_voice() -> None:
    assert heard(FISHERS, MILLERS, OFFICE) == ("org:fishers",)


def test_an_entity_that_speaks_of_them_is_none() -> None:
    assert heard(OFFICE) == ()


def test_one_that_handed_in_and_said_nothing_on_it_is_none() -> None:
    assert heard(MILLERS) == ()


def test_the_process_can_say_who_they_are_by_name() -> None:
    told = (("dams", ("United Nations Fish Office",)),)
    assert heard(OFFICE, FISHERS, affected=told) == ("un:fish",)


@pytest.mark.parametrize(
    ("word", "known"),
    [("fish*", True), ("fish", False), ("FISHERS", True), ("union of*", True), ("shers", False)],
)
def test_a_word_is_one_of_the_name_or_begins_one(word: str, known: bool) -> None:
    assert is_known_by(FISHERS, (word,)) is known


def test_who_spoke_on_a_theme_is_silent_on_it_at_the_other_levels() -> None:
    stock = stock_of(ACTORS, [FISHERS.id])
    assert list(silent_levels(stock)) == [Gap(GapKind.SILENT, "dams", "all", FISHERS.id)]
