"""Accounts through the pages: signing in, inviting, tokens, and forms from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.web import Settings, Site, open_site
from tests import world
from tests.web.asking import PASSWORD, form, signed_in, visitor


def test_who_is_not_signed_in_is_asked_to(own: Site) -> None:
    answer = visitor(own).get("/account")
    assert answer.headers["location"] == "/sign-in?next=/account"


def test_for_who_may_not_administer_there_is_no_such_page(own: Site) -> None:
    assert signed_in(own, AccountRole.DELEGATE).get("/admin").status_code == 404


def test_somebody_invited_makes_an_account_and_is_signed_in(own: Site, admin: TestClient) -> None:
    told = form(admin, name="Bo", email="bo@fenwick.test", role="delegate", actor="Grand Fenwick")
    page = admin.post("/admin/invitations", data=told)
    path = re.search(r"/invitations/[\w-]+", page.text).group()  # type: ignore[union-attr]
    guest = visitor(own)
    answer = guest.post(path, data={"password": PASSWORD, "again": PASSWORD})
    assert answer.headers["location"] == "/account"
    assert "Grand Fenwick" in page.text or "XGR" in guest.get("/account").text


def test_a_wrong_password_is_answered_with_the_form(own: Site, admin: TestClient) -> None:
    answer = visitor(own).post("/sign-in", data={"email": "a@b.test", "password": "wrong"})
    assert answer.status_code == 403
    assert 'role="alert"' in answer.text


def test_signing_in_leads_to_no_other_site(own: Site, admin: TestClient) -> None:
    for target in ("https://evil.test", "//evil.test", "/\\evil.test", "/\tevil"):
        page = visitor(own).get("/sign-in", params={"next": target})
        assert 'name="next" value="/"' in page.text


def test_a_form_without_the_token_of_the_session_is_refused(admin: TestClient) -> None:
    answer = admin.post("/admin/invitations", data={"name": "x", "email": "x@y.test"})
    assert answer.status_code == 400


def test_a_program_reads_with_its_token(own: Site, admin: TestClient) -> None:
    page = admin.post("/account/tokens", data=form(admin, name="statistics"))
    token = re.search(r"<code>([\w-]{20,})</code>", page.text).group(1)  # type: ignore[union-attr]
    answer = visitor(own).get("/api", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200


def test_locking_signs_out_at_once(own: Site, admin: TestClient) -> None:
    delegate = signed_in(own, AccountRole.DELEGATE)
    page = admin.get("/admin").text
    path = re.findall(r"/admin/accounts/\w+/lock", page)[0]
    admin.post(path, data=form(admin, locked="yes"))
    assert delegate.get("/account").status_code == 303


def test_the_cookie_of_a_session_is_out_of_reach_of_scripts(own: Site) -> None:
    client = signed_in(own, AccountRole.DELEGATE)
    [cookie] = [item for item in client.cookies.jar if item.name == "session"]
    assert cookie.has_nonstandard_attr("HttpOnly")


def test_a_secure_site_binds_its_cookies_to_itself(tmp_path: Path) -> None:
    site = open_site(world.make_workspace(tmp_path / "workspace"), Settings(is_secure=True))
    from stocktake.web import visiting

    assert visiting.cookie_name(site, "session") == "__Host-session"
    site.close()


def test_a_read_only_site_lets_nobody_sign_in(tmp_path: Path) -> None:
    site = open_site(world.make_workspace(tmp_path / "workspace"), Settings(is_read_only=True))
    client = visitor(site)
    assert client.get("/account").status_code == 404
    site.close()


def test_the_log_shows_what_was_done(own: Site, admin: TestClient) -> None:
    page = admin.get("/admin/audit").text
    assert "signed in" in page
    assert "the chain holds" in page


def test_before_the_first_stock_the_first_page_says_how_to_begin(own: Site) -> None:
    answer = visitor(own).get("/")
    assert answer.status_code == 200
    assert "stocktake build" in answer.text
