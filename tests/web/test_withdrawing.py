"""A sender or the secretariat withdraws what was published, and takes that back."""

from __future__ import annotations

from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.services import building, withdrawing
from stocktake.web import Site
from tests.web.asking import form, signed_in

TEXT = b"We call on all States to protect migrant children in every harbour."


def published(delegate: TestClient, secretariat: TestClient) -> str:
    """The address of a submission that was published."""
    answer = delegate.post("/hand-in", data=form(delegate), files={"file": ("ours.txt", TEXT)})
    path = str(answer.headers["location"])
    desk = path.replace("/hand-in/", "/desk/")
    assert secretariat.post(f"{desk}/publish", data=form(secretariat)).status_code == 303
    return path


def withdrawn(site: Site) -> list[str]:
    """The ids of the inputs that are withdrawn."""
    with site.store.reading() as connection:
        return [*withdrawing.withdrawn(connection)]


def test_a_sender_withdraws_what_was_published(
    own: Site, delegate: TestClient, secretariat: TestClient
) -> None:
    path = published(delegate, secretariat)
    delegate.post(f"{path}/take-back", data=form(delegate, reason="an old text"))
    assert len(withdrawn(own)) == 1
    assert "an old text" in delegate.get(path).text


def test_a_sender_takes_the_withdrawal_back(
    own: Site, delegate: TestClient, secretariat: TestClient
) -> None:
    path = published(delegate, secretariat)
    delegate.post(f"{path}/take-back", data=form(delegate))
    delegate.post(f"{path}/restore", data=form(delegate))
    assert withdrawn(own) == []


def test_a_sender_cannot_undo_what_the_secretariat_withdrew(
    own: Site, delegate: TestClient, secretariat: TestClient
) -> None:
    path = published(delegate, secretariat)
    input_id = of_path(own, path)
    told = form(secretariat, reason="not by a delegation")
    secretariat.post(f"/inputs/{input_id}/withdraw", data=told)
    assert delegate.post(f"{path}/restore", data=form(delegate)).status_code == 400
    assert withdrawn(own) == [input_id]


def test_the_page_of_the_input_says_that_it_was_withdrawn(
    own: Site, delegate: TestClient, secretariat: TestClient
) -> None:
    input_id = of_path(own, published(delegate, secretariat))
    told = form(secretariat, reason="sent by mistake")
    secretariat.post(f"/inputs/{input_id}/withdraw", data=told)
    building.build(own.workspace, 1)
    page = delegate.get(f"/inputs/{input_id}").text
    assert "This input was withdrawn" in page
    assert "by the secretariat: sent by mistake" in page


def test_nobody_withdraws_what_another_handed_in(
    own: Site, delegate: TestClient, secretariat: TestClient
) -> None:
    path = published(delegate, secretariat)
    other = signed_in(own, AccountRole.DELEGATE, "XRU")
    assert other.post(f"{path}/take-back", data=form(other)).status_code == 404
    assert withdrawn(own) == []


def of_path(site: Site, path: str) -> str:
    """The id of the input that a submission became."""
    from stocktake import store

    with site.store.reading() as connection:
        found = store.submission(connection, path.rsplit("/", 1)[-1])
    assert found is not None
    return found.input_id
