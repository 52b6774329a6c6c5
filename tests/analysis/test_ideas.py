"""New ideas, concrete objectives and arrangements in a stock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stocktake import lexicon
from stocktake.analysis import Ground, arrangements, ideas, objectives
from stocktake.analysis.sources import Sources
from stocktake.lexicon.programme import programme_words
from stocktake.model import PositionStance, Quotation, Stock
from tests.reports.world import Invented, world


@pytest.fixture(scope="module")
def invented() -> Invented:
    return world()


def ground(invented: Invented, stock: Stock | None = None) -> Ground:
    used = stock or invented.stock
    sources = Sources.of(used.inputs, invented.texts.values())
    return Ground(used, sources, lexicon.load(), programme_words())


def worded(stock: Stock, content: str, **more: object) -> Stock:
    """The stock in which every statement has that content."""
    statements = tuple(
        replace(item, content=Quotation(item.content.start, item.content.end, content), **more)  # type: ignore[arg-type]
        for item in stock.statements
    )
    return replace(stock, statements=statements)


def test_an_idea_is_asked_for_by_few_and_nobody_is_against(invented: Invented) -> None:
    positions = {item.target: [] for item in invented.stock.positions}  # type: ignore[var-annotated]
    for item in invented.stock.positions:
        positions[item.target].append(item)
    for idea in ideas(ground(invented)):
        stances = {item.stance for item in positions[idea.proposal_id]}
        assert stances <= {PositionStance.SUPPORTS, PositionStance.SILENT}
        assert 1 <= idea.supporters <= 3


def test_what_somebody_opposes_is_no_idea(invented: Invented) -> None:
    found = {idea.proposal_id for idea in ideas(ground(invented))}
    opposed = {
        item.target for item in invented.stock.positions if item.stance is PositionStance.OPPOSES
    }
    assert not found & opposed


def test_the_processs_own_text_is_no_theme_of_ideas(invented: Invented) -> None:
    proposals = {item.id: item for item in invented.stock.proposals}
    codes = [set(proposals[idea.proposal_id].theme_codes) for idea in ideas(ground(invented))]
    assert all(found - {"pact"} for found in codes)


def test_an_objective_names_who_should_do_what_how_much_and_by_when(invented: Invented) -> None:
    stock = worded(invented.stock, "plant 2 million trees by 2040", addressees=("FRE",))
    found = objectives(ground(invented, stock))
    assert (found[0].actors, found[0].figures, found[0].due) == (
        ("FRE",),
        ("2 million trees",),
        "2040",
    )


def test_what_names_nobody_who_should_act_is_no_objective(invented: Invented) -> None:
    stock = worded(invented.stock, "plant 2 million trees by 2040", addressees=())
    assert objectives(ground(invented, stock)) == ()


def test_an_arrangement_tells_institution_partners_means_and_review(invented: Invented) -> None:
    stock = worded(
        invented.stock,
        "set up a review forum and a fund in partnership with ports, through yearly meetings",
    )
    found = arrangements(ground(invented, stock))[0]
    assert (found.institutions, found.partners, found.means, found.review) == (
        ("fund",),
        "in partnership with ports",
        "through yearly meetings",
        ("review forum",),
    )


@pytest.mark.parametrize("find", [ideas, objectives, arrangements])
def test_the_order_of_proposals_changes_nothing(invented: Invented, find: object) -> None:
    turned = replace(invented.stock, proposals=invented.stock.proposals[::-1])
    assert find(ground(invented, turned)) == find(ground(invented))  # type: ignore[operator]
