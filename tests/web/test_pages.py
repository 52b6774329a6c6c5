"""Every page answers, says where things are proven, and shows hostile texts as text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from stocktake.web.routes import WAYS
from tests.web.asking import filled

FIRST_PAGE = 100_000


# What answers only to who was sent there by a provider, or holds a link that opens once.
SENT = ("/sign-in/with", "/renewals")
READABLE = [
    way.path
    for way in WAYS
    if way.permission == "read"
    and way.methods == ("GET",)
    and "{page" not in way.path
    and not way.path.startswith(SENT)
]


@pytest.mark.parametrize("path", READABLE)
def test_every_address_that_all_may_read_answers(
    path: str, client: TestClient, examples: dict[str, str]
) -> None:
    assert client.get(filled(path, examples)).status_code == 200


@pytest.mark.parametrize("path", READABLE)
def test_no_answer_lets_the_script_of_an_input_run(
    path: str, client: TestClient, examples: dict[str, str]
) -> None:
    answer = client.get(filled(path, examples))
    if answer.headers["content-type"].startswith("text/html"):
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text


def test_the_words_of_a_hostile_input_are_shown_as_they_stand(client: TestClient) -> None:
    found = client.get("/search", params={"q": "script", "record": "both"})
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in found.text.replace("<mark>", "").replace(
        "</mark>", ""
    )


def test_a_proposal_leads_to_the_passage_of_each_statement(client: TestClient) -> None:
    proposal = client.get("/api/proposals/1").json()
    shown = client.get("/proposals/1").text
    for said in proposal["statements"]["items"]:
        assert f"/passages/{said['document_id']}/{said['start']}-{said['end']}" in shown


def test_a_passage_is_marked_at_its_filled(client: TestClient, examples: dict[str, str]) -> None:
    path = filled("/passages/{document_id}/{start}-{end}", examples)
    statement = client.get(f"/api/statements/{examples['statement_id']}").json()
    marked = re.findall(r'class="sought"[^>]*>([^<]*)<', client.get(path).text)
    assert unescape("".join(marked)) == statement["sentence"]


def test_the_original_is_given_out_as_it_was_handed_in(
    client: TestClient, examples: dict[str, str]
) -> None:
    answer = client.get(f"/inputs/{examples['input_id']}/original")
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.content.startswith(b"Statement by Freedonia")


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/inputs/0000",
        "/proposals/999999",
        "/themes/none",
        "/actors/none",
        "/statements/none",
        "/passages/none/0-1",
        "/report/none",
        "/data/none",
        "/data/none.csv",
        "/api/actors/none",
    ],
)
def test_what_is_not_there_is_answered_alike(path: str, client: TestClient) -> None:
    assert client.get(path).status_code == 404


def test_a_passage_beyond_the_text_is_not_there(
    client: TestClient, examples: dict[str, str]
) -> None:
    assert client.get(f"/passages/{examples['document_id']}/0-99999999").status_code == 404


def test_a_parameter_that_is_no_number_is_named(client: TestClient) -> None:
    answer = client.get("/inputs?skip=many")
    assert answer.status_code == 400
    assert "skip must be a number" in answer.text


def test_a_page_that_the_reader_has_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/proposals").headers["etag"]
    assert client.get("/proposals", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("path", ["/", "/proposals", "/themes", "/report"])
def test_a_first_page_with_all_that_belongs_to_it_is_light(path: str, client: TestClient) -> None:
    text = client.get(path).text
    parts = re.findall(r'(?:href|src)="(/static/[^"]+)"', text)
    sizes = [int(client.get(part).headers["content-length"]) for part in [path, *parts]]
    assert sum(sizes) < FIRST_PAGE


def test_pages_ask_nothing_of_other_sites(client: TestClient) -> None:
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', client.get("/").text)


def test_a_table_is_given_out_without_formulas(client: TestClient) -> None:
    lines = client.get("/data/statements.csv").content.decode("utf-8-sig").splitlines()
    assert not [line for line in lines if line.startswith(("=", "+", "@"))]


def test_the_language_of_the_browser_is_that_of_the_page(client: TestClient) -> None:
    answer = client.get("/", headers={"Accept-Language": "de, ar;q=0.8, fr;q=0.5"})
    assert '<html lang="ar" dir="rtl">' in answer.text


def test_a_draft_shows_what_is_open(client: TestClient) -> None:
    assert '<mark class="open-1">[shall]</mark>' in client.get("/drafts/draft-0").text


def test_a_brief_is_taken_along_as_a_word_file(client: TestClient) -> None:
    answer = client.get("/meetings/first/brief?format=docx")
    assert answer.content.startswith(b"PK")
    assert "brief-first.docx" in answer.headers["content-disposition"]


def test_what_is_written_leads_to_its_passages(client: TestClient) -> None:
    assert "/passages/" in client.get("/actors/XFR/page").text


def test_what_is_new_is_a_feed(client: TestClient) -> None:
    assert client.get("/feed.atom").text.startswith("<?xml")
