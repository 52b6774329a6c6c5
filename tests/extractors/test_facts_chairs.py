"""Who presides, as letters, press releases and programmes tell it."""

from __future__ import annotations

import pytest

from stocktake.model import FactKind
from tests.extractors.facts_world import facts, values

BOTH = ["Ana Lind", "Rupert Hentzau"]
LETTER = """In our capacity as co-facilitators, we write on the compact.

Please accept, Excellency, the assurances of our highest consideration.

Ana Lind

Permanent Representative of Freedonia

Rupert Hentzau

Permanent Representative of Ruritania"""


@pytest.mark.parametrize(
    "text",
    [
        "It was chaired jointly by Ms. Ana Lind (Freedonia) and Rupert Hentzau (Ruritania).",
        "It met under the co-chairmanship of Ana Lind (Freedonia) and Rupert Hentzau (Ruritania).",
        "It was chaired by the Permanent Representatives of Freedonia and Ruritania, "
        "Ana Lind and Rupert Hentzau.",
        "It appointed as co-chairs Ana Lind (Freedonia) and Rupert Hentzau (Ruritania).",
        "It elected Ana Lind (Freedonia) as Chair and Rupert Hentzau of Ruritania as Vice-Chair.",
        "Moderators: Ms. Ana Lind, Minister of Ports, and Mr. Rupert Hentzau, Minister of Rivers",
        LETTER,
    ],
)
def test_both_who_preside_are_named(text: str) -> None:
    assert [name for fact in facts(text, FactKind.CHAIR) for name in values(fact, "name")] == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Former Co-Chair Ana Lind (Freedonia) presented the report.",
        "The reform should be steered by Member States.",
        "Yours sincerely,\n\nAna Lind\n\nPermanent Representative of Freedonia",
    ],
)
def test_who_presides_no_more_or_over_nothing_is_left_out(text: str) -> None:
    assert facts(text, FactKind.CHAIR) == []


def test_an_office_before_the_name_is_kept() -> None:
    text = "The segment was chaired by the Vice-President of the Council, Ms. Ana Lind (Freedonia)."
    (chair,) = facts(text, FactKind.CHAIR)
    assert values(chair, "office") == ["Vice-President of the Council"]


def test_one_of_several_holders_has_the_office_in_the_singular() -> None:
    text = "It was chaired by the Permanent Representatives of Freedonia and Ruritania."
    offices = [values(fact, "office") for fact in facts(text, FactKind.CHAIR)]
    assert offices == [["Permanent Representative"]] * 2
