"""Stocks by their numbers: listed, compared, published, for each reader what that one may see."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.services import adding, building
from stocktake.services.workspace import Workspace
from stocktake.web import Site
from tests import world
from tests.web import asking
from tests.web.asking import form, signed_in

SECRET = "Statement by Sylvania\n\nWe call on all States to open the canal of Zenda to ferries."


@pytest.fixture
def workspace(workspace: Workspace, tmp_path: Path) -> Workspace:
    inputs = world.write_inputs(tmp_path / "inputs")
    adding.add(workspace, [inputs / "freedonia.txt", inputs / "ruritania.txt"])
    building.build(workspace, 1)
    return workspace


@pytest.fixture
def chair(own: Site) -> TestClient:
    return signed_in(own, AccountRole.CO_CHAIR)


@pytest.fixture
def visitor(own: Site) -> TestClient:
    return asking.visitor(own)


def add(workspace: Workspace, text: str, mark: str = "") -> None:
    """A further input, and the next stock."""
    folder = workspace.root.parent / "more"
    folder.mkdir(exist_ok=True)
    (folder / "more.txt").write_text(text, encoding="utf-8")
    told = f"path,actor,kind,confidentiality\nmore.txt,Sylvania,statement,{mark}\n"
    (folder / "manifest.csv").write_text(told, encoding="utf-8")
    adding.add(workspace, [folder])
    building.build(workspace, 1)


def publish(client: TestClient, number: int) -> int:
    return client.post(f"/stocks/{number}/publish", data=form(client)).status_code


def test_a_published_stock_is_told_on_the_first_page(
    chair: TestClient, visitor: TestClient
) -> None:
    assert "published" not in visitor.get("/").text
    assert publish(chair, 1) == 303
    assert "Stock 1, published" in visitor.get("/").text


def test_the_desk_tells_what_is_published(chair: TestClient) -> None:
    publish(chair, 1)
    assert "Published: stock 1" in chair.get("/desk").text


def test_publishing_is_logged(own: Site, chair: TestClient) -> None:
    publish(chair, 1)
    assert "published a stock" in signed_in(own, AccountRole.ADMINISTRATOR).get("/admin/audit").text


def test_the_report_of_a_published_stock_stays(
    workspace: Workspace, chair: TestClient, visitor: TestClient
) -> None:
    publish(chair, 1)
    before = visitor.get("/stocks/1/report?format=json").content
    add(workspace, SECRET)
    assert visitor.get("/stocks/1/report?format=json").content == before


@pytest.mark.parametrize("name", ["docx", "html", "json"])
def test_the_report_of_a_stock_is_a_file(name: str, visitor: TestClient) -> None:
    answer = visitor.get(f"/stocks/1/report?format={name}")
    assert f"stocktaking-report-1.{name}" in answer.headers["content-disposition"]


def test_an_earlier_stock_that_was_not_published_is_for_those_who_make_stocks(
    workspace: Workspace, chair: TestClient, visitor: TestClient
) -> None:
    add(workspace, SECRET)
    paths = ("/stocks/1/report", "/stocks/1/2", "/stocks/1/2.csv", "/api/stocks/1/2")
    assert [visitor.get(path).status_code for path in paths] == [404] * 4
    assert [chair.get(path).status_code for path in paths] == [200] * 4


def test_stocks_that_are_published_can_be_compared_by_all(
    workspace: Workspace, chair: TestClient, visitor: TestClient
) -> None:
    publish(chair, 1)
    add(workspace, SECRET)
    told = visitor.get("/stocks/1/2.csv").content.decode("utf-8-sig")
    assert {row["part"] for row in csv.DictReader(io.StringIO(told))} >= {"input", "proposal"}


def test_what_is_kept_back_is_in_no_published_report(
    workspace: Workspace, chair: TestClient, visitor: TestClient
) -> None:
    add(workspace, SECRET, "chairs")
    assert publish(chair, 2) == 303
    assert "Stock 1, published" in visitor.get("/").text
    assert "Zenda" not in visitor.get("/stocks/1/report").text
    assert visitor.get("/stocks/2/report").status_code == 404


def test_an_edition_made_anew_holds_no_stock_that_was_published_before(
    workspace: Workspace, chair: TestClient, visitor: TestClient
) -> None:
    add(workspace, SECRET)
    publish(chair, 2)
    add(workspace, SECRET, "chairs")
    assert "published" not in visitor.get("/").text


def test_only_the_last_stock_is_published_where_some_see_less(
    workspace: Workspace, chair: TestClient
) -> None:
    add(workspace, SECRET, "chairs")
    assert publish(chair, 1) == 400


def test_a_stock_that_is_not_there_cannot_be_published(chair: TestClient) -> None:
    assert publish(chair, 7) == 404


def test_a_reviewer_publishes_nothing(own: Site) -> None:
    assert publish(signed_in(own, AccountRole.REVIEWER), 1) == 404
