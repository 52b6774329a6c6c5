"""Accounts through the pages: signing in, inviting, tokens, and forms from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.web import Settings, Site, make_app, open_site
from tests import world
from tests.web.conftest import HERE, PASSWORD, form, signed_in


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Site]:
    """A site of its own, which a test may change."""
    opened = open_site(world.make_workspace(tmp_path / "workspace"))
    yield opened
    opened.close()


@pytest.fixture
def admin(empty: Site) -> TestClient:
    return signed_in(empty, AccountRole.ADMINISTRATOR)


def visitor(site: Site) -> TestClient:
    return TestClient(make_app(site), base_url=HERE, follow_redirects=False)


def test_who_is_not_signed_in_is_asked_to(empty: Site) -> None:
    answer = visitor(empty).get("/account")
    assert answer.headers["location"] == "/sign-in?next=/account"


def test_for_who_may_not_administer_there_is_no_such_page(empty: Site) -> None:
    assert signed_in(empty, AccountRole.DELEGATE).get("/admin").status_code == 404


def test_somebody_invited_makes_an_account_and_is_signed_in(empty: Site, admin: TestClient) -> None:
    told = form(admin, name="Bo", email="bo@fenwick.test", role="delegate", actor="Grand Fenwick")
    page = admin.post("/admin/invitations", data=told)
    path = re.search(r"/invitations/[\w-]+", page.text).group()  # type: ignore[union-attr]
    guest = visitor(empty)
    answer = guest.post(path, data={"password": PASSWORD, "again": PASSWORD})
    assert answer.headers["location"] == "/account"
    assert "Grand Fenwick" in page.text or "XGR" in guest.get("/account").text


def test_a_wrong_password_is_answered_with_the_form(empty: Site, admin: TestClient) -> None:
    answer = visitor(empty).post("/sign-in", data={"email": "a@b.test", "password": "wrong"})
    assert answer.status_code == 403
    assert 'role="alert"' in answer.text


def test_signing_in_leads_to_no_other_site(empty: Site, admin: TestClient) -> None:
    for target in ("https://evil.test", "//evil.test", "/\\evil.test", "/\tevil"):
        page = visitor(empty).get("/sign-in", params={"next": target})
        assert 'name="next" value="/"' in page.text


def test_a_form_without_the_token_of_the_session_is_refused(admin: TestClient) -> None:
    answer = admin.post("/admin/invitations", data={"name": "x", "email": "x@y.test"})
    assert answer.status_code == 400


def test_a_program_reads_with_its_token(empty: Site, admin: TestClient) -> None:
    page = admin.post("/account/tokens", data=form(admin, name="statistics"))
    token = re.search(r"<code>([\w-]{20,})</code>", page.text).group(1)  # type: ignore[union-attr]
    answer = visitor(empty).get("/api", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200


def test_locking_signs_out_at_once(empty: Site, admin: TestClient) -> None:
    delegate = signed_in(empty, AccountRole.DELEGATE)
    page = admin.get("/admin").text
    path = re.findall(r"/admin/accounts/\w+/lock", page)[0]
    admin.post(path, data=form(admin, locked="yes"))
    assert delegate.get("/account").status_code == 303


def test_the_cookie_of_a_session_is_out_of_reach_of_scripts(empty: Site) -> None:
    client = signed_in(empty, AccountRole.DELEGATE)
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


def test_the_log_shows_what_was_done(empty: Site, admin: TestClient) -> None:
    page = admin.get("/admin/audit").text
    assert "signed in" in page
    assert "the chain holds" in page


def test_before_the_first_stock_the_first_page_says_how_to_begin(empty: Site) -> None:
    answer = visitor(empty).get("/")
    assert answer.status_code == 200
    assert "stocktake build" in answer.text
