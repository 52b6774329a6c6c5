from __future__ import annotations

import pytest

from stocktake.legal import compare, parse_draft
from stocktake.model import Outcome

START = "Article 1\n\n1. Ports of Ruritania "
END = " be open to all boats by day and by night."


def outcomes(old: str, new: str) -> list[Outcome]:
    drafts = (parse_draft(START + words + END) for words in (old, new))
    return [item.outcome for item in compare(*drafts).settlements]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[shall]", "shall", [Outcome.TAKEN_IN]),
        ("[always] shall", "shall", [Outcome.TAKEN_OUT]),
        ("[shall]", "must", [Outcome.REPLACED]),
        ("[shall]", "[shall]", [Outcome.STILL_OPEN]),
        ("shall", "[shall]", [Outcome.OPENED]),
        ("shall", "shall [always]", [Outcome.OPENED]),
        ("[shall][should]", "should", [Outcome.TAKEN_OUT, Outcome.TAKEN_IN]),
        ("[shall [always]]", "shall [always]", [Outcome.TAKEN_IN, Outcome.STILL_OPEN]),
    ],
)
def test_the_outcome_of_a_bracket(old: str, new: str, expected: list[Outcome]) -> None:
    assert outcomes(old, new) == expected


def test_brackets_of_a_deleted_provision_are_taken_out() -> None:
    old = parse_draft(f"{START}shall{END}\n\n2. [Quays shall be swept.]\n")
    found = compare(old, parse_draft(f"{START}shall{END}\n")).settlements
    assert [(item.outcome, item.new_provision) for item in found] == [(Outcome.TAKEN_OUT, None)]


def test_a_deleted_provision_stands_where_it_stood() -> None:
    old = parse_draft(
        "Article 1\n\n1. Ports are open.\n\n2. Quays are wide.\n\n3. Masts are tall.\n"
    )
    new = parse_draft("Article 1\n\n1. Ports are open.\n\n2. Masts are tall.\n")
    rows = compare(old, new).provisions
    assert [row.old[0].id for row in rows] == [item.id for item in old.provisions]
