"""What the author thinks of a thing, and what it binds itself to."""

from __future__ import annotations

import pytest

from stocktake.model import Act
from tests.extractors.english.conftest import Find, Say


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The pier is a huge step in the right direction.", Act.SUPPORTS),
        ("The pier should be considered a positive step.", Act.SUPPORTS),
        ("We believe that the opening of the pier is crucial.", Act.SUPPORTS),
        ("This pier is the worst possible gift to sailors.", Act.OPPOSES),
        ("The plan for safe, dry and cheap piers is a strongly biased text.", Act.OPPOSES),
        ("Such piers exist, and the mere sight of them is unacceptable.", None),
    ],
)
def test_judging_a_definite_thing_takes_a_side(find: Find, text: str, act: Act | None) -> None:
    found = find(text, "statement", "XRU")
    assert [candidate.act for candidate in found] == ([act] if act else [])


def test_the_content_is_the_thing_that_is_judged(say: Say) -> None:
    found = say("In our view, the new pier is a milestone.", "statement", "XRU")
    assert found == ["XRU | milestone | the new pier"]


def test_an_essential_thing_is_not_a_thing_that_is_essential(find: Find) -> None:
    found = find("We believe that the pier is an essential part.", "statement", "XRU")
    assert [candidate.act for candidate in found] == [Act.REPORTS]


@pytest.mark.parametrize("will", ["will", "will also", "shall"])
def test_what_the_author_will_do_is_a_commitment(find: Find, will: str) -> None:
    (found,) = find(f"We {will} continue to mend the pier.", "statement", "XRU")
    assert (found.act, found.content.text) == (Act.COMMITS, "to mend the pier")


@pytest.mark.parametrize("text", ["I shall begin with piers.", "We will never forget the pier."])
def test_what_the_speaker_will_say_is_none(say: Say, text: str) -> None:
    assert say(text, "statement", "XRU") == []


def test_an_aim_of_the_author_is_a_commitment(say: Say) -> None:
    found = say("Our main objective is to mend the pier.", "statement", "XRU")
    assert found == ["XRU | objective | to mend the pier"]


@pytest.mark.parametrize("text", ["We will not take part in the pact.", "We do not accept it."])
def test_a_refusal_is_opposition(find: Find, text: str) -> None:
    (found,) = find(text, "statement", "XRU")
    assert (found.act, found.negated) == (Act.OPPOSES, True)


@pytest.mark.parametrize(
    "cue", ["pleased to note", "very pleased to see", "happy to learn", "glad to know"]
)
def test_to_be_pleased_with_a_fact_is_a_welcome(find: Find, cue: str) -> None:
    (found,) = find(f"We are {cue} that the pier stands.", "statement", "XRU")
    assert (found.act, found.content.text) == (Act.WELCOMES, "that the pier stands")


@pytest.mark.parametrize(
    "text",
    [
        "Ten years ago we proposed a pier.",
        "We asked this question: who mends piers?",
        "Whatever piers we need to mend, they stand.",
        "We can look forward to a longer pier.",
        "We States have a pier.",
        "We believe the contrary.",
    ],
)
def test_history_and_rhetoric_are_no_statements(say: Say, text: str) -> None:
    assert say(text, "statement", "XRU") == []


def test_what_is_told_in_passing_does_not_hide_the_judgement(say: Say) -> None:
    found = say("The pier, which is made of oak, is a welcome move.", "statement", "XRU")
    assert found == ["XRU | welcome move | The pier, which is made of oak"]
