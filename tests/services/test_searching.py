"""Searching a stock: what is found, and what narrows it down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from stocktake.errors import NotFoundError, UsageError
from stocktake.model import ReviewState
from stocktake.services import adding, building, judging
from stocktake.services.narrowing import Narrowing, narrowed
from stocktake.services.searching import search
from stocktake.services.workspace import Workspace
from stocktake.store import Look, Voice
from tests import world


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("searching")
    workspace = world.make_workspace(folder / "workspace")
    adding.add(workspace, [], world.write_inputs(folder / "inputs") / "manifest.csv")
    adding.add(workspace, [folder / "inputs"])
    building.build(workspace, 1)
    return workspace


def speakers(workspace: Workspace, **wanted: Any) -> set[str]:
    narrowing = Narrowing(records=("statement",), **wanted)
    found = search(workspace, "", narrowing, Look(limit=999)).hits
    return {actor.id for item in found if item.statement for actor in item.statement.actors}


def test_words_are_found_in_statements_and_passages(built: Workspace) -> None:
    kinds = {item.hit.kind for item in search(built, "register").hits}
    assert kinds == {"statement", "passage"}


def test_a_filter_by_actor_takes_its_name(built: Workspace) -> None:
    assert "XRU" in speakers(built, actors=("Ruritania",))


def test_an_actor_is_heard_through_its_groups_where_that_is_asked(built: Workspace) -> None:
    alone = speakers(built, actors=("Freedonia",))
    with_groups = speakers(built, actors=("Freedonia",), through_groups=True)
    assert with_groups - alone == {"group:coastal"}


def test_a_group_is_heard_through_its_members(built: Workspace) -> None:
    assert {"group:coastal", "XFR", "XSY"} <= speakers(built, groups=("Coastal Group",))


def test_a_member_is_heard_for_its_group_while_it_belongs_to_it(built: Workspace) -> None:
    [voices] = narrowed(built, Narrowing(groups=("Coastal Group",))).voices
    assert Voice("XFR", "2001-01-01") in voices


def test_a_filter_by_stance_finds_who_opposes(built: Workspace) -> None:
    found = search(built, "compact", Narrowing(stances=("opposes",)))
    assert [item.hit.title for item in found.hits] == ["Statement of Ruritania"]


def test_a_filter_by_date_leaves_in_what_may_be_of_that_day(built: Workspace) -> None:
    wanted = Narrowing(until="2031-03-04", records=("passage",))
    found = search(built, "", wanted, Look(limit=99))
    assert {item.hit.date for item in found.hits} == {"2031-03", "2031-03-04"}


@pytest.mark.parametrize(
    ("wanted", "who"),
    [
        ({"kinds": ("recommendations",)}, {"org:harbour-watch"}),
        ({"meetings": ("first",), "acts": ("supports",)}, {"XFR"}),
        ({"actor_kinds": ("group of States",)}, {"group:coastal"}),
    ],
)
def test_filters_leave_who_they_should(
    built: Workspace, wanted: dict[str, Any], who: set[str]
) -> None:
    assert who <= speakers(built, **wanted) <= {*who, "XFR", "XSY"}


def test_every_statement_is_of_a_machine_until_somebody_reviews_it(built: Workspace) -> None:
    every = search(built, "", Narrowing(records=("statement",))).total
    assert search(built, "", Narrowing(reviews=(ReviewState.MACHINE,))).total == every


def test_what_is_said_on_a_theme_was_assigned_to_it(built: Workspace) -> None:
    found = search(built, "", Narrowing(lenses=("children",)), Look(limit=99)).hits
    assert found
    assert all("child" in item.hit.snippet for item in found)


def test_an_actor_nobody_knows_is_named(built: Workspace) -> None:
    with pytest.raises(NotFoundError, match="'utopia'"):
        search(built, "x", Narrowing(actors=("utopia",)))


@pytest.mark.parametrize(
    "wanted",
    [
        {"acts": ("sings",)},
        {"stances": ("maybe",)},
        {"since": "soon"},
        {"themes": ("nothing",)},
        {"meetings": ("none",)},
        {"confidence": 2.0},
    ],
)
def test_a_filter_that_cannot_be_is_wrong_use(built: Workspace, wanted: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        search(built, "x", Narrowing(**wanted))


@pytest.fixture
def own(workspace: Workspace, inputs: Path) -> Workspace:
    adding.add(workspace, [inputs / "freedonia.txt"])
    building.build(workspace, 1)
    return workspace


def test_a_statement_is_found_as_a_person_edited_it(own: Workspace) -> None:
    [found] = search(own, "data", Narrowing(records=("statement",))).hits
    judging.judge(own, judging.Judgement(found.hit.record_id, "edit", act="welcomes"), "a person")
    building.build(own, 1)
    [edited] = search(own, "data", Narrowing(acts=("welcomes",), reviews=("edited",))).hits
    assert edited.statement is not None
    assert edited.statement.act == "welcomes"


def test_an_index_of_an_earlier_version_is_made_anew_by_a_build(own: Workspace) -> None:
    with own.store() as base, base.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE search_rows DROP COLUMN review")
    with pytest.raises(UsageError, match="stocktake build"):
        search(own, "data")
    building.build(own, 1)
    assert search(own, "data").total > 0
