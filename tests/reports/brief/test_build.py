"""A brief says what passages prove, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import NotFoundError
from stocktake.model import FactKind
from stocktake.reports.patterns import patterns, sentence_patterns
from tests.reports.brief.briefed import Known, sentences, targets, text

CLAIMS = [name for name in patterns()["claims"] if name.startswith("brief_")]


@pytest.mark.parametrize("world", ["told", "demo"])
def test_no_sentence_lacks_a_passage(world: str, request: pytest.FixtureRequest) -> None:
    known: Known = request.getfixturevalue(world)
    found = list(sentences(known.brief()))
    assert len(found) > 10
    assert all(item.citations for item in found)


def test_each_sentence_is_one_of_the_published_patterns(demo: Known) -> None:
    known = [sentence_patterns()[name] for name in CLAIMS]
    said = [item.text for item in sentences(demo.brief())]
    assert [one for one in said if not any(pattern.fullmatch(one) for pattern in known)] == []


@given(data=st.data())
def test_no_sentence_rests_on_what_is_gone(demo: Known, data: st.DataObject) -> None:
    before = targets(demo.brief("stocktaking"))
    gone = data.draw(st.sampled_from(sorted({one for found in before.values() for one in found})))
    after = targets(demo.without(gone).brief("stocktaking"))
    assert not any(gone in found for found in after.values())


@given(data=st.data())
def test_a_sentence_goes_with_the_only_fact_that_proves_it(
    told: Known, data: st.DataObject
) -> None:
    before = targets(told.brief())
    facts = [fact.id for fact in told.stock.facts if fact.kind is not FactKind.MEETING]
    gone = data.draw(st.sampled_from(facts))
    after = targets(told.without(gone).brief())
    assert not {said for said, found in before.items() if found == {gone}} & set(after)


@given(data=st.data())
def test_no_sentence_rests_on_an_input_that_is_gone(demo: Known, data: st.DataObject) -> None:
    cited = demo.brief("stocktaking").citations
    gone = data.draw(st.sampled_from(sorted({citation.input_id for citation in cited})))
    after = demo.without_input(gone).brief("stocktaking")
    assert gone not in {citation.input_id for citation in after.citations}
    assert all(item.citations for item in sentences(after))


def test_the_order_of_what_came_in_changes_nothing(demo: Known) -> None:
    assert demo.turned().brief("stocktaking") == demo.brief("stocktaking")


def test_what_came_later_is_left_out(demo: Known) -> None:
    early = text(demo.brief(day=date(2017, 12, 2)))
    assert "United States" not in early
    assert "is to convene" in early


def test_it_tells_what_the_news_told(told: Known) -> None:
    said = text(told.brief())
    assert "in Strelsau, Ruritania, on 4–6 December 2031" in said
    assert (
        "Presiding as co-chairs are Rudolf Elphberg (Permanent Representative of Ruritania)" in said
    )
    assert "‘end participation in the process to develop a compact on harbours’" in said


def test_the_departure_of_the_example_is_told_with_the_reaction_to_it(demo: Known) -> None:
    said = [item.text for item in sentences(demo.brief("stocktaking"))]
    assert any("expressed regret for the decision" in one for one in said)


def test_an_unknown_meeting_is_named_with_those_that_are_known(demo: Known) -> None:
    with pytest.raises(NotFoundError, match="no one meeting") as caught:
        demo.brief("sports day")
    assert "stocktaking" in caught.value.remedy
