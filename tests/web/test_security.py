"""What answers carry, and what other sites may not do."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from stocktake.web.security import is_foreign


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/site.css", "/api/process"])
def test_every_answer_carries_the_policy(path: str, client: TestClient) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"


def asked(method: str, **headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": method, "headers": [(b"host", b"here.test"), *raw]})


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_sends_is_refused(site: str) -> None:
    assert is_foreign(asked("POST", sec_fetch_site=site))


def test_what_an_old_browser_sends_from_another_site_is_refused() -> None:
    assert is_foreign(asked("POST", origin="https://there.test"))


@pytest.mark.parametrize(
    "headers", [{"sec_fetch_site": "same-origin"}, {"origin": "http://here.test"}, {}]
)
def test_what_its_own_pages_or_a_program_send_is_taken(headers: dict[str, str]) -> None:
    assert not is_foreign(asked("POST", **headers))


def test_a_link_from_another_site_may_be_followed() -> None:
    assert not is_foreign(asked("GET", sec_fetch_site="cross-site"))
