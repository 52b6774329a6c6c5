"""Facts that differ are compared only where both may tell of one meeting."""

from __future__ import annotations

import pytest

from stocktake.analysis.differing import differing_facts
from stocktake.analysis.sources import Sources
from stocktake.lexicon import load
from stocktake.model import Attribute, Fact, FactKind, Process, Quotation, content_id


def told(title: str, head: str, dates: str) -> Fact:
    values = {"title": title, "kind": head, "dates": dates}
    attributes = tuple(
        Attribute(name, value, Quotation(0, len(value), value)) for name, value in values.items()
    )
    quotation = Quotation(0, 1, "x")
    id_ = content_id(title, dates)
    return Fact(id_, "d", FactKind.MEETING, quotation, attributes, "test", 0.9)


@pytest.mark.parametrize(
    ("title", "head", "count"),
    [
        ("Harbour Hearing", "Hearing", 1),
        ("Further Harbour Hearing", "Hearing", 0),
        ("Four Harbour Hearings", "Hearings", 0),
    ],
)
def test_several_meetings_or_a_further_one_contradict_no_known_one(
    title: str, head: str, count: int
) -> None:
    facts = [told("Harbour Hearing", "Hearing", "2031"), told(title, head, "2032-02-21")]
    sources = Sources({}, {})
    assert len(list(differing_facts(facts, Process("p"), sources, load()))) == count
