"""Clauses that look subordinate and carry the statement all the same."""

from __future__ import annotations

import pytest

from tests.extractors.english.conftest import Say


@pytest.mark.parametrize(
    "lead",
    [
        "That is why",
        "This is precisely why",
        "That is one reason why",
        "That is one reason",
        "It is on that basis that",
        "It is for these reasons that",
    ],
)
def test_a_cleft_leads_to_what_the_author_says(say: Say, lead: str) -> None:
    assert say(f"{lead} we welcome the pier.", "statement", "XRU") == ["XRU | welcome | the pier"]


def test_a_second_cleft_ends_the_content_of_the_first(say: Say) -> None:
    text = "It is here that piers rot; that is why we support oak, and why we reject steel."
    found = say(text, "statement", "XRU")
    assert found == ["XRU | support | oak", "XRU | reject | steel"]


def test_a_cleft_may_name_the_author(say: Say) -> None:
    text = "That is one reason Ruritania will not participate in the pact."
    assert say(text, "statement", "XRU") == ["XRU | not participate | in the pact"]


def test_a_question_of_why_is_no_cleft(say: Say) -> None:
    assert say("Nobody asked why we support the pier.", "statement", "XRU") == []


def test_what_the_author_announces_is_what_it_says(say: Say) -> None:
    text = "I take this opportunity to inform delegates that Ruritania will not support the pier."
    assert say(text, "statement", "XRU") == ["XRU | not support | the pier"]
