"""The facts that a careful reader lists in the seed: docs/quality.md says which."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stocktake.extractors.facts import PROSE_FACTS
from stocktake.lexicon import load
from stocktake.model import FactCandidate, Input, Metadatum
from tests.conftest import ROOT
from tests.extractors.facts_world import document, values

LINE = re.compile(r"^\| (\d+) \| .+ \| ([a-z]+) \| ([a-z]+) \| (.+) \|$", re.MULTILINE)
LISTED = LINE.findall((ROOT / "docs" / "quality.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def seed(shared: Path) -> list[FactCandidate]:
    (path,) = (shared / "seed").glob("*.txt")
    text = path.read_text(encoding="utf-8").replace("\n", "\n\n")
    brief = Input("i", path.name, "text/plain", 1, (Metadatum("date", "2017-12-04", "date line"),))
    return list(PROSE_FACTS.extract(document(text), brief, load()))


@pytest.mark.parametrize(("number", "kind", "name", "value"), LISTED)
def test_each_listed_fact_is_found(
    seed: list[FactCandidate], number: str, kind: str, name: str, value: str
) -> None:
    told = [told for fact in seed if fact.kind == kind for told in values(fact, name)]
    assert any(value in item for item in told) == (value != "missed")


def test_at_least_seventy_facts_are_listed() -> None:
    assert len(LISTED) >= 70


def test_nothing_is_offered_beyond_the_listed(seed: list[FactCandidate]) -> None:
    counted = [fact.kind.value for fact in seed]
    assert {kind: counted.count(kind) for kind in sorted(set(counted))} == {
        "announcement": 4,
        "chair": 2,
        "mandate": 1,
        "meeting": 1,
        "milestone": 1,
        "participation": 1,
        "phase": 2,
        "reaction": 1,
        "session": 9,
        "source": 5,
    }
