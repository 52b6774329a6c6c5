"""Of many names, the longest at each place is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.lexicon.name_index import Doubts, NameIndex, in_shouting
from stocktake.lexicon.names import Name

NAMES = (
    "Freedonia",
    "New Freedonia",
    "Freedonia (Republic of)",
    "FR",
    "F.R.",
    "弗里",
    "弗里多尼亚",
    "المغرب",
)
INDEX = NameIndex([Name(text, f"id:{text}") for text in NAMES])


def found(text: str, index: NameIndex = INDEX) -> list[str]:
    return [text[each.start : each.end] for each in index.find(text)]


def test_the_longer_name_counts() -> None:
    assert found("New Freedonia and Freedonia (Republic of)") == [
        "New Freedonia",
        "Freedonia (Republic of)",
    ]


def test_a_stretching_mark_alone_is_no_name() -> None:
    assert found("ـ") == []


def test_a_name_within_a_word_is_none() -> None:
    assert found("Freedonian AFR FRA") == []


def test_a_name_may_run_over_a_line_end() -> None:
    assert found("in New\n   Freedonia.") == ["New\n   Freedonia"]


def test_dots_belong_to_a_name_that_has_them() -> None:
    assert found("the F.R. said") == ["F.R."]


def test_chinese_names_need_no_word_border() -> None:
    assert found("支持弗里多尼亚和弗里") == ["弗里多尼亚", "弗里"]


def test_arabic_particles_are_left_outside() -> None:
    assert found("والمغرب بالمغرب فالمغرب") == ["المغرب", "المغرب", "المغرب"]


def test_the_arabic_article_may_melt_into_its_particle() -> None:
    assert found("للمغرب وللمغرب") == ["للمغرب", "للمغرب"]


def test_of_names_written_alike_the_first_counts() -> None:
    index = NameIndex([Name("Jersey", None), Name("Jersey", "JEY")])
    assert [each.name.actor_id for each in index.find("Jersey")] == [None]


def test_a_shouted_name_counts_only_beside_small_letters() -> None:
    index = NameIndex([Name("FR", "FRE")], Doubts(shouted=frozenset({"FR"})))
    assert found("JOIN FR TODAY\nthe FR joins", index) == ["FR"]


def test_a_given_name_before_a_surname_is_no_actor() -> None:
    index = NameIndex([Name("Jordan", "JOR")], Doubts(given=frozenset({"Jordan"})))
    assert found("Jordan Rassendyll met JORDAN AND Jordan.", index) == ["JORDAN", "Jordan"]


def test_a_name_alone_in_its_line_is_not_shouted() -> None:
    assert not in_shouting("the\nFR\nsaid", 4, 6)


@given(st.lists(st.sampled_from((*NAMES, "new ", " ", "و", "(", "\u0301", "x"))))
def test_finds_stand_in_order_and_apart(pieces: list[str]) -> None:
    text = "".join(pieces)
    ends = [place for each in INDEX.find(text) for place in (each.start, each.end)]
    assert ends == sorted(ends)
