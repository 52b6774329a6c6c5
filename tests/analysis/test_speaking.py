"""Who speaks when, and how the time was shared."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.speaking import Total, totals, turns
from stocktake.lexicon.programme import programme_words
from stocktake.model import Actor, ActorKind, Rules, Speaker, SpeakerStatus

WORDS = programme_words()
ACTORS = {
    "XFR": Actor("XFR", "Freedonia", ActorKind.STATE, "WEOG"),
    "XRU": Actor("XRU", "Ruritania", ActorKind.STATE, "Eastern European Group"),
    "org:hw": Actor("org:hw", "Harbour Watch", ActorKind.CIVIL_SOCIETY),
    "group:coastal": Actor("group:coastal", "Coastal Group", ActorKind.GROUP),
}
FREEDONIA = Speaker("1", "m", "XFR", asked="1", office="Deputy Minister", gender="f")
RURITANIA = Speaker("2", "m", "XRU", asked="2", office="Minister of Harbours")
WATCH = Speaker("3", "m", "org:hw", asked="3", status=SpeakerStatus.SPOKE, minutes=4)
COASTAL = Speaker("4", "m", "group:coastal", asked="10", gender="m")
ALL = (FREEDONIA, RURITANIA, WATCH, COASTAL)


def order(rules: Rules, *speakers: Speaker) -> list[str]:
    return [turn.speaker.id for turn in turns(speakers or ALL, ACTORS, rules, WORDS)]


def test_who_asked_first_speaks_first() -> None:
    assert order(Rules()) == ["1", "2", "3", "4"]


def test_groups_come_first_where_the_rules_say_so() -> None:
    assert order(Rules(groups_first=True)) == ["4", "1", "2", "3"]


def test_who_speaks_for_a_group_comes_with_the_groups() -> None:
    behalf = replace(RURITANIA, behalf=("group:coastal",))
    assert order(Rules(groups_first=True), FREEDONIA, behalf) == ["2", "1"]


def test_a_minister_comes_before_a_deputy_minister() -> None:
    assert order(Rules(order="rank"))[:2] == ["2", "1"]


def test_names_are_in_alphabetical_order() -> None:
    assert order(Rules(order="alphabetical")) == ["4", "1", "3", "2"]


def test_states_come_before_organisations_by_kind() -> None:
    assert order(Rules(order="kind")) == ["4", "1", "2", "3"]


def test_who_withdrew_stands_at_the_end() -> None:
    withdrew = replace(FREEDONIA, status=SpeakerStatus.WITHDREW)
    assert order(Rules(), withdrew, RURITANIA) == ["2", "1"]


def test_groups_have_minutes_of_their_own() -> None:
    found = turns(ALL, ACTORS, Rules(minutes=3, group_minutes=5), WORDS)
    assert [turn.limit for turn in found] == [3, 3, 3, 5]


def test_who_spoke_longer_than_the_limit_is_told_by_how_much() -> None:
    found = turns((WATCH,), ACTORS, Rules(minutes=3), WORDS)
    assert found[0].over == 1


def test_without_a_limit_nobody_speaks_too_long() -> None:
    assert turns((WATCH,), ACTORS, Rules(), WORDS)[0].over == 0


def test_whom_the_rules_do_not_let_speak_is_told() -> None:
    found = turns(ALL, ACTORS, Rules(speak=("States",)), WORDS)
    assert [turn.admitted for turn in found] == [True, True, False, True]


def test_rules_in_words_that_nobody_knows_shut_nobody_out() -> None:
    found = turns(ALL, ACTORS, Rules(speak=("friends of the chair",)), WORDS)
    assert {turn.admitted for turn in found} == {None}


def test_a_gender_that_was_not_entered_is_not_guessed() -> None:
    found = totals(turns(ALL, ACTORS, Rules(), WORDS))
    assert [item.value for item in found if item.by == "gender"] == ["f", "m", "not entered"]


def test_totals_tell_who_spoke_and_who_waits() -> None:
    found = totals(turns(ALL, ACTORS, Rules(), WORDS))
    assert Total("region", "no region", 1, 4, 1) in found


@given(st.permutations(ALL), st.sampled_from(sorted(WORDS.orders)), st.booleans())
def test_the_order_in_which_speakers_are_entered_changes_nothing(
    speakers: list[Speaker], name: str, groups: bool
) -> None:
    rules = Rules(order=name, groups_first=groups)
    assert order(rules, *speakers) == order(rules, *ALL)
