"""Asking a site as a visitor or as somebody who is signed in."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.services.people import accounts, moments, secrets
from stocktake.web import Site, make_app

PASSWORD = "four harbours and a ferry"
HERE = "http://stocktake.test"
_PARAMETER = re.compile(r"\{(\w+)(?::\w+)?\}")


def parts(path: str) -> list[str]:
    """The names of what an address leaves open."""
    return _PARAMETER.findall(path)


def filled(path: str, values: dict[str, str]) -> str:
    """An address with *values* for what it leaves open."""
    return _PARAMETER.sub(lambda found: values[found.group(1)], path)


def visitor(site: Site) -> TestClient:
    """Somebody who is not signed in, and is told where to go on."""
    return TestClient(make_app(site), base_url=HERE, follow_redirects=False)


def account(site: Site, role: AccountRole, actor: str | None = None) -> str:
    """The address with which a new account of that role signs in."""
    email = f"{role.value}@{secrets.new_id()[:8]}.test"
    whom = accounts.invited(role.value, email, role, actor)
    accounts.make(site.store, whom, PASSWORD, moments.present())
    return email


def signed_in(site: Site, role: AccountRole, actor: str | None = None) -> TestClient:
    """Somebody with that role, signed in."""
    client = visitor(site)
    told = {"email": account(site, role, actor), "password": PASSWORD}
    assert client.post("/sign-in", data=told).status_code == 303
    return client


def form(client: TestClient, **fields: str) -> dict[str, str]:
    """Fields with the token that the reader's pages carry."""
    token = secrets.derived(client.cookies["session"], "form")
    return {"form": token, **fields}
