"""Passives, nouns, quotations, papers."""

from __future__ import annotations

from tests.extractors.english.conftest import Find, Say


def test_a_proposal_by_an_actor_is_a_statement(say: Say) -> None:
    found = say("Delegates discussed a proposal by RURITANIA to build piers.")
    assert found == ["XRU | proposal | to build piers"]


def test_a_proposal_may_be_named_by_an_adjective(say: Say) -> None:
    found = say("Delegates discussed the Ruritanian proposal to build piers.")
    assert found == ["XRU | proposal | to build piers"]


def test_a_proposal_without_content_is_none(say: Say) -> None:
    assert say("Delegates discussed a proposal by RURITANIA.") == []


def test_a_possessive_is_no_speaker(say: Say) -> None:
    assert say("Ruritania's pier said nothing.") == []


def test_who_speaks_may_stand_behind_the_words(say: Say) -> None:
    found = say("“Piers rot,” said Ruritania.", "news")
    assert found == ["XRU | said | “Piers rot,”"]


def test_according_to_tells_who_speaks(say: Say) -> None:
    found = say("According to Ruritania, piers rot.", "news")
    assert found == ["XRU | According to | piers rot"]


def test_a_paper_speaks_for_those_who_issued_it(say: Say) -> None:
    text = "Ruritania announced that it would withdraw. The statement notes that piers rot."
    assert say(text, "news")[1] == "XRU | notes | that piers rot"


def test_a_paper_may_tell_who_issued_it(say: Say) -> None:
    found = say("The announcement, issued by Ruritania, reads that piers rot.", "news")
    assert found == ["XRU | reads | that piers rot"]


def test_a_paper_of_nobody_does_not_speak(find: Find) -> None:
    assert find("The report notes that piers rot.", "news") == []


def test_a_passive_without_an_actor_says_nothing(find: Find) -> None:
    assert find("The pier was opposed by fishermen.") == []


def test_a_proposal_may_be_opposed_where_it_stands(say: Say) -> None:
    found = say("Delegates discussed a Freedonia proposal, opposed by RURITANIA, to build piers.")
    assert found == ["XFR | proposal | to build piers", "XRU | not proposal | to build piers"]
