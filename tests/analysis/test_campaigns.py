"""Nearly identical texts are found, and only these."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.campaigns import campaigns, near_duplicates
from tests.analysis.making import hand_in

LETTER = (
    "We, the people of the lake towns, ask you to open the dams in spring, to let the herring "
    "pass, to pay the fishers who keep their nets ashore, and to count the fish each year. "
)
OTHER = "Roads over the mountains should be kept free of snow by machines that burn no coal."


def test_letters_that_differ_in_a_name_are_one_campaign() -> None:
    copies = [LETTER * 2 + f"Signed: {name}" for name in ("Anna", "Boris")]
    assert near_duplicates([*copies, OTHER]) == [0, 0, -1]


def test_different_texts_are_none() -> None:
    assert near_duplicates([LETTER, OTHER, ""]) == [-1, -1, -1]


def test_the_inputs_of_a_campaign_are_named() -> None:
    handed = [hand_in(name, LETTER.strip() * 2) for name in ("FRE", "SYL")]
    documents = [item.document for item in handed]
    inputs = [replace(item.input) for item in handed]
    assert [issue.place for issue in campaigns(inputs, documents)] == ["FRE.txt, SYL.txt"]


@given(st.lists(st.sampled_from([LETTER, LETTER + "Yours", OTHER, "x"]), max_size=6))
def test_equal_texts_are_always_together(texts: list[str]) -> None:
    numbers = near_duplicates(texts)
    pairs = [(a, b) for a in range(len(texts)) for b in range(a) if texts[a] == texts[b]]
    assert all(numbers[a] == numbers[b] != -1 for a, b in pairs)
