"""What holds for all facts: places are exact, nothing raises, order is that of the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.model import FactCandidate, FactKind
from tests.extractors.facts_world import facts, one, values

WORDS = (
    "the meeting",
    "Phase I",
    "was held",
    "will take place",
    "in Zenda",
    "from 4-6 May 2031",
    "on 3 June",
    "co-chaired by",
    "Ana Lind, Minister of Labour of Ruritania,",
    "Freedonia announced that it",
    "will not take part in",
    "the negotiations",
    "because",
    "“no money,”",
    "The statement notes “a\u2011b.”",
    "expressed regret for",
    "the Sylvanian decision",
    "Harbour Watch released a report titled ‘X’",
    "The programme will include:",
    "a panel;",
    "six groups addressing local dimensions, and global dimensions",
    "attended by 12,000 participants",
    "pursuant to resolution 71/280",
    "[Press Release] [Other Note]",
    ".",
    ";",
    "\n\n",
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join) | st.text()


def spans(fact: FactCandidate) -> list[tuple[int, str]]:
    quotes = [fact.sentence, *(item.quote for item in fact.attributes)]
    return [(quote.start or 0, quote.text) for quote in quotes]


@settings(deadline=None)
@given(TEXTS)
def test_every_quote_stands_at_its_place(text: str) -> None:
    for fact in facts(text, actor="XFR"):
        assert all(text[start : start + len(words)] == words for start, words in spans(fact))


@settings(deadline=None)
@given(TEXTS)
def test_every_attribute_stands_within_the_sentence(text: str) -> None:
    for fact in facts(text, actor="XFR"):
        (start, sentence), *rest = spans(fact)
        assert all(start <= at and at + len(w) <= start + len(sentence) for at, w in rest)


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_facts_in_order(text: str) -> None:
    found = facts(text, actor="XFR")
    starts = [fact.sentence.start or 0 for fact in found]
    assert (found, starts) == (facts(text, actor="XFR"), sorted(starts))


@pytest.mark.parametrize("piece", ["the meeting of the ", "A, B and C; ", "on 1 May ", "(" * 9])
def test_a_sentence_without_end_tells_nothing(piece: str) -> None:
    assert facts(f"The meeting {piece * 20_000}was held in Zenda.", FactKind.MEETING) == []


def test_the_meeting_is_the_one_told_of_before() -> None:
    text = (
        "The Zenda preparatory meeting was held in Zenda on 4 May 2031. "
        "The meeting was chaired by Ana Lind (Ruritania)."
    )
    assert one(text, FactKind.CHAIR)["meeting"] == ["Zenda preparatory meeting"]


def test_a_speech_tells_of_meetings_only_on_the_subject() -> None:
    text = (
        "The river summit was held in Zenda in May 2031. "
        "We look forward to the conference on the compact, to be held in Strelsau in July 2031."
    )
    found = facts(text, FactKind.MEETING, kind="statement")
    assert [values(fact, "place") for fact in found] == [["Strelsau"]]
