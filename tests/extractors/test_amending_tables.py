from __future__ import annotations

import pytest

from stocktake import lexicon, readers
from stocktake.extractors import AMENDMENTS
from stocktake.legal import find, parse_draft
from stocktake.model import AmendmentCandidate, Input, Metadatum
from stocktake.settings import Limits

WORDS = lexicon.load()
HEAD = "| Paragraph | Current text | Proposed text | Rationale |\n|---|---|---|---|\n"


def found(table: str) -> list[AmendmentCandidate]:
    document = readers.read(table.encode(), "table.md", Limits())
    about = (Metadatum("kind", "statement", "told"), Metadatum("actor", "FRA", "told"))
    input_ = Input(document.input_id, "table.md", "text/markdown", len(table), about)
    return list(AMENDMENTS.get("textual").extract(document, input_, [], WORDS))


def told(candidate: AmendmentCandidate) -> tuple[str, ...]:
    place = " ".join(quote.text for quote in candidate.target)
    words = (quote.text if quote else "" for quote in (candidate.old, candidate.new))
    return (candidate.action.value, place, *words)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "| 12 (b) | Ports shall open. | Ports should open. | Softer. |",
            ("replace", "Paragraph 12 (b)", "Ports shall open.", "Ports should open."),
        ),
        ("| 3 | Ports open. | Delete “open”. | Unclear. |", ("delete", "Paragraph 3", "open", "")),
        ("| 4 | Quays are dry. | Delete. | Not needed. |", ("delete", "Paragraph 4", "", "")),
        ("| 5bis | – | Boats sail. | A gap. |", ("insert", "Paragraph 5", "", "Boats sail.")),
    ],
)
def test_a_row_is_an_amendment(row: str, expected: tuple[str, ...]) -> None:
    assert [told(item) for item in found(f"{HEAD}{row}\n")] == [expected]


def test_the_place_can_be_found_in_a_draft() -> None:
    draft = parse_draft("Article 12\n\n1. Ports open.\n\n(a) by day;\n\n(b) by night.\n")
    [item] = found(f"{HEAD}| 1 (b) | by night. | at night. | Softer. |\n")
    target = ", ".join(quote.text for quote in item.target)
    assert [each.id for each in find(draft, target)] == ["art_12__para_1__point_b"]


def test_a_column_may_tell_who_proposes() -> None:
    table = (
        "| Article | Proposed amendment | Proposed by |\n|---|---|---|\n| 3 | Delete. | Peru |\n"
    )
    assert [item.actors for item in found(table)] == [("PER",)]


def test_the_author_proposes_where_no_column_tells() -> None:
    assert found(f"{HEAD}| 4 | Quays. | Delete. | No. |\n")[0].actors == ("FRA",)


def test_a_table_of_other_things_holds_none() -> None:
    assert found("| Country | Boats | Ports |\n|---|---|---|\n| Peru | 12 | 3 |\n") == []
