"""What readers take along: the right type, a safe name, an ETag, always the same bytes."""

from __future__ import annotations

import io
import zipfile

import pytest
from starlette.testclient import TestClient

from stocktake.exporters import read_stock
from stocktake.services.pages.exports import STOCK_FORMATS, packed
from stocktake.web.pages import as_file

FILES = {
    "/drafts/draft-1/since/draft-0/text.docx": "draft-0-draft-1.docx",
    "/drafts/draft-1/since/draft-0/text.json": "draft-0-draft-1.json",
    "/drafts/draft-1/proposals.csv": "draft-1-proposals.csv",
    "/drafts/draft-1/amendments.csv": "draft-1-amendments.csv",
    "/drafts/draft-1/amendments/text.docx": "draft-1-amendments.docx",
    "/data/stock/csv": "stock-2-csv.zip",
    "/programme?format=ics": "programme.ics",
}


@pytest.mark.parametrize("form", STOCK_FORMATS)
def test_the_stock_is_taken_along_in_every_format(form: str, client: TestClient) -> None:
    answer = client.get(f"/data/stock/{form}")
    assert answer.status_code == 200
    assert f'<a href="/data/stock/{form}">' in client.get("/data").text


@pytest.mark.parametrize(("path", "name"), FILES.items())
def test_a_file_is_saved_under_a_name_that_tells_what_it_is(
    path: str, name: str, client: TestClient
) -> None:
    answer = client.get(path)
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert client.get(path, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


@pytest.mark.parametrize(
    ("form", "kind"),
    [("html", "text/html"), ("md", "text/markdown"), ("ics", "text/calendar")],
)
def test_a_programme_bears_the_media_type_of_its_format(
    form: str, kind: str, client: TestClient
) -> None:
    answer = client.get(f"/programme?format={form}")
    assert answer.headers["content-type"] == f"{kind}; charset=utf-8"


def test_two_drafts_side_by_side_lead_back_to_the_later_one(client: TestClient) -> None:
    assert '<a href="/drafts/draft-1">' in client.get("/drafts/draft-1/since/draft-0").text


def test_tables_of_the_stock_come_packed_with_their_dictionary(client: TestClient) -> None:
    with zipfile.ZipFile(io.BytesIO(client.get("/data/stock/csv").content)) as archive:
        assert {"statements.csv", "proposals.csv"} <= set(archive.namelist())


def test_the_stock_as_json_is_that_which_pages_show(client: TestClient) -> None:
    told = read_stock(client.get("/data/stock/json").content)
    assert len(told.statements) == client.get("/api/search").json()["total"]


def test_files_in_whatever_order_are_packed_alike() -> None:
    one, two = {"a": b"1", "b": b"2"}, {"b": b"2", "a": b"1"}
    assert packed(one) == packed(two)


@pytest.mark.parametrize(
    "path",
    [
        "/data/stock/exe",
        "/drafts/draft-1/since/draft-0/text.exe",
        "/drafts/draft-1/amendments/text.exe",
    ],
)
def test_a_format_that_is_none_is_refused(path: str, client: TestClient) -> None:
    assert client.get(path).status_code == 400


def test_a_name_holds_nothing_that_a_header_or_a_folder_minds() -> None:
    told = as_file(b"", "text/csv", '../é"\r\nX: y.csv').headers["content-disposition"]
    assert (
        told == "attachment; filename=\"..-----X--y.csv\"; filename*=utf-8''..-%C3%A9---X-%20y.csv"
    )


def test_links_lead_to_the_files_of_a_draft(client: TestClient) -> None:
    shown = client.get("/drafts/draft-1").text
    assert "/drafts/draft-1/since/draft-0/text.docx" in shown
    assert "/drafts/draft-1/amendments" in shown
