"""The review queue: the least certain first, judged, undone, logged."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from stocktake import store
from stocktake.model.accounts import AccountRole, Audience
from stocktake.services import building
from stocktake.web import Site
from tests.web.asking import form, signed_in

pytestmark = pytest.mark.usefixtures("taken")


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
    assert "taken back" in reviewer.get("/review/judged").text


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


def marked(client: TestClient, path: str) -> str:
    return re.search(r"<blockquote[^>]*>([^<]*)</blockquote>", client.get(path).text).group(1)  # type: ignore[union-attr]


def test_words_are_marked_by_moving_an_end_word_by_word(reviewer: TestClient) -> None:
    before = marked(reviewer, "/review")
    [way] = re.findall(r'href="(/review\?of=[^"]+)" data-key="&lt;"', reviewer.get("/review").text)
    assert before.startswith(marked(reviewer, way.replace("&amp;", "&")))
    assert len(marked(reviewer, way.replace("&amp;", "&"))) < len(before)


def test_marked_words_hold_in_the_next_stock(own: Site, reviewer: TestClient) -> None:
    path = first(reviewer)
    which = path.rsplit("/", 1)[-1]
    said = next(item for item in own.shown(Audience.CHAIRS).stock.statements if item.id == which)
    ends = {"start": str(said.content.start), "end": str(said.content.start + 6)}
    reviewer.post(path, data=form(reviewer, verdict="edit", **ends))
    building.build(own.workspace, 1)
    kept = reviewer.get(f"/api/statements/{which}").json()
    assert (kept["quote"], kept["review"]) == (said.content.text[:6], "edited")


def test_words_outside_the_paragraph_are_refused(reviewer: TestClient) -> None:
    told = form(reviewer, verdict="edit", start="0", end="99999")
    assert reviewer.post(first(reviewer), data=told).status_code == 400


def test_what_a_statement_is_about_is_corrected(own: Site, reviewer: TestClient) -> None:
    path = first(reviewer)
    told = form(reviewer, verdict="themes", add_dimension="dimensions:global")
    assert reviewer.post(path, data=told).status_code == 303
    building.build(own.workspace, 1)
    kept = reviewer.get(f"/api/statements/{path.rsplit('/', 1)[-1]}").json()
    assert "global" in [item["id"] for item in kept["about"]]


def test_a_second_opinion_is_asked_of_others_alone(own: Site, reviewer: TestClient) -> None:
    path = first(reviewer)
    reviewer.post(path, data=form(reviewer, verdict="reject"))
    other = signed_in(own, AccountRole.REVIEWER)
    assert f'action="{path}"' not in reviewer.get("/review?second=yes").text
    assert f'action="{path}"' in other.get("/review?second=yes").text


def test_two_reviewers_are_held_against_each_other(own: Site, reviewer: TestClient) -> None:
    path = first(reviewer)
    reviewer.post(path, data=form(reviewer, verdict="reject"))
    other = signed_in(own, AccountRole.REVIEWER)
    other.post(path, data=form(other, verdict="confirm", second="yes"))
    shown = other.get("/review/agreement").text
    assert "1 statement is disputed" in shown
    assert f"/review?of={path.rsplit('/', 1)[-1]}" in shown


def test_judgements_are_signed_with_a_name_and_no_address(own: Site, reviewer: TestClient) -> None:
    reviewer.post(first(reviewer), data=form(reviewer, verdict="confirm", note="As read."))
    building.build(own.workspace, 1)
    told = reviewer.get("/data/reviews.csv").text
    assert "As read." in told
    assert "@" not in told


def test_two_reviewers_of_one_name_are_told_apart(own: Site, reviewer: TestClient) -> None:
    path = first(reviewer)
    for one in (reviewer, signed_in(own, AccountRole.REVIEWER)):
        one.post(path, data=form(one, verdict="confirm"))
    with own.store.reading() as connection:
        assert len({item.reviewer for item in store.reviews(connection)}) == 2
