"""Whatever the actors are called, a report without attribution names none of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake import exporters, reports
from stocktake.errors import DisclosureError
from stocktake.lexicon import Gazetteer, load
from stocktake.lexicon.telltales import Telltales
from stocktake.lexicon.wording import Quantifier
from stocktake.model import Report, Stock
from stocktake.settings import NonAttribution
from tests.reports import reading
from tests.reports.world import Invented

NAMES = st.lists(
    st.text("bcdfghjklmnpqrstvwxzшщж阿比", min_size=5, max_size=9),
    min_size=12,
    max_size=12,
    unique=True,
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load().actors


def renamed(stock: Stock, names: list[str]) -> Stock:
    """The stock with other names for its actors, one of which stands in titles of the process."""
    actors = tuple(
        replace(actor, name=name) for actor, name in zip(stock.actors, names, strict=True)
    )
    told = replace(
        stock.process,
        title=f"Talks with {names[0]}",
        meetings=(replace(stock.process.meetings[0], title=f"Meeting at {names[1]}"),),
    )
    first, *others = stock.schemes
    theme = replace(first.themes[1], title=f"Ferries of {names[2]}", definition=names[3])
    scheme = replace(first, themes=(first.themes[0], theme, *first.themes[2:]))
    return replace(stock, actors=actors, process=told, schemes=(scheme, *others))


def bare(
    invented: Invented, stock: Stock, gazetteer: Gazetteer, rule: NonAttribution | None = None
) -> Report:
    withheld = reports.Withheld(Telltales(gazetteer, stock.actors), rule or NonAttribution())
    return reports.build_unattributed(stock, invented.texts, withheld)


@settings(max_examples=15)
@given(NAMES)
def test_no_generated_name_stands_in_any_text_format(
    invented: Invented, gazetteer: Gazetteer, names: list[str]
) -> None:
    report = bare(invented, renamed(invented.stock, names), gazetteer)
    written = b"".join(exporters.export(report, name) for name in ("html", "md", "json")).decode()
    assert [name for name in names if name in written] == []


def test_nothing_is_cited(invented: Invented, gazetteer: Gazetteer) -> None:
    report = bare(invented, invented.stock, gazetteer)
    cited = [item for item in reading.sentences(report) if item.citations]
    assert (report.citations, cited, list(reading.quoted(report))) == ((), [], [])


def test_fewer_than_the_least_number_are_never_told_apart(
    invented: Invented, gazetteer: Gazetteer
) -> None:
    tables = reading.tables(bare(invented, invented.stock, gazetteer)).values()
    said = [row[1:] for table in tables if "Actors" in table.columns for row in table.rows]
    asked = [row[1:] for table in tables if "In favour" in table.columns for row in table.rows]
    texts = {cell.text for row in (*said, *asked) for cell in row}
    assert texts <= {"fewer than 3", "no", "a few", "some", "several", "many", "most", "all"}


def test_a_wording_that_names_an_actor_is_not_shown(
    invented: Invented, gazetteer: Gazetteer
) -> None:
    first, *others = invented.stock.actors
    stock = replace(invented.stock, actors=(replace(first, name="every port"), *others))
    texts = [cell.text for cell in reading.cells(bare(invented, stock, gazetteer))]
    assert not any("every port" in text for text in texts)
    assert any("equal pay for the crews" in text for text in texts)


def test_wordings_can_be_left_out(invented: Invented, gazetteer: Gazetteer) -> None:
    report = bare(invented, invented.stock, gazetteer, NonAttribution(wordings=False))
    assert not any("“" in cell.text for cell in reading.cells(report))


def test_a_word_of_the_report_that_is_a_name_is_refused(
    invented: Invented, gazetteer: Gazetteer
) -> None:
    stock = replace(invented.stock, actors=(replace(invented.stock.actors[0], name="Gaps"),))
    with pytest.raises(DisclosureError, match="Gaps"):
        bare(invented, stock, gazetteer)


def test_too_few_actors_are_not_reported_on(invented: Invented, gazetteer: Gazetteer) -> None:
    with pytest.raises(DisclosureError, match="too few actors are heard"):
        bare(invented, invented.stock, gazetteer, NonAttribution(least=50))


def test_a_quantity_is_of_the_table(invented: Invented, gazetteer: Gazetteer) -> None:
    table = (Quantifier("most", 3), Quantifier("one", 1), Quantifier("no", 0))
    withheld = reports.Withheld(Telltales(gazetteer, invented.stock.actors), NonAttribution())
    report = reports.build_unattributed(invented.stock, invented.texts, withheld, table)
    texts = [item.text for item in reading.sentences(report)]
    assert "Most actors spoke on this theme." in texts
