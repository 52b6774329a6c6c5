"""Recommendations with the State that makes them in brackets."""

from __future__ import annotations

from tests.extractors.english.conftest import Find, Say


def test_the_state_in_brackets_recommends(say: Say) -> None:
    found = say("12.3 Ratify the Convention on Piers (Ruritania);")
    assert found == ["XRU | Ratify | Ratify the Convention on Piers"]


def test_several_states_recommend_the_same(say: Say) -> None:
    found = say("12.3 Ratify the Convention (Ruritania) (Kingdom of Ruritania, Sylvania);")
    assert found == ["XRU+XSY | Ratify | Ratify the Convention"]


def test_several_recommendations_may_share_a_point(say: Say) -> None:
    found = say("4.1 Open harbours (Freedonia); Count boats (Sylvania).")
    assert found == ["XFR | Open | Open harbours", "XSY | Count | Count boats"]


def test_brackets_that_name_no_actor_recommend_nothing(say: Say) -> None:
    assert say("12.3 Ratify the Convention (1979);") == []


def test_the_state_in_the_title_is_asked(find: Find) -> None:
    (found,) = find("12.3 Open harbours (Freedonia);")
    assert found.addressees == ()
