"""The review queue: the least certain first, judged, undone, logged."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from stocktake.model import Review, ReviewState
from stocktake.model.accounts import AccountRole
from stocktake.services import adding, building
from stocktake.services.pages.queue import agreed
from stocktake.services.workspace import Workspace
from stocktake.web import Site
from tests import world
from tests.web.asking import form, signed_in


@pytest.fixture
def workspace(workspace: Workspace, tmp_path: Path) -> Workspace:
    adding.add(workspace, [world.write_inputs(tmp_path / "inputs")])
    building.build(workspace, 1)
    return workspace


@pytest.fixture
def reviewer(own: Site) -> TestClient:
    return signed_in(own, AccountRole.REVIEWER)


def found(pattern: str, client: TestClient) -> str:
    match = re.search(pattern, client.get("/review").text)
    assert match
    return match.group(1)


def first(client: TestClient) -> str:
    return found(r'action="(/review/\w+)"', client)


def left(client: TestClient) -> int:
    return int(found(r"(\d+) statements? (?:is|are) waiting", client))


def test_what_is_judged_waits_no_more(reviewer: TestClient) -> None:
    before, path = left(reviewer), first(reviewer)
    reviewer.post(path, data=form(reviewer, verdict="confirm"))
    assert left(reviewer) == before - 1
    assert first(reviewer) != path


def test_the_last_judgement_can_be_undone(reviewer: TestClient) -> None:
    path = first(reviewer)
    after = reviewer.post(path, data=form(reviewer, verdict="reject")).headers["location"]
    assert f'action="{path}"' in reviewer.get(after).text
    reviewer.post(path, data=form(reviewer, verdict="undo"))
    assert "machine" in reviewer.get("/review/judged").text


def test_an_edit_holds_in_the_next_stock(own: Site, reviewer: TestClient) -> None:
    path = first(reviewer)
    told = form(reviewer, verdict="edit", act="opposes", actors="Ruritania; Sylvania")
    assert reviewer.post(path, data=told).status_code == 303
    building.build(own.workspace, 1)
    kept = reviewer.get(f"/api/statements/{path.rsplit('/', 1)[-1]}").json()
    assert {actor["name"] for actor in kept["actors"]} == {"Ruritania", "Sylvania"}
    assert kept["review"] == "edited"


def test_an_actor_nobody_knows_is_named(reviewer: TestClient) -> None:
    answer = reviewer.post(first(reviewer), data=form(reviewer, verdict="edit", actors="Nowhere"))
    assert answer.status_code == 404


def test_a_judgement_is_logged(own: Site, reviewer: TestClient) -> None:
    reviewer.post(first(reviewer), data=form(reviewer, verdict="confirm"))
    assert "judged" in signed_in(own, AccountRole.ADMINISTRATOR).get("/admin/audit").text


def review(statement: str, by: str, state: ReviewState) -> Review:
    return Review(f"{statement}{by}", statement, state, "", "", "", by, "2031-03-04")


def test_agreement_is_counted_on_what_two_people_judged() -> None:
    right, wrong = ReviewState.CONFIRMED, ReviewState.REJECTED
    agreement = agreed(
        [
            review("a", "Ann", right),
            review("a", "Bo", right),
            review("b", "Ann", wrong),
            review("b", "Bo", wrong),
            review("c", "Ann", right),
            review("c", "Bo", wrong),
            review("d", "Ann", right),
        ]
    )
    assert (agreement.pairs, agreement.alike) == (3, 2)
    assert agreement.beyond == pytest.approx(1 / 3)
