"""Signing in through a provider of identities that really runs: who gets in, and who does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx2 as httpx
import pytest
from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.services.people import accounts, auditing, federated, moments, providers
from stocktake.services.workspace import Workspace
from stocktake.web import Settings, Site, open_site
from tests.openid.provider import BY_VARIABLE, SECRET, Account, Idp, entry, serving
from tests.web.asking import HERE, PASSWORD, form, signed_in, visitor


@pytest.fixture
def idp() -> Iterator[Idp]:
    with serving() as found:
        yield found


@pytest.fixture
def own(workspace: Workspace, idp: Idp, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The site of a workspace whose settings name the provider."""
    monkeypatch.setenv("IDP_SECRET", SECRET)
    (workspace.root / providers.FILE).write_text(
        'address = "http://localhost"\n'
        + entry("ministry", "The Ministry", idp.issuer, BY_VARIABLE)
    )
    opened = open_site(workspace)
    yield opened
    opened.close()


def there(address: str) -> str:
    """What a browser that follows *address* to the provider is sent back to, on our site."""
    back = httpx.get(address).headers["location"]
    parts = urlsplit(back)
    assert parts.netloc == "localhost"
    return f"{parts.path}?{parts.query}"


def through(client: TestClient) -> Any:
    """Sign in through the provider; what our site answers then."""
    return client.get(there(client.get("/sign-in/with/ministry").headers["location"]))


def onward(answer: Any) -> str:
    """The address to which a page leads on."""
    found = re.search(r'class="button" href="([^"]+)"', answer.text)
    assert found, answer.text
    return found[1].replace("&amp;", "&")


def invited(site: Site, role: str = "delegate") -> str:
    whom = accounts.invited("Ann", "ann@freedonia.test", role, "XFR")
    return accounts.invite(site.store, whom, "test", moments.present())


def taken_up(site: Site) -> TestClient:
    """Somebody who came by an invitation and the provider."""
    client = visitor(site)
    answer = client.post(f"/invitations/{invited(site)}/with/ministry")
    assert client.get(there(onward(answer))).headers["location"] == "/account"
    return client


def logged(site: Site) -> list[str]:
    return [item.deed.act for item, _ in auditing.latest(site.store, 0, 100).entries]


def refused(site: Site) -> dict[str, str]:
    """What the log says of the last one who was refused."""
    entries = auditing.latest(site.store, 0, 100).entries
    return dict(next(item.deed.detail for item, _ in entries if item.deed.act == "refused sign-in"))


def test_an_invitation_is_taken_up_without_a_password(own: Site) -> None:
    assert "ann@freedonia.test · delegate" in taken_up(own).get("/account").text
    assert {"made account", "linked identity", "signed in"} <= set(logged(own))


def test_who_is_known_signs_in_and_goes_on_to_where_they_wanted(own: Site) -> None:
    taken_up(own)
    client = visitor(own)
    way = client.get("/sign-in/with/ministry?next=/hand-in").headers["location"]
    assert client.get(there(way)).headers["location"] == "/hand-in"
    assert client.get("/hand-in").status_code == 200


def test_signing_in_through_a_provider_leads_to_no_other_site(own: Site) -> None:
    taken_up(own)
    client = visitor(own)
    way = client.get("/sign-in/with/ministry?next=//evil.test").headers["location"]
    assert client.get(there(way)).headers["location"] == "/"


def test_whom_no_account_is_linked_to_is_told_what_to_do(own: Site) -> None:
    answer = through(visitor(own))
    assert answer.status_code == 403
    assert "no account here is linked" in answer.text


def test_an_address_that_a_provider_tells_opens_no_account(own: Site, idp: Idp) -> None:
    whom = accounts.invited("Ann", "ann@freedonia.test", "administrator")
    accounts.make(own.store, whom, PASSWORD, moments.present())
    idp.account.claims = {"email": "ann@freedonia.test", "email_verified": True}
    assert through(visitor(own)).status_code == 403


def test_a_role_that_a_provider_tells_is_none_of_ours(own: Site, idp: Idp) -> None:
    idp.account.claims = {"role": "administrator", "groups": ["administrator"]}
    assert taken_up(own).get("/admin").status_code == 404


def test_an_owner_links_the_account_and_signs_in_by_it(own: Site, idp: Idp) -> None:
    owner = signed_in(own, AccountRole.REVIEWER)
    told = form(owner, password=PASSWORD)
    answer = owner.post("/account/identities/ministry", data=told)
    assert owner.get(there(onward(answer))).headers["location"] == "/account"
    assert idp.issuer in owner.get("/account").text
    assert through(visitor(own)).headers["location"] == "/"


def test_an_open_browser_is_not_enough_to_link_an_account(own: Site) -> None:
    owner = signed_in(own, AccountRole.REVIEWER)
    answer = owner.post("/account/identities/ministry", data=form(owner, password="wrong"))
    assert answer.status_code == 403


def test_a_form_from_elsewhere_links_nothing(own: Site) -> None:
    owner = signed_in(own, AccountRole.REVIEWER)
    answer = owner.post("/account/identities/ministry", data={"password": PASSWORD})
    assert answer.status_code == 400


def test_who_signs_out_on_the_way_links_nothing(own: Site) -> None:
    owner = signed_in(own, AccountRole.REVIEWER)
    answer = owner.post("/account/identities/ministry", data=form(owner, password=PASSWORD))
    owner.post("/sign-out", data=form(owner))
    assert owner.get(there(onward(answer))).status_code == 403
    assert "linked identity" not in logged(own)


def test_one_identity_opens_one_account(own: Site) -> None:
    taken_up(own)
    owner = signed_in(own, AccountRole.REVIEWER)
    answer = owner.post("/account/identities/ministry", data=form(owner, password=PASSWORD))
    assert "Another account is linked" in owner.get(there(onward(answer))).text


def test_an_invitation_is_good_for_one_identity(own: Site, idp: Idp) -> None:
    token = invited(own)
    first, second = visitor(own), visitor(own)
    ways = [onward(item.post(f"/invitations/{token}/with/ministry")) for item in (first, second)]
    first.get(there(ways[0]))
    idp.account = Account("bo")
    assert "no longer open" in second.get(there(ways[1])).text


def test_who_is_locked_stays_out(own: Site) -> None:
    taken_up(own)
    [account] = accounts.every(own.store)
    accounts.lock(own.store, account.id, "test", moments.present(), locked=True)
    assert "Your account is locked." in through(visitor(own)).text


@pytest.mark.parametrize(
    "wrong",
    [
        Account(claims={"nonce": "of another time"}),
        Account(claims={"iss": "https://elsewhere.test"}),
        Account(claims={"aud": "another application"}),
        Account(claims={"exp": 1}),
        Account(algorithm="none"),
        Account(algorithm="HS256"),
        Account(key="another"),
    ],
    ids=lambda item: str(item.claims or item.algorithm),
)
def test_a_token_that_does_not_hold_opens_nothing_and_is_logged(
    wrong: Account, own: Site, idp: Idp
) -> None:
    taken_up(own)
    idp.account = wrong
    client = visitor(own)
    answer = through(client)
    assert answer.status_code == 403
    assert "could not be verified" in answer.text
    assert "session" not in client.cookies
    assert refused(own)["why"] == "untrusted"


def test_a_way_back_is_good_for_once(own: Site) -> None:
    taken_up(own)
    client = visitor(own)
    back = there(client.get("/sign-in/with/ministry").headers["location"])
    kept = client.cookies["trip"]
    assert client.get(back).status_code == 303
    client.cookies.set("trip", kept)
    assert "was used already" in client.get(back).text


def test_a_way_back_of_another_browser_is_refused(own: Site) -> None:
    taken_up(own)
    back = there(visitor(own).get("/sign-in/with/ministry").headers["location"])
    other = visitor(own)
    other.get("/sign-in/with/ministry")
    assert other.get(back).status_code == 403


def test_an_answer_in_the_name_of_another_provider_is_refused(own: Site) -> None:
    taken_up(own)
    client = visitor(own)
    back = there(client.get("/sign-in/with/ministry").headers["location"])
    mixed = re.sub("iss=[^&]+", "iss=https://elsewhere.test", back)
    assert client.get(mixed).status_code == 403


def test_who_breaks_off_at_the_provider_is_told_so(own: Site) -> None:
    client = visitor(own)
    back = there(client.get("/sign-in/with/ministry").headers["location"])
    broken = re.sub("code=[^&]+", "error=access_denied", back)
    assert "signed nobody in" in client.get(broken).text


def test_a_provider_that_is_down_leaves_passwords_as_they_are(own: Site, idp: Idp) -> None:
    idp.status = 503
    answer = visitor(own).get("/sign-in/with/ministry", headers={"Accept-Language": "fr"})
    assert answer.status_code == 502
    assert "ne répond pas" in answer.text
    assert signed_in(own, AccountRole.REVIEWER).get("/account").status_code == 200


def test_too_many_ways_at_once_from_one_place_are_refused(
    own: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(federated, "AT_ONCE", 3)
    client = visitor(own)
    answers = [client.get("/sign-in/with/ministry").status_code for _ in range(4)]
    assert answers == [303] * 3 + [429]


def test_nobody_floods_the_log(own: Site, idp: Idp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(federated, "LOGGED", 2)
    for _ in range(4):
        assert through(visitor(own)).status_code == 403
    assert logged(own).count("refused sign-in") == 2


def test_the_last_way_into_an_account_is_not_taken_away(own: Site) -> None:
    client = taken_up(own)
    page = client.get("/account").text
    path = re.search(r"/account/identities/\w+/unlink", page)[0]  # type: ignore[index]
    assert client.post(path, data=form(client)).status_code == 400


def test_an_identity_that_was_taken_away_opens_nothing(own: Site) -> None:
    owner = signed_in(own, AccountRole.REVIEWER)
    answer = owner.post("/account/identities/ministry", data=form(owner, password=PASSWORD))
    owner.get(there(onward(answer)))
    path = re.search(r"/account/identities/\w+/unlink", owner.get("/account").text)[0]  # type: ignore[index]
    owner.post(path, data=form(owner))
    assert through(visitor(own)).status_code == 403


def test_nobody_takes_away_an_identity_of_another(own: Site) -> None:
    page = taken_up(own).get("/account").text
    path = re.search(r"/account/identities/\w+/unlink", page)[0]  # type: ignore[index]
    other = signed_in(own, AccountRole.REVIEWER)
    assert other.post(path, data=form(other)).status_code == 404


def test_a_read_only_site_knows_no_provider(own: Site) -> None:
    site = open_site(own.workspace, Settings(is_read_only=True))
    assert visitor(site).get("/sign-in/with/ministry").status_code == 404
    site.close()


def test_the_secret_of_the_way_is_out_of_reach_of_scripts(own: Site) -> None:
    client = visitor(own)
    told = client.get("/sign-in/with/ministry").headers["set-cookie"]
    assert "HttpOnly" in told
    assert HERE not in told
