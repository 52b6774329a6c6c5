"""One meeting told in several places is one fact; two meetings stay two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.extractors.facts_joining import PASSAGE, joined
from stocktake.model import FactKind
from tests.extractors.facts_world import facts, one, values

WRITTEN = {"date": "2031-11-20"}
FIRST = "The stocktaking meeting will be held in Zenda in December 2031. "
AGAIN = "The preparatory stocktaking meeting convenes in Zenda, Ruritania, from 4-6 December 2031."


def test_what_two_sentences_tell_of_a_meeting_is_one_fact() -> None:
    told = one(FIRST + AGAIN, FactKind.MEETING, **WRITTEN)
    assert (told["place"], told["dates"]) == (["Zenda, Ruritania"], ["2031-12-04/2031-12-06"])


def test_the_other_sentence_is_kept_as_a_passage() -> None:
    told = one(FIRST + AGAIN, FactKind.MEETING, **WRITTEN)
    assert told[PASSAGE] == [AGAIN] or told[PASSAGE] == [FIRST.strip()]


def test_meetings_on_other_days_stay_apart() -> None:
    text = "The second session was held in May 2031. The session was held in June 2031."
    assert len(facts(text, FactKind.MEETING, **WRITTEN)) == 2


def test_meetings_in_other_places_stay_apart() -> None:
    text = "The harbour forum was held in Zenda on 4 May. The harbour forum met in Oslo on 4 May."
    assert len(facts(text, FactKind.MEETING, **WRITTEN)) == 2


def test_the_meeting_is_the_one_that_was_named_before() -> None:
    told = one(FIRST + "The meeting convenes on 4 December 2031.", FactKind.MEETING, **WRITTEN)
    assert (told["title"], told["dates"]) == (["stocktaking meeting"], ["2031-12-04"])


def test_what_may_be_one_of_two_meetings_stays_alone() -> None:
    text = (
        "The first harbour forum met in Zenda in 2029. The second harbour forum met in Oslo in "
        "2030. The harbour forum met at Harbour House."
    )
    assert len(facts(text, FactKind.MEETING, **WRITTEN)) == 3


def test_a_chair_who_is_named_twice_is_one_fact() -> None:
    text = "The forum was chaired by Ana Lind (Freedonia). Chair Ana Lind (Freedonia) closed it."
    (fact,) = facts(text, FactKind.CHAIR)
    assert values(fact, "name") == ["Ana Lind"]


@given(st.permutations(range(3)))
def test_what_is_joined_stays_as_it_is(order: list[int]) -> None:
    texts = (FIRST, AGAIN, "A workshop was held in Oslo on 2 May 2031. ")
    found = facts("\n\n".join(texts[place] for place in order), **WRITTEN)
    assert joined(found) == found
