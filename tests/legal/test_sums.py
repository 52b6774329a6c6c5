"""A draft in figures."""

from __future__ import annotations

from stocktake.legal import open_shares, parse_draft, sums

TEXT = """# Article 1 (Ports)

1. Agreed.[^1]

2. [Open][Shut] ports].

## Article 2

Nothing.

[^1]: [A note]
"""


def test_parts_are_the_outermost_units_without_notes() -> None:
    assert [(part.id, part.title) for part in sums(parse_draft(TEXT)).parts] == [
        ("art_1", "Article 1 (Ports)"),
        ("art_2", "Article 2"),
    ]


def test_characters_of_a_part_are_those_of_all_in_it() -> None:
    [first, _] = sums(parse_draft(TEXT)).parts
    assert (first.open, first.all) == (12, 30)


def test_parts_together_are_as_open_as_the_whole() -> None:
    draft = parse_draft(TEXT)
    whole = open_shares(draft)[0]
    parts = sums(draft).parts
    assert (sum(part.open for part in parts), sum(part.all for part in parts)) == (
        whole.open,
        whole.all,
    )


def test_brackets_are_thickest_where_most_of_them_open() -> None:
    [thickest] = sums(parse_draft(TEXT)).thickest
    assert (thickest.title, thickest.brackets) == ("Article 1 (Ports) 2.", 2)


def test_first_words_of_a_provision_are_cited() -> None:
    [thickest] = sums(parse_draft(TEXT)).thickest
    assert TEXT[thickest.start : thickest.end] == "2. [Open][Shut] ports]."


def test_a_bracket_that_closes_nothing_is_counted() -> None:
    assert sums(parse_draft(TEXT)).unbalanced == 1
