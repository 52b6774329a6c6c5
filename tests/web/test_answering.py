"""What anybody may see is rendered once a stock; what is somebody's own is never kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.services import adding, building
from stocktake.services.reviewing import Correction, correct
from stocktake.services.workspace import Workspace
from stocktake.web import Settings, Site, make_app, open_site
from stocktake.web.answering import OF_STOCK
from stocktake.web.routes import WAYS
from tests import world
from tests.web.asking import HERE, signed_in

PAGES = ("/", "/proposals", "/search?q=harbour", "/api/themes")


def number_kept(site: Site) -> int:
    return len(site.kept._pages)


@pytest.fixture
def fresh(stocked: Workspace) -> Iterator[Site]:
    """A site on which nothing was looked at yet."""
    opened = open_site(stocked)
    yield opened
    opened.close()


@pytest.fixture
def visitor(fresh: Site) -> TestClient:
    return TestClient(make_app(fresh), base_url=HERE)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_a_kept_page_is_the_page(path: str, coding: str, visitor: TestClient, fresh: Site) -> None:
    asked = {"Accept-Encoding": coding}
    rendered, kept = (visitor.get(path, headers=asked) for _ in range(2))
    assert number_kept(fresh) == 1
    assert (kept.content, kept.headers) == (rendered.content, rendered.headers)


def test_it_is_another_page_in_another_language(visitor: TestClient) -> None:
    told = [visitor.get("/", headers={"Accept-Language": code}).text for code in ("en", "ar")]
    assert ['dir="rtl"' in text for text in told] == [False, True]


def test_a_kept_page_that_the_reader_has_is_not_sent_again(visitor: TestClient) -> None:
    tag = visitor.get("/").headers["etag"]
    answer = visitor.get("/", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert "Cookie" in answer.headers["vary"]


@pytest.mark.parametrize("role", [AccountRole.DELEGATE, AccountRole.CO_CHAIR])
def test_nothing_of_a_signed_in_reader_is_kept(role: AccountRole, fresh: Site) -> None:
    client = signed_in(fresh, role, "XFR")
    for path in PAGES:
        assert client.get(path).status_code == 200
    assert number_kept(fresh) == 0


def test_a_signed_in_reader_is_not_given_a_page_for_visitors(
    visitor: TestClient, fresh: Site
) -> None:
    visitor.get("/")
    assert "/account" in signed_in(fresh, AccountRole.DELEGATE, "XFR").get("/").text


def test_nothing_is_kept_for_who_shows_a_cookie_that_holds_no_more(
    visitor: TestClient, fresh: Site
) -> None:
    visitor.get("/", headers={"Cookie": "session=old"})
    assert number_kept(fresh) == 0


def test_a_cookie_for_a_chosen_language_is_nobody_elses(visitor: TestClient) -> None:
    visitor.get("/?lang=fr")
    assert "set-cookie" in visitor.get("/?lang=fr").headers
    assert "set-cookie" not in TestClient(visitor.app, base_url=HERE).get("/").headers


def test_what_could_not_be_answered_is_not_kept(visitor: TestClient, fresh: Site) -> None:
    assert visitor.get("/proposals/999999").status_code == 404
    assert number_kept(fresh) == 0


def test_what_is_kept_needs_no_more_than_to_read() -> None:
    assert {way.permission for way in WAYS if way.view in OF_STOCK} == {"read"}


def test_a_new_stock_and_what_is_kept_back_are_seen_at_once(tmp_path: Path) -> None:
    workspace = world.make_workspace(tmp_path / "workspace")
    inputs = world.write_inputs(tmp_path / "inputs")
    adding.add(workspace, [inputs])
    building.build(workspace, 1)
    site = open_site(workspace, Settings())
    client = TestClient(make_app(site), base_url=HERE)
    before = client.get("/api/inputs").json()
    (inputs / "more.txt").write_text("We call on States to dredge harbours.", encoding="utf-8")
    adding.add(workspace, [inputs / "more.txt"])
    building.build(workspace, 1)
    after = client.get("/api/inputs").json()
    assert after["total"] == before["total"] + 1
    correct(workspace, Correction(after["items"][0]["id"], "confidentiality", "chairs"), "chair")
    assert client.get("/api/inputs").status_code == 404
    site.close()
