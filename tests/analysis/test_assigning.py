"""A statement gets its themes where its weight lies, and keeps the words that say so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.assigning import about
from stocktake.analysis.sources import Sources
from stocktake.lexicon import load_scheme
from stocktake.model import Assignment, Scheme, SchemeKind, Theme
from tests.analysis.making import Handed, Says, hand_in

RIVERS = Scheme(
    "rivers",
    SchemeKind.THEMES,
    "Rivers",
    (
        Theme("dams", "Dams", terms=(("en", "dam*"), ("fr", "barrage*"))),
        Theme("fish", "Fish", terms=(("en", "fish*"),)),
        Theme("data", "Data", terms=(("en", "data & river*"),)),
    ),
)


def codes(handed: Handed, scheme: Scheme = RIVERS) -> list[str]:
    return [item.code for item in assigned(handed, scheme)]


def assigned(handed: Handed, scheme: Scheme = RIVERS) -> tuple[Assignment, ...]:
    sources = Sources.of([handed.input], [handed.document])
    return about(handed.statements, [scheme], sources).assignments


def test_the_content_decides() -> None:
    assert codes(hand_in("FRE", "that dams be opened", heading="Fish")) == ["dams"]


def test_the_heading_counts_where_the_sentence_says_nothing() -> None:
    assert codes(hand_in("FRE", "that they be protected", heading="Fish")) == ["fish"]


def test_a_further_word_may_stand_in_the_heading() -> None:
    assert codes(hand_in("FRE", "better data", heading="Our rivers")) == ["data"]


def test_a_statement_may_bear_several_themes() -> None:
    assert codes(hand_in("FRE", "dams that let fish pass")) == ["dams", "fish"]


def test_a_statement_without_a_term_bears_none() -> None:
    assert codes(hand_in("FRE", "patience")) == []


CONTENTS = st.lists(
    st.sampled_from(["dams", "fish", "data on rivers", "peace", "children", "mayors", "treaties"]),
    min_size=1,
    max_size=5,
).map(" and ".join)


@given(st.lists(CONTENTS, min_size=1, max_size=4), st.sampled_from(["", "Fish and cities"]))
def test_every_term_stands_at_its_place(contents: list[str], heading: str) -> None:
    handed = hand_in("FRE", *(Says(content) for content in contents), heading=heading)
    terms = [term for item in assigned(handed, load_scheme("lenses")) for term in item.terms]
    terms += [term for item in assigned(handed) for term in item.terms]
    text = handed.document.text
    assert all(text[term.start : term.end] == term.text for term in terms)
