"""Reviewers merge, split and word proposals on pages, and later stocks abide by it."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.services import building
from stocktake.web import Site
from tests.web.asking import form, signed_in

pytestmark = pytest.mark.usefixtures("taken")


def proposals(client: TestClient) -> dict[int, int]:
    """How many statements each proposal has, by its number."""
    found = client.get("/api/proposals").json()["items"]
    return {item["number"]: item["statements"] for item in found}


def post(client: TestClient, path: str, **fields: object) -> int:
    told = {**form(client), **fields}
    return client.post(f"/review/proposals/{path}", data=told).status_code


def test_ticked_and_written_numbers_become_one_proposal(own: Site, reviewer: TestClient) -> None:
    before = proposals(reviewer)
    one, two, *_, last = sorted(before)
    assert post(reviewer, "merge", number=[str(one), str(two)], numbers=f"{last}") == 303
    building.build(own.workspace, 1)
    assert proposals(reviewer)[one] == before[one] + before[two] + before[last]


def test_a_number_that_was_merged_leads_on(own: Site, reviewer: TestClient) -> None:
    one, two, *_ = sorted(proposals(reviewer))
    post(reviewer, "merge", number=[str(one), str(two)])
    building.build(own.workspace, 1)
    assert reviewer.get(f"/api/proposals/{two}").json()["line"]["number"] == one


def test_a_split_leaves_what_is_not_ticked(own: Site, reviewer: TestClient) -> None:
    before = proposals(reviewer)
    number = next(number for number, count in before.items() if count > 1)
    found = reviewer.get(f"/api/proposals/{number}").json()["statements"]["items"]
    assert post(reviewer, f"{number}/split", statement=[found[0]["id"]]) == 303
    building.build(own.workspace, 1)
    assert proposals(reviewer)[number] == before[number] - 1
    assert len(proposals(reviewer)) == len(before) + 1


def test_a_wording_stands_until_it_is_taken_back(own: Site, reviewer: TestClient) -> None:
    number = min(proposals(reviewer))
    old = reviewer.get(f"/api/proposals/{number}").json()["line"]["wording"]
    post(reviewer, f"{number}/rename", name="Quiet harbours", note="As agreed.")
    building.build(own.workspace, 1)
    assert "Quiet harbours" in reviewer.get(f"/proposals/{number}").text
    post(reviewer, f"{number}/undo")
    building.build(own.workspace, 1)
    assert reviewer.get(f"/api/proposals/{number}").json()["line"]["wording"] == old


def test_who_decided_what_is_shown_and_logged(own: Site, reviewer: TestClient) -> None:
    post(reviewer, "1/rename", name="Quiet harbours", note="As agreed.")
    shown = reviewer.get("/review/proposals/decided").text
    assert all(word in shown for word in ("Quiet harbours", "As agreed.", "reviewer", "next one"))
    assert "decided" in signed_in(own, AccountRole.ADMINISTRATOR).get("/admin/audit").text


def test_what_cannot_be_split_is_refused(reviewer: TestClient) -> None:
    assert post(reviewer, "1/split") == 400


def test_one_proposal_cannot_be_merged(reviewer: TestClient) -> None:
    assert post(reviewer, "merge", number=["1"]) == 400


def test_what_is_no_number_is_named(reviewer: TestClient) -> None:
    assert post(reviewer, "merge", numbers="two") == 400
