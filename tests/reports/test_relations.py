"""The section on where views meet and part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stocktake.analysis.relations import relate
from stocktake.lexicon.wording import quantifiers
from stocktake.model import (
    ActorMap,
    Bridge,
    Chart,
    Coalition,
    Encounter,
    Member,
    Point,
    Relations,
    Section,
    Shared,
    Stability,
    Stance,
    Structure,
    Table,
)
from stocktake.reports import build, relations
from stocktake.reports.records import Records
from tests.reports.world import Invented, world

STABLE = Stability(0.91, 0.97, 0.8, 100, 9)


def made_up(shown: bool) -> Invented:
    """The invented process with relations: as they are derived, and with groups if *shown*."""
    made = world()
    found = relate(made.stock, made.texts)
    if shown:
        found = replace(
            found,
            coalitions=(_coalition(made, 1, ("FRE", "SYL")), _coalition(made, 2, ("RUR", "WAD"))),
            map=ActorMap((Point("FRE", 0.1, 0.2), Point("RUR", -0.3, 0.1)), 0.4, 0.2, 0.3),
            bridges=(_bridge(made),),
            structure=Structure(9, 6, ("LAP",), 0.2, 0.025, 1),
        )
    return Invented(replace(made.stock, relations=found), made.texts)


def _coalition(made: Invented, number: int, ids: tuple[str, ...]) -> Coalition:
    members = tuple(Member(id_, 0.95) for id_ in ids)
    meets = (Encounter(3 - number, ("p0",), ("p1",)),)
    return Coalition(number, members, (_shared(made, ids),), STABLE, 0.4, 0.1, meets)


def _bridge(made: Invented) -> Bridge:
    return Bridge("GRA", None, 0.9, ((1, 0.5), (2, 0.4)), (_shared(made, ("GRA", "FRE")),))


def _shared(made: Invented, ids: tuple[str, ...]) -> Shared:
    of = [item for item in made.stock.statements if item.actors[0].id in ids]
    return Shared("p5", Stance.SUPPORTS, ids, tuple(item.id for item in of))


def section(made: Invented) -> Section:
    (found,) = relations.section(Records(made.stock, made.texts, quantifiers()), frozenset())
    return found


def part(made: Invented, name: str) -> Section:
    return next(item for item in section(made).sections if item.id == f"relations-{name}")


def words_of(found: Section) -> str:
    return str(found.blocks)


def tables(found: Section) -> dict[str, Table]:
    every = (item.table if isinstance(item, Chart) else item for item in found.blocks)
    return {item.id: item for item in every if isinstance(item, Table)}


@pytest.mark.parametrize("shown", [False, True])
def test_the_report_holds_the_section_in_allowed_words_alone(shown: bool) -> None:
    made = made_up(shown)
    assert "relations" in [item.id for item in build(made.stock, made.texts).sections]


def test_measures_stand_beside_their_counts() -> None:
    table = tables(part(made_up(False), "views"))["table-views-proposals"]
    for row in table.rows:
        counts = [cell.value or 0 for cell in row[2:5]]
        assert sum(counts) >= 3


def test_a_process_of_few_actors_is_told_that_they_are_not_compared() -> None:
    made = made_up(False)
    few = replace(made.stock.process, relations=(("least_compared", 99),))
    stock = replace(made.stock, process=few, relations=Relations(made.stock.relations.convergence))
    assert "fewer than 99 are not compared" in words_of(
        part(Invented(stock, made.texts), "coalitions")
    )


def test_members_of_a_coalition_stand_with_their_passages() -> None:
    (listing,) = part(made_up(True), "coalitions").blocks[-1:]
    sentence = listing.entries[0].blocks[0].sentences[0]  # type: ignore[union-attr]
    assert sentence.text == "2 actors: Freedonia and Sylvania."
    assert sentence.citations


def test_what_did_not_survive_is_counted() -> None:
    assert "1 cluster is not shown" in words_of(part(made_up(True), "coalitions"))


@pytest.mark.parametrize(("share", "said"), [(0.3, "in 30% of cases"), (0.025, "No coalition")])
def test_only_what_chance_explains_is_said_to_be_explained_by_it(share: float, said: str) -> None:
    made = made_up(False)
    structure = Structure(9, 6, (), 0.2, share, 1)
    found = replace(made.stock.relations, structure=structure)
    stock = replace(made.stock, relations=found)
    assert said in words_of(part(Invented(stock, made.texts), "coalitions"))


def test_the_map_tells_how_much_it_shows() -> None:
    assert "The first axis shows 40% of all differences" in words_of(part(made_up(True), "map"))


def test_who_is_not_on_the_map_is_listed() -> None:
    table = tables(part(made_up(True), "map"))["table-not-compared"]
    assert table.rows[0][2].text == "Laputa"


def test_a_bridge_is_shown_with_what_makes_it() -> None:
    (row,) = tables(part(made_up(True), "bridges"))["table-bridges"].rows
    assert (row[0].text, row[-1].text) == ("Graustark", "6")


def test_nothing_is_said_where_nobody_took_a_position() -> None:
    stock = replace(world().stock, relations=Relations())
    assert relations.section(Records(stock, {}, quantifiers()), frozenset()) == ()
