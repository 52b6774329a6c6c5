"""The bundled example in a workspace that holds nothing yet: labelled, and gone in one step."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from stocktake.errors import UsageError
from stocktake.model.accounts import AccountRole
from stocktake.services import adding, building, example, taking
from stocktake.services.people import auditing
from stocktake.services.workspace import PROCESS_FILE, Workspace
from stocktake.web import Site, open_site
from tests.web.asking import form, signed_in, visitor

TEXT = "The African Union calls on all States to protect migrant children in every harbour."
BANNER = "the example that comes with the application"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small example in place of the bundled one."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / PROCESS_FILE).write_text('title = "A small example"\n')
    (folder / "union.txt").write_text(TEXT)
    monkeypatch.setattr(taking, "EXAMPLE", folder)
    return folder


@pytest.fixture
def shown(tmp_path: Path, small: Path) -> Iterator[Site]:
    """The site of a new workspace with that example."""
    site = open_site(example.workspace_with(tmp_path / "new"))
    yield site
    site.close()


def test_every_page_says_that_it_is_an_example(shown: Site) -> None:
    client = visitor(shown)
    for path in ("/", "/inputs", "/proposals", "/report", "/sign-in", "/nowhere"):
        assert BANNER in client.get(path).text


def test_an_example_is_read_like_any_other_stock(shown: Site) -> None:
    client = visitor(shown)
    found = client.get("/api/inputs").json()["items"][0]
    assert client.get(f"/inputs/{found['id']}/original").status_code == 200


def test_an_example_is_not_worked_on(shown: Site) -> None:
    office = signed_in(shown, AccountRole.SECRETARIAT)
    found = office.get("/api/inputs").json()["items"][0]
    said = office.get(f"/api/inputs/{found['id']}").json()["statements"][0]["id"]
    told = form(office, verdict="confirm", reason="x")
    for path in (f"/inputs/{found['id']}/withdraw", f"/review/{said}", "/stocks/1/publish"):
        assert "this is an example" in office.post(path, data=told).text
    assert "/stocks/1/publish" not in office.get("/desk").text


def test_the_administrator_removes_the_example_in_one_step(shown: Site) -> None:
    admin = signed_in(shown, AccountRole.ADMINISTRATOR)
    assert BANNER in admin.get("/").text
    admin.post("/admin/example/remove", data=form(admin))
    page = admin.get("/").text
    assert BANNER not in page
    assert "How it begins" in page
    assert not shown.example.workspace.root.exists()


def test_only_the_administrator_removes_the_example(shown: Site) -> None:
    office = signed_in(shown, AccountRole.SECRETARIAT)
    assert "Remove the example" not in office.get("/").text
    assert office.post("/admin/example/remove", data=form(office)).status_code == 404


def test_the_first_input_takes_the_place_of_the_example(shown: Site, small: Path) -> None:
    visitor(shown).get("/")
    adding.add(shown.workspace, [small])
    building.build(shown.workspace, 1)
    assert BANNER not in visitor(shown).get("/").text


def test_nothing_of_an_example_gets_into_the_workspace(shown: Site) -> None:
    assert example.is_empty(shown.store)
    assert list(shown.workspace.originals.iterdir()) == []


def test_a_workspace_that_holds_inputs_shows_no_example(own: Site, small: Path) -> None:
    adding.add(own.workspace, [small])
    admin = signed_in(own, AccountRole.ADMINISTRATOR)
    assert admin.post("/admin/example", data=form(admin)).status_code == 400
    with pytest.raises(UsageError, match="holds inputs"):
        example.workspace_with(own.workspace.root)


def test_an_empty_workspace_says_how_it_begins(own: Site) -> None:
    page = visitor(own).get("/").text
    assert "How it begins" in page
    assert "serve --demo" in page
    assert "Show the example" not in page


def test_the_stocks_of_an_empty_workspace_are_none(own: Site) -> None:
    assert visitor(own).get("/stocks").status_code == 200


def test_the_administrator_has_the_bundled_example_made(own: Site) -> None:
    admin = signed_in(own, AccountRole.ADMINISTRATOR)
    assert "Show the example" in admin.get("/").text
    admin.post("/admin/example", data=form(admin))
    assert "The example is being made" in admin.get("/").text
    waited(admin, own.workspace)
    assert "Global Compact" in visitor(own).get("/").text
    with own.store.reading():
        acts = [item.deed.act for item, _ in auditing.latest(own.store, 0, 9).entries]
    assert "began example" in acts


def waited(client: TestClient, workspace: Workspace) -> None:
    """Until the example is shown."""
    for _ in range(1200):
        if BANNER in client.get("/").text:
            return
        time.sleep(0.1)
    raise AssertionError((example.of(workspace).workspace.root / "build.log").read_text("utf-8"))
