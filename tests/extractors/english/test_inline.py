"""Lettered points within a sentence."""

from __future__ import annotations

from tests.extractors.english.conftest import Find, Say


def test_each_lettered_point_is_a_statement(say: Say) -> None:
    found = say("Ruritania urged States to: (a) open piers; (b) mend them; and (c) report.")
    assert found == ["XRU | urged | open piers", "XRU | urged | mend them", "XRU | urged | report"]


def test_the_words_that_lead_are_the_context(find: Find) -> None:
    found = find("States should: (a) open piers; (b) mend them.", "statement", "XRU")
    assert {each.context.text for each in found if each.context} == {"States should:"}


def test_a_single_letter_makes_no_list(say: Say) -> None:
    found = say("Ruritania supported option (b) of the text.")
    assert found == ["XRU | supported | option (b) of the text"]
