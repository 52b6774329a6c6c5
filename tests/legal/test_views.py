from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.legal import (
    Choice,
    Status,
    clean_text,
    only_open,
    open_shares,
    parse_draft,
    statuses,
)
from stocktake.legal.ranges import merged, without

TEXT = """Article 1 (ports)

1. Ports [shall][should] open [EU: and close] daily[^1].

2. Quays are dry.

Article 2

Option 1: Boats sail.

Option 2: Boats [may] rest.

[^1]: All of them.
"""
RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple))


def ids(text: str, words: str) -> frozenset[str]:
    draft = parse_draft(text)
    found = (b.id for b in draft.brackets if draft.text[b.start : b.end] == words)
    return frozenset(found)


def test_a_clean_text_takes_the_first_of_several_and_drops_the_marks() -> None:
    assert clean_text(parse_draft(TEXT)).splitlines() == [
        "Article 1 (ports)",
        "1. Ports shall open and close daily.",
        "2. Quays are dry.",
        "Article 2",
        "Boats sail.",
    ]


def test_the_bracket_that_is_chosen_puts_out_the_others_of_its_run() -> None:
    choice = Choice(kept=ids(TEXT, "[should]"))
    assert "Ports should open" in clean_text(parse_draft(TEXT), choice)


def test_without_what_is_bracketed_the_agreed_words_are_left() -> None:
    assert "1. Ports open daily." in clean_text(parse_draft(TEXT), Choice(otherwise=False))


def test_the_option_that_is_chosen_puts_out_the_others() -> None:
    choice = Choice(kept=frozenset({"art_2__opt_2"}))
    lines = clean_text(parse_draft(TEXT), choice).splitlines()
    assert lines[-1] == "Boats may rest."


def test_each_provision_is_agreed_bracketed_or_one_of_several_options() -> None:
    found = statuses(parse_draft(TEXT))
    assert found["art_1__para_1"] is Status.BRACKETED
    assert found["art_1__para_2"] is Status.AGREED
    assert found["art_2__opt_1"] is Status.OPTIONS


def test_only_what_is_open_can_be_listed() -> None:
    found = [item.id for item in only_open(parse_draft(TEXT))]
    assert found == ["art_1__para_1", "art_2", "art_2__opt_1", "art_2__opt_2"]


def test_the_open_share_counts_brackets_and_options() -> None:
    shares = {item.id: item.share for item in open_shares(parse_draft("1. Ab [cd] ef"))}
    assert shares == {None: 0.5, "para_1": 0.5}


def test_a_text_without_words_has_no_open_share() -> None:
    assert open_shares(parse_draft(""))[0].share == 0.0


@given(RANGES, RANGES)
def test_what_is_left_of_a_range_is_all_that_no_other_holds(
    spans: list[tuple[int, int]], wholes: list[tuple[int, int]]
) -> None:
    gone = {place for start, end in spans for place in range(start, end)}
    for start, end in wholes:
        left = [p for one, two in without(merged(spans), start, end) for p in range(one, two)]
        assert left == [place for place in range(start, end) if place not in gone]
