"""After warming the first reader of a page finds it made, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from stocktake.services.workspace import Workspace
from stocktake.web import Site, make_app, open_site, warming
from stocktake.web.languages import NAMES
from tests import world
from tests.web.asking import HERE

PAGES = ("/", "/proposals", "/themes", "/relations", "/gaps", "/report", "/report/glance")


@pytest.fixture
def warm(stocked: Workspace) -> Iterator[Site]:
    opened = open_site(stocked)
    warming.warm(opened)
    yield opened
    opened.close()


@pytest.mark.parametrize("path", [*PAGES, "/data/statements"])
def test_no_page_is_made_for_its_first_reader(
    path: str, warm: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = TestClient(make_app(warm), base_url=HERE)
    monkeypatch.setattr("stocktake.web.pages.environment", None)
    asked = [client.get(path, headers={"Accept-Language": code}) for code in NAMES]
    assert {answer.status_code for answer in asked} == {200}


def test_a_kept_page_in_one_language_is_in_that_language(warm: Site) -> None:
    client = TestClient(make_app(warm), base_url=HERE)
    told = client.get("/proposals", headers={"Accept-Language": "ar"}).text
    assert 'lang="ar" dir="rtl"' in told


def test_another_process_finds_the_pages(
    warm: Site, stocked: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = TestClient(make_app(warm), base_url=HERE).get("/themes").text
    other = open_site(stocked)
    monkeypatch.setattr("stocktake.web.pages.environment", None)
    assert TestClient(make_app(other), base_url=HERE).get("/themes").text == before
    other.close()


def test_before_the_first_stock_there_is_nothing_to_warm(tmp_path: Path) -> None:
    site = open_site(world.make_workspace(tmp_path / "workspace"))
    warming.warm(site)
    assert TestClient(make_app(site), base_url=HERE).get("/").status_code == 200
    site.close()
