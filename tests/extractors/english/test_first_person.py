"""The author speaks: "we", "my delegation", its own name, and what is due."""

from __future__ import annotations

import pytest

from stocktake.model import Act, Prose, Strength
from tests.extractors.english.conftest import Find, Say


def test_we_are_the_author(say: Say) -> None:
    found = say("We call on all States to build piers.", "statement", "XFR")
    assert found == ["XFR | call | on all States to build piers"]


def test_an_unknown_author_is_called_so(say: Say) -> None:
    assert say("We urge all to build piers.") == ["author | urge | all to build piers"]


@pytest.mark.parametrize("subject", ["My delegation", "Our Government", "Freedonia"])
def test_the_author_has_many_names(find: Find, subject: str) -> None:
    (found,) = find(f"{subject} welcomes the pier.", "statement", "XFR")
    assert (found.actors[0][0].id, found.prose) == ("XFR", Prose.FIRST_PERSON)


def test_politeness_before_the_verb_is_passed(say: Say) -> None:
    found = say("I would like to stress that piers rot.", "statement", "XFR")
    assert found == ["XFR | stress | that piers rot"]


@pytest.mark.parametrize(
    "text",
    [
        "We live in a world of piers.",
        "I congratulate the President on his election.",
        "We thank the host.",
        "We commend you, Mr. President, for your work.",
        "Freedonia is an island with many piers.",
        "We must never forget the sea.",
        "Must we build piers?",
        "These are the goals that we support.",
    ],
)
def test_rhetoric_thanks_and_facts_are_no_statements(say: Say, text: str) -> None:
    assert say(text, "statement", "XFR") == []


def test_what_is_due_is_asked_by_the_author(find: Find) -> None:
    (found,) = find("States must open every harbour to small boats.", "statement", "XFR")
    assert (found.act, found.strength, found.addressees) == (
        Act.REQUESTS,
        Strength.MUST,
        ("States",),
    )


def test_what_is_essential_is_asked_by_the_author(say: Say) -> None:
    found = say("It is therefore essential that harbours be open.", "statement", "XFR")
    assert found == ["XFR | essential | that harbours be open"]


def test_what_is_due_in_a_report_is_nobodys_statement(say: Say) -> None:
    assert say("States must open every harbour to small boats.", "report") == []


def test_a_group_spoken_for_joins_the_author(say: Say) -> None:
    text = "I have the honour to speak on behalf of the Coastal Group.\nWe support piers."
    assert say(text, "statement", "XSY") == ["XSY+coastal | support | piers"]


def test_others_in_a_speech_keep_their_own_voice(say: Say) -> None:
    found = say("Ruritania has called for piers.", "statement", "XFR")
    assert found == ["XRU | called | for piers"]


def test_words_of_others_in_quotation_marks_are_not_the_authors(say: Say) -> None:
    assert say("They sang: “We demand long piers.”", "statement", "XFR") == []


def test_a_town_before_the_author_is_where_it_speaks(say: Say) -> None:
    found = say("In May, in Strelsau, my country will sign the pact.", "statement", "XRU")
    assert found == ["XRU | sign | the pact"]


def test_we_in_our_country_are_the_author(say: Say) -> None:
    found = say("We in Ruritania also welcome the pier.", "statement", "XRU")
    assert found == ["XRU | welcome | the pier"]


def test_a_mark_that_is_never_closed_hides_nothing(say: Say) -> None:
    found = say("“Ruritania welcomes the pier, and we hope for oak.", "statement", "XRU")
    assert found == ["XRU | welcomes | the pier", "XRU | hope | for oak"]


def test_an_expectation_of_ours_is_a_request(say: Say) -> None:
    found = say("It is our expectation that the pier will open.", "statement", "XRU")
    assert found == ["XRU | expectation | that the pier will open"]


def test_the_need_for_a_thing_is_no_modal(say: Say) -> None:
    text = "Ruritania joins the call regarding the urgent need to mend the pier."
    assert say(text, "statement", "XRU") == []


def test_a_second_verb_is_no_content(say: Say) -> None:
    found = say("We defend and protect the pier.", "statement", "XRU")
    assert found == ["XRU | defend | the pier"]
