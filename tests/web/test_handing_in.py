"""From a delegate's file to an input: seen as it was read, corrected, returned, published."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from stocktake import store
from stocktake.model.accounts import AccountRole
from stocktake.web import Site, open_site
from tests import world
from tests.web.asking import form, signed_in

TEXT = b"We call on all States to protect migrant children in every harbour."


def handed_in(client: TestClient, name: str = "ours.txt", **told: str) -> str:
    answer = client.post("/hand-in", data=form(client, **told), files={"file": (name, TEXT)})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def names(site: Site) -> list[str]:
    with site.store.reading() as connection:
        return [name for item in store.taken(connection) for name in item.names]


def test_a_delegate_sees_how_a_file_was_read(delegate: TestClient) -> None:
    page = delegate.get(handed_in(delegate)).text
    assert "1 statement was found" in page
    assert "Freedonia" in page


def test_typed_text_is_handed_in_like_a_file(delegate: TestClient) -> None:
    told = form(delegate, text=TEXT.decode(), title="Our words")
    page = delegate.get(delegate.post("/hand-in", data=told).headers["location"]).text
    assert "Our words.txt" in page


def test_what_is_received_is_no_input_yet(own: Site, delegate: TestClient) -> None:
    handed_in(delegate)
    assert names(own) == []


def test_what_the_secretariat_publishes_is_an_input(
    own: Site, delegate: TestClient, secretariat: TestClient
) -> None:
    path = handed_in(delegate, meeting="first").replace("/hand-in/", "/desk/")
    secretariat.post(f"{path}/publish", data=form(secretariat))
    assert names(own) == ["ours.txt"]


def test_a_delegate_speaks_for_no_other_actor(own: Site, delegate: TestClient) -> None:
    path = handed_in(delegate, actor="Ruritania")
    assert "Ruritania" not in delegate.get(path).text


def test_what_is_returned_says_why(delegate: TestClient, secretariat: TestClient) -> None:
    path = handed_in(delegate)
    told = form(secretariat, reason="Please name the meeting.")
    secretariat.post(f"{path.replace('/hand-in/', '/desk/')}/return", data=told)
    assert "Please name the meeting." in delegate.get(path).text


def test_what_is_corrected_is_received_again(delegate: TestClient, secretariat: TestClient) -> None:
    path = handed_in(delegate)
    told = form(secretariat, reason="Which meeting?")
    secretariat.post(f"{path.replace('/hand-in/', '/desk/')}/return", data=told)
    delegate.post(f"{path}/correct", data=form(delegate, meeting="first", title="Better"))
    page = delegate.get(path).text
    assert "received" in page
    assert "Which meeting?" not in page


def test_what_is_withdrawn_cannot_be_published(
    own: Site, delegate: TestClient, secretariat: TestClient
) -> None:
    path = handed_in(delegate)
    delegate.post(f"{path}/withdraw", data=form(delegate))
    answer = secretariat.post(
        f"{path.replace('/hand-in/', '/desk/')}/publish", data=form(secretariat)
    )
    assert answer.status_code == 400
    assert names(own) == []


def test_one_submission_replaces_another(delegate: TestClient) -> None:
    old = handed_in(delegate)
    handed_in(delegate, "better.txt", replaces=old.rsplit("/", 1)[-1])
    assert "replaced" in delegate.get(old).text


def test_nobody_sees_what_another_delegate_hands_in(own: Site, delegate: TestClient) -> None:
    path = handed_in(delegate)
    other = signed_in(own, AccountRole.DELEGATE, "XRU")
    assert other.get(path).status_code == 404
    assert other.post(f"{path}/withdraw", data=form(other)).status_code == 404


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\secret\\ours.txt", "ours.txt"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie: x.txt"),
    ],
)
def test_the_name_of_a_file_leads_nowhere(delegate: TestClient, name: str, kept: str) -> None:
    from stocktake.services.handing_in import plain_name

    assert plain_name(name) == kept


def test_an_empty_file_is_refused(delegate: TestClient) -> None:
    answer = delegate.post("/hand-in", data=form(delegate), files={"file": ("x.txt", b"")})
    assert answer.status_code == 400


def test_more_than_may_be_sent_is_refused(tmp_path: Path) -> None:
    workspace = world.make_workspace(tmp_path / "workspace")
    with workspace.process_file.open("a", encoding="utf-8") as process:
        process.write("\n[limits]\nfile_bytes = 1000\n")
    site = open_site(workspace)
    client = signed_in(site, AccountRole.DELEGATE)
    large = {"file": ("x.txt", b"x" * (3 << 20))}
    assert client.post("/hand-in", data=form(client), files=large).status_code == 413
    site.close()


def test_a_meeting_that_is_not_planned_is_named(delegate: TestClient) -> None:
    told = form(delegate, meeting="tenth")
    answer = delegate.post("/hand-in", data=told, files={"file": ("x.txt", TEXT)})
    assert answer.status_code in {400, 422}
    assert "tenth" in answer.text


def test_a_file_that_cannot_be_read_is_shown_as_such(delegate: TestClient) -> None:
    answer = delegate.post(
        "/hand-in", data=form(delegate), files={"file": ("x.pdf", b"%PDF-1.4 broken")}
    )
    page = delegate.get(answer.headers["location"])
    assert page.status_code == 200
    assert 'role="alert"' in page.text


def test_every_step_is_logged(own: Site, delegate: TestClient, secretariat: TestClient) -> None:
    path = handed_in(delegate)
    secretariat.post(f"{path.replace('/hand-in/', '/desk/')}/publish", data=form(secretariat))
    page = signed_in(own, AccountRole.ADMINISTRATOR).get("/admin/audit").text
    assert "handed in" in page
    assert "published" in page


def test_who_sends_the_same_again_for_want_of_an_answer_handed_it_in_once(
    delegate: TestClient,
) -> None:
    assert handed_in(delegate) == handed_in(delegate)
