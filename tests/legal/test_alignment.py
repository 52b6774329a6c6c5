from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.legal import align, parse_draft
from stocktake.model import Alignment, AlignmentKind

OLD = """Article 1

1. Ports shall be open to all boats by day and by night.

2. Quays shall be swept every morning by the harbour master.

Article 2

1. Sailors may rest in houses kept for them, and may call their families without a fee.

2. Lighthouses shall burn until dawn.
"""
NEW = """Article 1

1. Quays shall be swept every morning by the harbour master.

2. Ports shall be open to all boats [by day].

3. A fund for wooden masts is hereby established.

Article 2

1. Sailors may rest in houses kept for them.

2. They may call their families without a fee.
"""
LINES = st.lists(
    st.sampled_from(["Article 1", "Article 2", "1. ports open", "2. quays dry", "(a) boats", "x"])
).map("\n\n".join)


def by_new(old: str, new: str) -> dict[str, Alignment]:
    return {id_: item for item in align(parse_draft(old), parse_draft(new)) for id_ in item.new}


def test_a_text_aligned_with_itself_is_the_same_throughout() -> None:
    draft = parse_draft(OLD)
    assert {item.kind for item in align(draft, draft)} == {AlignmentKind.SAME}


def test_a_renumbered_provision_is_found_again() -> None:
    found = by_new(OLD, NEW)["art_1__para_1"]
    assert (found.old, found.kind, found.renumbered) == (
        ("art_1__para_2",),
        AlignmentKind.SAME,
        True,
    )


def test_an_edited_provision_is_found_again() -> None:
    found = by_new(OLD, NEW)["art_1__para_2"]
    assert (found.old, found.kind) == (("art_1__para_1",), AlignmentKind.EDITED)


def test_a_split_provision_leads_to_both_parts() -> None:
    found = by_new(OLD, NEW)["art_2__para_1"]
    assert found.kind is AlignmentKind.SPLIT
    assert found.new == ("art_2__para_1", "art_2__para_2")


def test_what_was_split_is_merged_when_read_backwards() -> None:
    assert by_new(NEW, OLD)["art_2__para_1"].kind is AlignmentKind.MERGED


def test_what_is_new_and_what_is_gone_stand_alone() -> None:
    found = align(parse_draft(OLD), parse_draft(NEW))
    added = [item.new for item in found if item.kind is AlignmentKind.ADDED]
    gone = [item.old for item in found if item.kind is AlignmentKind.DELETED]
    assert (added, gone) == ([("art_1__para_3",)], [("art_2__para_2",)])


def test_a_provision_under_another_article_is_moved() -> None:
    new = (
        OLD.replace("2. Quays", "3. Quays")
        .replace("Article 2\n\n", "")
        .replace("2. Light", "4. Light")
    )
    assert by_new(OLD, new)["art_1__para_4"].moved


@given(LINES, LINES)
def test_every_provision_stands_in_exactly_one_alignment(one: str, two: str) -> None:
    old, new = parse_draft(one), parse_draft(two)
    found = align(old, new)
    assert sorted(id_ for item in found for id_ in item.old) == sorted(p.id for p in old.provisions)
    assert sorted(id_ for item in found for id_ in item.new) == sorted(p.id for p in new.provisions)


def test_an_option_that_says_the_same_goes_where_the_other_went() -> None:
    first, second = "Option 1: Sails shall be dried.", "Option 2: Sails shall all be dried."
    old = f"{OLD}\n3. Sails.\n\n{first}\n\n{second}\n"
    found = by_new(old, f"{OLD}\n3. Sails shall be dried.\n")
    options = ("art_2__para_3__opt_1", "art_2__para_3__opt_2")
    assert (found["art_2__para_3"].old, found["art_2__para_3"].moved) == (options, False)


def test_a_provision_carried_past_its_neighbours_is_moved() -> None:
    lines = ["Ports shall be open.", "Quays shall be swept.", "Masts are tall.", "Sails are dry."]
    old, new = (numbered(order) for order in (lines, [*lines[1:], lines[0]]))
    assert [item.moved for item in align(parse_draft(old), parse_draft(new))[1:]] == [
        False,
        False,
        False,
        True,
    ]


def test_confidence_falls_with_the_rewriting() -> None:
    new = OLD.replace("Lighthouses shall burn until dawn", "Lamps shall burn in all lighthouses")
    found = by_new(OLD, new)
    assert found["art_1__para_1"].confidence > found["art_2__para_2"].confidence


def test_empty_drafts_have_nothing_to_align() -> None:
    assert align(parse_draft(""), parse_draft("")) == ()


def numbered(lines: list[str]) -> str:
    return "Article 1\n\n" + "\n\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
