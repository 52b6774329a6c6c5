"""From the one news text that the project began with, nearly all that it tells is told again."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.services import briefing, reporting, taking
from stocktake.services.taking import Wish
from tests.reports.brief.briefed import Known, sentences


@pytest.fixture(scope="module")
def seed(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Known:
    folder: Path = tmp_path_factory.mktemp("seed")
    outcome = taking.take(Wish((shared / "seed",), folder / "seed"))
    stock = reporting.last_stock(outcome.workspace)
    return Known(stock, briefing.texts_of(outcome.workspace, stock))


def test_the_brief_rests_on_nearly_every_fact_of_the_text(seed: Known) -> None:
    cited = {(citation.start, citation.end) for citation in seed.brief().citations}
    facts = seed.stock.facts
    told = [item for item in facts if (item.sentence.start, item.sentence.end) in cited]
    assert len(told) >= 0.9 * len(facts)


def test_every_sentence_of_it_is_proven(seed: Known) -> None:
    found = list(sentences(seed.brief()))
    assert len(found) > 20
    assert all(item.citations for item in found)
