"""What the tests of the web application share: the invented world, taken stock of and served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.services import adding, building, drafts, publishing
from stocktake.services.people import accounts, moments
from stocktake.services.workspace import Workspace
from stocktake.web import Site, make_app, open_site
from tests import world
from tests.browsing import chromium
from tests.web.asking import HERE, signed_in
from tests.web.browsing import served

HOSTILE = (
    "Statement by Freedonia\n\n4 March 2031\n\n"
    "We call on all States to remove <script>alert(1)</script> from harbours. "
    'Freedonia urges States to end "><img src=x onerror=alert(2)> in every port.'
)


DRAFTS = (
    "# Compact on harbours\n\n1. States [shall][should] protect migrant children in every "
    "harbour.\n\n2. [Freedonia: States collect data on migration.]\n",
    "# Compact on harbours\n\n1. States shall protect migrant children in every harbour.\n",
)
PROGRAMME = """
[[meetings.sessions]]
id = "opening"
title = "Opening"
format = "opening"
"""


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace of the invented world with a hostile input among the others; only read."""
    folder = tmp_path_factory.mktemp("web")
    workspace = world.make_workspace(folder / "workspace")
    with workspace.process_file.open("a", encoding="utf-8") as process:
        process.write(PROGRAMME)
    inputs = world.write_inputs(folder / "inputs")
    adding.add(workspace, [inputs])
    building.build(workspace, 1)
    with workspace.store() as base:
        publishing.publish(workspace, base, 1, "test", moments.present())
    (inputs / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    adding.add(workspace, [inputs])
    for number, text in enumerate(DRAFTS):
        path = folder / f"draft-{number}.md"
        path.write_text(text, encoding="utf-8")
        drafts.add(workspace, path, drafts.About(label=f"draft-{number}"))
    building.build(workspace, 1)
    return workspace


@pytest.fixture(scope="session")
def site(stocked: Workspace) -> Iterator[Site]:
    opened = open_site(stocked)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def client(site: Site) -> TestClient:
    """A visitor who is not signed in."""
    return TestClient(make_app(site), base_url=HERE)


@pytest.fixture(scope="session")
def examples(client: TestClient, site: Site) -> dict[str, str]:
    """Something that is there for each part of an address."""
    found = client.get("/api/inputs?words=Freedonia").json()["items"][0]
    said = client.get(f"/api/inputs/{found['id']}").json()["statements"][0]
    guest = accounts.invited("Guest", "guest@freedonia.test", "delegate")
    return {
        "token": accounts.invite(site.store, guest, "test", moments.present()),
        "input_id": found["id"],
        "document_id": said["document_id"],
        "start": str(said["start"]),
        "end": str(said["end"]),
        "statement_id": said["id"],
        "number": "1",
        "code": "global",
        "actor_id": "XFR",
        "section": "glance",
        "label": "draft-1",
        "old": "draft-0",
        "earlier": "1",
        "later": "2",
        "meeting_id": "first",
        "session_id": "opening",
        "day": "2031-03-04",
        "name": "proposals",
        "form": "json",
        "shape": "html",
        "provider": "none",
        "upload_id": "none",
    }


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace of its own, which a test may change; it holds nothing yet."""
    return world.make_workspace(tmp_path / "workspace")


@pytest.fixture
def taken(workspace: Workspace, tmp_path: Path) -> Workspace:
    """That workspace with the invented world in it, taken stock of."""
    adding.add(workspace, [world.write_inputs(tmp_path / "inputs")])
    building.build(workspace, 1)
    return workspace


@pytest.fixture
def own(workspace: Workspace) -> Iterator[Site]:
    """The site of that workspace."""
    opened = open_site(workspace)
    yield opened
    opened.close()


@pytest.fixture
def delegate(own: Site) -> TestClient:
    return signed_in(own, AccountRole.DELEGATE, "XFR")


@pytest.fixture
def secretariat(own: Site) -> TestClient:
    return signed_in(own, AccountRole.SECRETARIAT)


@pytest.fixture
def reviewer(own: Site) -> TestClient:
    return signed_in(own, AccountRole.REVIEWER)


@pytest.fixture
def admin(own: Site) -> TestClient:
    return signed_in(own, AccountRole.ADMINISTRATOR)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    """Where the site is served to a browser."""
    with served(site) as found:
        yield found
