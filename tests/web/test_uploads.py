"""Files that come in pieces, by the words of the protocol (tus 1.0.0)."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from typing import Any

import pytest
from starlette.testclient import TestClient

from stocktake import store
from stocktake.model.accounts import AccountRole
from stocktake.services import uploading
from stocktake.web import Site, make_app, open_site
from tests.web.asking import form, signed_in, visitor

DATA = b"We call on all States to protect migrant children in every harbour."
SHA256 = hashlib.sha256(DATA).hexdigest()
PIECE = "application/offset+octet-stream"


def said(client: TestClient, **told: str) -> dict[str, str]:
    """Headers of the protocol, with the token that the reader's pages carry."""
    given = {name.replace("_", "-"): value for name, value in told.items()}
    return {"Tus-Resumable": "1.0.0", "X-Form": form(client)["form"], **given}


def metadata(**told: str) -> str:
    pairs = (f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in told.items())
    return ",".join(pairs)


def begun(client: TestClient, size: int = len(DATA), sha256: str = SHA256) -> Any:
    told = metadata(filename="ours.txt", sha256=sha256)
    headers = said(client, Upload_Length=str(size), Upload_Metadata=told)
    return client.post("/uploads", headers=headers)


def sent(client: TestClient, address: str, piece: bytes, offset: int, **told: str) -> Any:
    headers = said(client, **{"Upload_Offset": str(offset), "Content_Type": PIECE, **told})
    return client.patch(address, content=piece, headers=headers)


def whole(client: TestClient) -> str:
    """The address of an upload of which all came."""
    address = begun(client).headers["location"]
    assert sent(client, address, DATA, 0).status_code == 204
    return str(address)


def test_a_file_that_came_in_pieces_is_handed_in(delegate: TestClient) -> None:
    address = begun(delegate).headers["location"]
    assert sent(delegate, address, DATA[:30], 0).headers["upload-offset"] == "30"
    assert sent(delegate, address, DATA[30:], 30).status_code == 204
    told = form(delegate, upload=address.rsplit("/", 1)[-1])
    page = delegate.get(delegate.post("/hand-in", data=told).headers["location"]).text
    assert SHA256 in page
    assert delegate.get("/uploads").json() == []


def test_how_far_a_file_is_outlives_the_server(own: Site, delegate: TestClient) -> None:
    address = begun(delegate).headers["location"]
    sent(delegate, address, DATA[:30], 0)
    again = open_site(own.workspace)
    other = TestClient(make_app(again), base_url=str(delegate.base_url), cookies=delegate.cookies)
    with other:
        assert other.head(address, headers=said(other)).headers["upload-offset"] == "30"


def test_what_came_before_the_line_broke_stays(own: Site, delegate: TestClient) -> None:
    address = begun(delegate).headers["location"]
    headers = said(delegate, Upload_Offset="0", Content_Type=PIECE)
    headers |= {"Cookie": f"session={delegate.cookies['session']}", "Host": "stocktake.test"}
    messages = iter(
        [
            {"type": "http.request", "body": DATA[:30], "more_body": True},
            {"type": "http.disconnect"},
        ]
    )

    async def receive() -> Any:
        return next(messages)

    async def send(_: Any) -> None: ...

    scope = {
        "type": "http",
        "method": "PATCH",
        "path": address,
        "query_string": b"",
        "headers": [(k.lower().encode(), v.encode()) for k, v in headers.items()],
    }
    asyncio.run(make_app(own)(scope, receive, send))
    assert delegate.head(address, headers=said(delegate)).headers["upload-offset"] == "30"


def test_the_server_tells_what_it_is_able_to(delegate: TestClient) -> None:
    told = delegate.options("/uploads").headers
    assert told["tus-extension"] == "creation,termination,expiration"
    assert told["tus-max-size"] == str(100 * 1024 * 1024)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"Tus_Resumable": "0.2.2"}, 412),
        ({"Content_Type": "text/plain"}, 415),
        ({"Upload_Offset": "5"}, 409),
        ({"Upload_Offset": "-5"}, 400),
        ({"Upload_Offset": "x"}, 400),
        ({"X_Form": "another"}, 400),
    ],
    ids=str,
)
def test_a_piece_that_is_not_said_as_it_should_be_is_refused(
    told: dict[str, str], status: int, delegate: TestClient
) -> None:
    address = begun(delegate).headers["location"]
    assert sent(delegate, address, DATA, 0, **told).status_code == status
    assert delegate.head(address, headers=said(delegate)).headers["upload-offset"] == "0"


def test_more_than_was_announced_is_refused(delegate: TestClient) -> None:
    address = begun(delegate, size=10, sha256="").headers["location"]
    assert sent(delegate, address, DATA, 0).status_code == 413


def test_a_file_that_is_too_large_is_refused_before_it_comes(delegate: TestClient) -> None:
    assert begun(delegate, size=10**9).status_code == 413


def test_a_file_that_is_not_the_one_announced_is_given_up(delegate: TestClient) -> None:
    address = begun(delegate, sha256="0" * 64).headers["location"]
    assert sent(delegate, address, DATA, 0).status_code == 460
    assert delegate.head(address, headers=said(delegate)).status_code == 404


def test_metadata_that_cannot_be_read_is_refused(delegate: TestClient) -> None:
    headers = said(delegate, Upload_Length="5", Upload_Metadata="filename *")
    assert delegate.post("/uploads", headers=headers).status_code == 400


@pytest.mark.parametrize("method", ["HEAD", "PATCH", "DELETE"])
def test_for_everybody_else_there_is_no_such_upload(
    method: str, own: Site, delegate: TestClient
) -> None:
    address = begun(delegate).headers["location"]
    for role in (AccountRole.DELEGATE, AccountRole.SECRETARIAT):
        other = signed_in(own, role)
        headers = said(other, Upload_Offset="0", Content_Type=PIECE)
        assert other.request(method, address, headers=headers).status_code == 404
    assert delegate.head(address, headers=said(delegate)).headers["upload-offset"] == "0"


def test_nobody_hands_in_what_another_sent(own: Site, delegate: TestClient) -> None:
    address, other = whole(delegate), signed_in(own, AccountRole.DELEGATE)
    told = form(other, upload=address.rsplit("/", 1)[-1])
    assert other.post("/hand-in", data=told).status_code == 404
    with own.store.reading() as connection:
        assert store.submissions(connection) == []


def test_who_is_not_signed_in_sends_nothing(own: Site) -> None:
    answer = visitor(own).post("/uploads", headers={"Tus-Resumable": "1.0.0"})
    assert answer.headers["location"].startswith("/sign-in")


def test_another_site_sends_nothing_in_a_readers_name(delegate: TestClient) -> None:
    headers = said(delegate, Upload_Length="5") | {"Origin": "https://evil.test"}
    assert delegate.post("/uploads", headers=headers).status_code == 403


def test_an_upload_is_given_up(own: Site, delegate: TestClient) -> None:
    address = begun(delegate).headers["location"]
    assert delegate.delete(address, headers=said(delegate)).status_code == 204
    assert list((own.workspace.root / "uploads").iterdir()) == []


def test_the_page_tells_what_was_begun_and_gives_it_up(delegate: TestClient) -> None:
    address = begun(delegate).headers["location"]
    sent(delegate, address, DATA[: len(DATA) // 2], 0)
    assert "49% arrived" in delegate.get("/hand-in").text
    delegate.post(f"{address}/give-up", data=form(delegate))
    assert "arrived" not in delegate.get("/hand-in").text


def test_a_name_that_leads_elsewhere_leads_nowhere(own: Site, delegate: TestClient) -> None:
    told = metadata(filename="../../stocktake.db")
    headers = said(delegate, Upload_Length="5", Upload_Metadata=told)
    address = delegate.post("/uploads", headers=headers).headers["location"]
    names = [path.name for path in (own.workspace.root / "uploads").iterdir()]
    assert names == [address.rsplit("/", 1)[-1]]


def test_a_start_clears_away_what_belongs_to_nobody(own: Site) -> None:
    folder = own.workspace.root / "uploads"
    folder.mkdir()
    (folder / "stray").write_bytes(DATA)
    uploading.clear(own.workspace, own.store, uploading.moments.present())
    assert list(folder.iterdir()) == []
