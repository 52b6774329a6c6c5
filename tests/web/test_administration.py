"""What administrators do on pages: withdraw invitations, renew passwords, verify what is kept."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.services import adding
from stocktake.services.people import accounts, auditing, moments, renewing
from stocktake.web import Site
from tests import world
from tests.web.asking import PASSWORD, account, form, signed_in, visitor

OTHER = "a lighthouse and two gulls"


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match, text
    return match.group()


def invited(admin: TestClient, email: str = "bo@fenwick.test") -> str:
    told = form(admin, name="Bo", email=email, role="delegate")
    return found(r"/invitations/[\w-]+", admin.post("/admin/invitations", data=told).text)


def offered(own: Site, admin: TestClient, email: str) -> str:
    """The address at which the owner of an account chooses a new password."""
    [owner] = [item for item in accounts.every(own.store) if item.email == email]
    answer = admin.post(f"/admin/accounts/{owner.id}/password", data=form(admin))
    return found(r"/renewals/[\w-]+", answer.text)


def test_an_open_invitation_is_listed_and_withdrawn(own: Site, admin: TestClient) -> None:
    path = invited(admin)
    page = admin.get("/admin").text
    assert "Open invitations" in page
    admin.post(found(r"/admin/invitations/\w+/withdraw", page), data=form(admin))
    assert visitor(own).get(path).status_code == 404
    assert "Open invitations" not in admin.get("/admin").text


def test_what_the_list_of_invitations_shows_opens_none(own: Site, admin: TestClient) -> None:
    invited(admin)
    shown = found(r"/admin/invitations/\w+/withdraw", admin.get("/admin").text).split("/")[3]
    assert visitor(own).get(f"/invitations/{shown}").status_code == 404


def test_a_second_invitation_of_the_same_person_ends_with_the_first(
    own: Site, admin: TestClient
) -> None:
    first, second = invited(admin), invited(admin)
    told = {"password": PASSWORD, "again": PASSWORD}
    assert visitor(own).post(first, data=told).status_code == 303
    assert visitor(own).post(second, data=told).status_code == 404


def test_who_lost_the_password_chooses_another(own: Site, admin: TestClient) -> None:
    email = account(own, AccountRole.DELEGATE)
    path, guest = offered(own, admin, email), visitor(own)
    assert guest.get(path).status_code == 200
    assert guest.post(path, data={"password": OTHER, "again": OTHER}).status_code == 303
    assert guest.post("/sign-in", data={"email": email, "password": PASSWORD}).status_code == 403
    assert guest.post("/sign-in", data={"email": email, "password": OTHER}).status_code == 303


def test_a_new_password_is_chosen_once(own: Site, admin: TestClient) -> None:
    path, told = offered(own, admin, account(own, AccountRole.DELEGATE)), {"password": OTHER}
    visitor(own).post(path, data=told | {"again": OTHER})
    assert visitor(own).get(path).status_code == 404


def test_two_passwords_that_differ_change_nothing(own: Site, admin: TestClient) -> None:
    path = offered(own, admin, account(own, AccountRole.DELEGATE))
    answer = visitor(own).post(path, data={"password": OTHER, "again": PASSWORD})
    assert answer.status_code == 400
    assert visitor(own).get(path).status_code == 200


def test_a_new_password_signs_everybody_else_out(own: Site, admin: TestClient) -> None:
    delegate = signed_in(own, AccountRole.DELEGATE)
    [owner] = [item for item in accounts.every(own.store) if item.role is AccountRole.DELEGATE]
    path = offered(own, admin, owner.email)
    visitor(own).post(path, data={"password": OTHER, "again": OTHER})
    assert delegate.get("/account").status_code == 303


def test_the_way_to_a_new_password_makes_no_account(own: Site, admin: TestClient) -> None:
    path = offered(own, admin, account(own, AccountRole.DELEGATE))
    assert visitor(own).get(path.replace("renewals", "invitations")).status_code == 404


def test_an_invitation_changes_no_password(own: Site, admin: TestClient) -> None:
    path = invited(admin).replace("invitations", "renewals")
    assert visitor(own).get(path).status_code == 404


def test_who_is_locked_chooses_no_new_password(own: Site, admin: TestClient) -> None:
    email = account(own, AccountRole.DELEGATE)
    path = offered(own, admin, email)
    [owner] = [item for item in accounts.every(own.store) if item.email == email]
    accounts.lock(own.store, owner.id, "test", moments.present(), locked=True)
    assert visitor(own).get(path).status_code == 404
    assert "<b>locked</b>" in admin.get("/admin").text


def test_what_was_offered_before_opens_nothing(own: Site, admin: TestClient) -> None:
    email = account(own, AccountRole.DELEGATE)
    first = offered(own, admin, email)
    offered(own, admin, email)
    assert visitor(own).get(first).status_code == 404
    assert renewing.invitations(own.store, moments.present()) == []


def test_all_that_is_kept_is_verified(own: Site, admin: TestClient, tmp_path: Path) -> None:
    adding.add(own.workspace, [world.write_inputs(tmp_path / "inputs")])
    assert "are as they were" in admin.post("/admin/verify", data=form(admin)).text
    assert auditing.latest(own.store, 0, 1).entries[0][0].deed.act == "verified"


def test_what_changed_is_counted_and_not_named(
    own: Site, admin: TestClient, tmp_path: Path
) -> None:
    adding.add(own.workspace, [world.write_inputs(tmp_path / "inputs")])
    original = next(own.workspace.originals.glob("*/*"))
    original.chmod(0o600)
    original.write_bytes(b"another")
    page = admin.post("/admin/verify", data=form(admin)).text
    assert "1 thing is not as it was" in page
    assert original.name not in page
