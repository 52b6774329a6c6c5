"""Records are looked up and put in order for all sections."""

from __future__ import annotations

from itertools import permutations

from stocktake.reports.records import alphabetical


def test_names_that_differ_by_case_alone_have_an_order() -> None:
    orders = permutations(["donors", "Donors", "Archipelago"])
    assert {tuple(sorted(names, key=alphabetical)) for names in orders} == {
        ("Archipelago", "Donors", "donors")
    }
