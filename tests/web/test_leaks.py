"""Every address for every role at every level of confidentiality: nothing leaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine, event
from starlette.testclient import TestClient

from stocktake.model.accounts import POWERS, AccountRole, Audience
from stocktake.services import adding, building
from stocktake.web import Site, open_site
from stocktake.web.routes import WAYS
from tests import world
from tests.web.asking import filled, parts, signed_in, visitor

SECRETS = {Audience.PARTICIPANTS: "Zenda", Audience.CHAIRS: "Hentzau"}
ROLES = list(AccountRole)
GETS = [way for way in WAYS if way.methods == ("GET",)]


@dataclass(frozen=True)
class Guarded:
    """A site with something kept back at each level, a client for each role, and the ids of the
    secret things by their level."""

    site: Site
    clients: dict[AccountRole, TestClient]
    ids: dict[Audience, dict[str, str]]


def text(word: str) -> str:
    return (
        f"Statement by Sylvania\n\nWe call on all States to open the canal of {word} to ferries. "
        f"Sylvania proposes a register of the boats of {word}."
    )


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    folder = tmp_path_factory.mktemp("guarded")
    workspace = world.make_workspace(folder / "workspace")
    inputs = world.write_inputs(folder / "inputs")
    with (inputs / "manifest.csv").open("a", encoding="utf-8") as manifest:
        for audience, word in SECRETS.items():
            (inputs / f"{word}.txt").write_text(text(word), encoding="utf-8")
            manifest.write(f"{word}.txt,,Sylvania,2031-03-05,first,statement,en,{audience}\n")
    adding.add(workspace, [inputs])
    building.build(workspace, 1)
    site = open_site(workspace)
    clients = {role: signed_in(site, role) for role in ROLES if role is not AccountRole.PUBLIC}
    clients[AccountRole.PUBLIC] = visitor(site)
    chair = clients[AccountRole.CO_CHAIR]
    yield Guarded(site, clients, {level: ids_of(chair, word) for level, word in SECRETS.items()})
    site.close()


def ids_of(chair: TestClient, word: str) -> dict[str, str]:
    """The ids of what holds *word*, as who may see it knows them."""
    source = chair.get("/api/inputs", params={"words": word}).json()["items"][0]
    said = chair.get(f"/api/inputs/{source['id']}").json()["statements"][0]
    return {
        "input_id": source["id"],
        "document_id": said["document_id"],
        "start": str(said["start"]),
        "end": str(said["end"]),
        "statement_id": said["id"],
        "number": str(said["proposal"]),
        "page": "1",
    }


def addresses(ids: dict[str, str]) -> Iterator[str]:
    others = {
        "code": "global",
        "actor_id": "XSY",
        "form": "json",
        "shape": "html",
        "section": "inputs",
        "name": "statements",
    }
    others |= {"token": "none", "submission_id": "none", "label": "none", "old": "none"}
    others |= {"meeting_id": "first", "session_id": "none", "day": "2031-03-05"}
    others |= {"earlier": "1", "later": "1", "provider": "none", "upload_id": "none"}
    for way in GETS:
        if all(name in others | ids for name in parts(way.path)):
            yield filled(way.path, others | ids)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("level", list(SECRETS))
def test_no_address_shows_what_a_role_may_not_see(
    role: AccountRole, level: Audience, guarded: Guarded
) -> None:
    client, word = guarded.clients[role], SECRETS[level]
    shown = [path for path in addresses(guarded.ids[level]) if word in client.get(path).text]
    if POWERS[role].audience.may_see(level):
        assert f"/inputs/{guarded.ids[level]['input_id']}" in shown
    else:
        assert shown == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("level", list(SECRETS))
def test_what_is_kept_back_is_answered_like_what_is_not_there(
    role: AccountRole, level: Audience, guarded: Guarded
) -> None:
    if POWERS[role].audience.may_see(level):
        return
    client, ids = guarded.clients[role], guarded.ids[level]
    for path in (
        "/inputs/{}",
        "/inputs/{}/original",
        "/inputs/{}/pages/1.png",
        "/api/inputs/{}",
    ):
        hidden = client.get(path.format(ids["input_id"]))
        missing = client.get(path.format("0" * 64))
        assert (hidden.status_code, hidden.text.replace(ids["input_id"], "0" * 64)) == (
            404,
            missing.text,
        )


@contextmanager
def queries() -> Iterator[list[str]]:
    """What is asked of any database meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


HIDDEN = (
    ("/inputs/{input_id}", "/inputs/" + "0" * 64),
    ("/inputs/{input_id}/original", f"/inputs/{'0' * 64}/original"),
    ("/inputs/{input_id}/pages/1.png", f"/inputs/{'0' * 64}/pages/1.png"),
    ("/api/inputs/{input_id}", "/api/inputs/" + "0" * 64),
    ("/passages/{document_id}/{start}-{end}", f"/passages/{'0' * 32}/1-2"),
    ("/statements/{statement_id}", "/statements/" + "0" * 32),
    ("/api/statements/{statement_id}", "/api/statements/" + "0" * 32),
)


@pytest.mark.parametrize(("hidden", "missing"), HIDDEN)
@pytest.mark.parametrize("role", [AccountRole.PUBLIC, AccountRole.DELEGATE])
def test_what_is_kept_back_takes_the_same_work_as_what_is_not_there(
    role: AccountRole, hidden: str, missing: str, guarded: Guarded
) -> None:
    client, work = guarded.clients[role], []
    for path in (hidden.format(**guarded.ids[Audience.CHAIRS]), missing):
        client.get(path)
        with queries() as asked:
            assert client.get(path).status_code == 404
        work.append(asked)
    assert work[0] == work[1] != []


@pytest.mark.parametrize("path", ["/admin", "/desk", "/review"])
def test_a_page_that_is_forbidden_takes_the_same_work_as_one_that_is_not_there(
    path: str, guarded: Guarded
) -> None:
    client, work = guarded.clients[AccountRole.DELEGATE], []
    for asked_for in (path, "/none"):
        with queries() as asked:
            assert client.get(asked_for).status_code == 404
        work.append(asked)
    assert work[0] == work[1] != []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("level", list(SECRETS))
def test_searching_for_a_secret_word_counts_nothing(
    role: AccountRole, level: Audience, guarded: Guarded
) -> None:
    query = {"q": SECRETS[level], "record": "both"}
    found = guarded.clients[role].get("/api/search", params=query).json()
    assert bool(found["total"]) == POWERS[role].audience.may_see(level)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.methods[0]} {way.path}")
def test_for_a_role_without_the_permission_there_is_no_such_page(
    role: AccountRole, way: object, guarded: Guarded
) -> None:
    path, permission, methods = way.path, way.permission, way.methods  # type: ignore[attr-defined]
    if permission in POWERS[role].permissions:
        return
    ids = defaultdict(lambda: "x", guarded.ids[Audience.CHAIRS])
    client = guarded.clients[role]
    answer = client.request(methods[0], filled(path, ids))
    expected = 303 if role is AccountRole.PUBLIC else 404
    assert answer.status_code == expected
    if expected == 303:
        assert answer.headers["location"].startswith("/sign-in")


def test_an_administrator_sees_no_more_than_the_public(guarded: Guarded) -> None:
    administrator, visitor = (
        guarded.clients[role].get("/api/process").json()["counts"]
        for role in (AccountRole.ADMINISTRATOR, AccountRole.PUBLIC)
    )
    assert administrator == visitor
