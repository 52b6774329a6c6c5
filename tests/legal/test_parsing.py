from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.legal import (
    clean_texts,
    headings,
    of_document,
    parse_draft,
    read_akn,
    write_akn,
)
from stocktake.model import Block, BlockKind, BracketKind, Document, Draft, ProvisionKind, Role

RESOLUTION = """The Assembly of Freedonia,

Recalling its decision of spring,

Deeply concerned at the number of [ferries][boats] lost,

1. Decides to convene a conference [in 2030];

2. Requests the Secretary:

(a) To report on the ports;

(b) To consult with:

(i) Harbour towns;

(ii) Others [Ruritania: including sailors];

3. Invites all to contribute.

Annex

1. First item
"""
MARKS = st.sampled_from(
    ["[", "]", "\n", "\n\n", "1. ", "2. ", "(a) ", "(i) ", "- ", "Article 1", "Option 1: ", "# "]
)
PIECES = st.lists(MARKS | st.text(max_size=8) | st.sampled_from(["    ", "**", "*", "[^1]: ", "{"]))


def ids(draft: Draft) -> list[str]:
    return [provision.id for provision in draft.provisions]


def kinds(draft: Draft) -> set[ProvisionKind]:
    return {provision.kind for provision in draft.provisions}


@given(PIECES)
def test_no_character_of_any_text_is_lost(pieces: list[str]) -> None:
    draft = parse_draft("".join(pieces))
    covered = "".join(draft.text[item.start : item.end] for item in draft.stretches)
    assert covered == draft.text
    assert all(one.end == two.start for one, two in pairwise(draft.stretches))


@given(PIECES)
def test_each_opening_bracket_is_placed_once(pieces: list[str]) -> None:
    draft = parse_draft("".join(pieces))
    opens = [place for place, letter in enumerate(draft.text) if letter == "["]
    assert [bracket.start for bracket in draft.brackets] == opens


@given(PIECES)
def test_a_provision_lies_within_the_one_around_it(pieces: list[str]) -> None:
    draft = parse_draft("".join(pieces))
    known = {provision.id: provision for provision in draft.provisions}
    assert len(known) == len(draft.provisions)
    starts = [provision.start for provision in draft.provisions]
    assert starts == sorted(starts)
    for provision in draft.provisions:
        around = known[provision.parent] if provision.parent else provision
        assert around.start <= provision.start <= provision.end <= around.end


def test_a_resolution_has_recitals_before_its_numbered_paragraphs() -> None:
    assert ids(parse_draft(RESOLUTION)) == [
        "preamble",
        "preamble__formula_u1",
        "preamble__rec_u1",
        "preamble__rec_u2",
        "para_1",
        "para_2",
        "para_2__point_a",
        "para_2__point_b",
        "para_2__point_b__point_i",
        "para_2__point_b__point_ii",
        "para_3",
        "annex_u1",
        "annex_u1__para_1",
    ]


def test_opening_verbs_are_found_with_the_adverb_before_them() -> None:
    draft = parse_draft(RESOLUTION)
    verbs = [draft.text[slice(*item.verb)] for item in draft.provisions if item.verb]
    assert verbs == ["Recalling", "Deeply concerned", "Decides", "Requests", "Invites"]


def test_an_option_goes_on_after_the_paragraphs_of_the_one_before() -> None:
    draft = parse_draft("Article 2\n\nOption 1:\n\n1. One\n\n2. Two\n\nOption 2:\n\nNo text")
    assert ids(draft)[1:] == [
        "art_2__opt_1",
        "art_2__opt_1__para_1",
        "art_2__opt_1__para_2",
        "art_2__opt_2",
    ]


def test_an_option_on_the_line_of_its_paragraph_stands_below_it() -> None:
    draft = parse_draft(
        "Article 2\n\n3. **Option 1:** Ports open.\n\n    **Option 2:** Ports close."
    )
    assert ids(draft)[1:] == ["art_2__para_3", "art_2__para_3__opt_1", "art_2__para_3__opt_2"]


def test_a_reference_to_an_article_is_no_heading() -> None:
    assert parse_draft("Article 4 of the Convention applies.").provisions == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [("Article 2bis", "2bis"), ("Artículo 7", "7"), ("Статья 12", "12"), ("المادة 3", "3")],
)
def test_articles_are_known_in_other_languages(text: str, label: str) -> None:
    assert parse_draft(f"{text}\n\n").provisions[0].label == label


def test_brackets_that_touch_are_one_run_to_choose_from() -> None:
    draft = parse_draft("1. Ports [shall][should] open [soon].")
    assert [bracket.run for bracket in draft.brackets] == [9, 9, None]


@pytest.mark.parametrize("gap", ["[X]", "[ ]", "[…]", "[Placeholder for ports]", "[--]"])
def test_a_gap_to_be_filled_is_a_placeholder(gap: str) -> None:
    assert parse_draft(f"1. After {gap} days").brackets[0].kind is BracketKind.PLACEHOLDER


def test_a_mark_of_a_footnote_is_no_bracket_of_negotiators() -> None:
    draft = parse_draft("1. Ports[^1] open.\n\n[^1]: All of them.")
    assert {bracket.kind for bracket in draft.brackets} == {BracketKind.NOTE_MARK}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("1. Ports [EU, Ruritania: and quays]", ("EU", "Ruritania")),
        ("1. Ports [and quays (proposed by Ruritania)]", ("Ruritania",)),
        ("1. Ports [and quays] (supported by Ruritania and Sylvania)", ("Ruritania", "Sylvania")),
        ("1. Ports [as follows: and quays]", ()),
    ],
)
def test_bracketed_words_tell_who_stands_behind_them(text: str, actors: tuple[str, ...]) -> None:
    assert parse_draft(text).brackets[0].actors == actors


def test_an_unclosed_bracket_ends_with_the_words_of_its_paragraph() -> None:
    draft = parse_draft("Article 1\n\n1. Ports [open\n\nArticle 2\n\n1. Quays]")
    assert [item.closed for item in draft.brackets] == [False]
    assert draft.text[draft.brackets[0].end :].startswith("\n\nArticle 2")
    assert draft.strays == (len(draft.text) - 1,)


def test_a_bracket_may_be_around_whole_articles() -> None:
    draft = parse_draft("[Article 1\n\n1. Ports\n\nArticle 2\n\n1. Quays]")
    assert [item.closed for item in draft.brackets] == [True]


def test_words_that_belong_to_no_provision_are_kept_apart() -> None:
    draft = parse_draft("Draft of the chair\n\nArticle 1\n\n1. Ports")
    unplaced = [draft.text[i.start : i.end] for i in draft.stretches if i.role is Role.UNPLACED]
    assert unplaced == ["Draft of the chair"]


@pytest.mark.parametrize(
    ("name", "count"), [("23-oct-2015.md", 1052), ("4-dec-2015.md", 1055), ("9-dec-2015.md", 222)]
)
def test_all_brackets_of_a_real_draft_are_placed(shared: Path, name: str, count: int) -> None:
    draft = parse_draft((shared / "data" / "paris_drafts" / name).read_text(encoding="utf-8"))
    assert len(draft.brackets) == count
    assert all(item.provision_id or item.kind is BracketKind.LINK for item in draft.brackets[5:-5])
    assert {ProvisionKind.ARTICLE, ProvisionKind.RECITAL, ProvisionKind.OPTION} <= kinds(draft)


def test_many_names_with_parentheses_and_conjunctions_stand_behind_an_option() -> None:
    names = [*(f"Land {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "Bed (Isle of)"]
    text = f"1. [**Option 1 (supported by Salt and Sand; {'; '.join(names)}):** Ports open]"
    option = parse_draft(text).provisions[1]
    assert option.actors == ("Salt and Sand", *names)


def test_an_option_s_own_words_begin_behind_who_is_for_it() -> None:
    text = "1. **Option 1 (supported by Ruritania):** Ports open"
    draft = parse_draft(text)
    assert clean_texts(draft)["para_1__opt_1"] == "Ports open"


def test_a_colon_behind_a_number_is_no_part_of_the_heading() -> None:
    assert headings(parse_draft("Objective 1: Ports\n\n1. Open"))["art_1"] == "Ports"


def test_a_numbered_heading_within_an_article_is_that_of_a_paragraph() -> None:
    draft = parse_draft("## Article 1\n\n### 1. Ports\n\nAll are open.")
    assert headings(draft)["art_1__para_1"] == "Ports"


def of_blocks(*told: tuple[BlockKind, str, str | None]) -> Draft:
    """The draft of a document with these blocks: kind, text, number."""
    blocks, start = [], 0
    for kind, text, number in told:
        blocks.append(Block(kind, start, start + len(text), number=number))
        start += len(text) + 1
    text = "\n".join(text for _, text, _ in told)
    return of_document(Document("d", "i", text, tuple(blocks)))


def test_the_text_goes_on_behind_a_footnote_in_its_midst() -> None:
    draft = of_blocks(
        (BlockKind.PARAGRAPH, "1. Ports open.", None),
        (BlockKind.FOOTNOTE, "7 All of them.", "7"),
        (BlockKind.FOOTNOTE, "And quays.", None),
        (BlockKind.PARAGRAPH, "(a) By day;", None),
    )
    assert ids(draft) == ["para_1", "para_1__fn_7", "para_1__point_a"]
    assert clean_texts(draft)["para_1__fn_7"] == "All of them. And quays."
    assert read_akn(write_akn(draft)) == draft
