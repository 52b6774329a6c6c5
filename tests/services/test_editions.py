"""What an audience may not see is not in its edition: not in any table, count or file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake import store
from stocktake.errors import NotFoundError
from stocktake.model import Metadatum
from stocktake.model.accounts import Audience
from stocktake.services import adding, building, editions, showing
from stocktake.services.reviewing import Correction, correct
from stocktake.services.workspace import Workspace
from stocktake.store import copying, index, tables_people
from stocktake.store.meanings import meanings
from stocktake.store.memos import MEMOS
from stocktake.store.tables import metadata
from tests import world

SECRET = "Zenda"
MANIFEST = "path,actor,kind,confidentiality\nsecret.txt,Sylvania,statement,{mark}\n"
TEXT = (
    f"Statement by Sylvania\n\nWe call on all States to open the canal of {SECRET} to ferries. "
    "We call on all States to protect migrant children in every harbour."
)


@pytest.fixture
def workspace(tmp_path: Path, new_url: Callable[[], str | None]) -> Workspace:
    made = world.make_workspace(tmp_path / "workspace", new_url())
    adding.add(made, [world.write_inputs(tmp_path / "inputs")])
    return made


def add_secret(workspace: Workspace, mark: str) -> None:
    folder = workspace.root.parent / "secret"
    folder.mkdir()
    (folder / "secret.txt").write_text(TEXT, encoding="utf-8")
    (folder / "manifest.csv").write_text(MANIFEST.format(mark=mark), encoding="utf-8")
    adding.add(workspace, [folder])


def edition(workspace: Workspace, audience: Audience) -> Workspace:
    with workspace.store() as base:
        return editions.of(workspace, base, audience)


def everything(workspace: Workspace) -> bytes:
    """All bytes of an edition's own files, and all rows of its own tables."""
    files = (path for path in workspace.root.iterdir() if path.is_file())
    return b"".join(path.read_bytes() for path in sorted(files)) + rows(workspace)


def rows(workspace: Workspace) -> bytes:
    with workspace.store() as base, base.reading() as connection:
        if connection.dialect.name == "sqlite":
            return b""
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
        names = connection.exec_driver_sql(tables).scalars().all()
        every = (connection.exec_driver_sql(f"SELECT t::text FROM {name} t") for name in names)
        return "".join(row for found in every for row in found.scalars()).encode()


def test_where_nothing_is_kept_back_all_see_the_workspace_itself(workspace: Workspace) -> None:
    building.build(workspace, 1)
    assert edition(workspace, Audience.PUBLIC) == workspace


@pytest.mark.parametrize(
    ("mark", "sees"),
    [
        ("participants", {Audience.PARTICIPANTS, Audience.CHAIRS}),
        ("chairs", {Audience.CHAIRS}),
        ("for the eyes of the bureau", {Audience.CHAIRS}),
    ],
)
def test_each_audience_sees_what_it_may(
    workspace: Workspace, mark: str, sees: set[Audience]
) -> None:
    add_secret(workspace, mark)
    building.build(workspace, 1)
    found = {
        audience
        for audience in Audience
        if SECRET in str(showing.show(edition(workspace, audience), "statements"))
    }
    assert found == sees


def test_no_file_of_an_edition_holds_what_is_kept_back(workspace: Workspace) -> None:
    add_secret(workspace, "chairs")
    building.build(workspace, 1)
    for audience in (Audience.PUBLIC, Audience.PARTICIPANTS):
        assert SECRET.encode() not in everything(edition(workspace, audience))


def test_counts_are_those_of_a_workspace_without_it(workspace: Workspace) -> None:
    building.build(workspace, 1)
    parts = [part for part in showing.PARTS if part not in {"labels", "review"}]
    before = {part: showing.show(workspace, part) for part in parts}
    add_secret(workspace, "chairs")
    building.build(workspace, 1)
    public = edition(workspace, Audience.PUBLIC)
    assert {part: showing.show(public, part) for part in parts} == before


def test_a_proposal_has_one_number_for_all(workspace: Workspace) -> None:
    add_secret(workspace, "chairs")
    building.build(workspace, 1)

    def numbers(place: Workspace) -> dict[str, int]:
        items = showing.show(place, "proposals")
        return {item.record["wording_id"]: item.row["number"] for item in items}

    whole = numbers(workspace)
    public = numbers(edition(workspace, Audience.PUBLIC))
    assert public
    assert {id_: whole[id_] for id_ in public if id_ in whole} == {
        id_: number for id_, number in public.items() if id_ in whole
    }


def test_what_is_kept_back_from_now_on_leaves_the_edition(workspace: Workspace) -> None:
    add_secret(workspace, "participants")
    building.build(workspace, 1)
    correct(workspace, Correction("secret.txt", "confidentiality", "chairs"), "Ann", "2031-03-06")
    with workspace.store() as base, base.reading() as connection:
        assert editions.hidden_now(connection, Audience.PARTICIPANTS)
    building.build(workspace, 1)
    assert SECRET.encode() not in everything(edition(workspace, Audience.PARTICIPANTS))


def test_what_is_opened_comes_into_the_edition(workspace: Workspace) -> None:
    add_secret(workspace, "chairs")
    building.build(workspace, 1)
    correct(workspace, Correction("secret.txt", "confidentiality", "public"), "Ann", "2031-03-06")
    building.build(workspace, 1)
    assert SECRET in str(showing.show(edition(workspace, Audience.PUBLIC), "statements"))


def test_before_the_next_build_there_is_no_edition(workspace: Workspace) -> None:
    building.build(workspace, 1)
    add_secret(workspace, "chairs")
    with pytest.raises(NotFoundError):
        edition(workspace, Audience.PUBLIC)


def test_a_decision_on_a_proposal_with_hidden_words_stays_behind(workspace: Workspace) -> None:
    from stocktake.services import deciding
    from stocktake.services.deciding import Person

    add_secret(workspace, "chairs")
    building.build(workspace, 1)
    items = showing.show(workspace, "proposals")
    hidden = next(item for item in items if SECRET in item.row["wording"])
    deciding.rename(workspace, hidden.row["number"], f"Open {SECRET}", Person("Ann", "2031-03-06"))
    building.build(workspace, 1)
    assert SECRET.encode() not in everything(edition(workspace, Audience.PUBLIC))


def test_every_table_is_copied_by_a_rule_or_left_behind() -> None:
    known = {rule.table.name for rule in copying.RULES} | {"reviews"} | copying.LEFT_BEHIND
    there = {*metadata.tables, *index.SEARCH.tables, *MEMOS.tables}
    made_anew = {name for name in there if name.startswith("search_")} | {meanings.name}
    assert tables_people.metadata is metadata
    assert there - made_anew == known & there


def test_of_two_marks_told_at_once_the_same_one_counts_everywhere(workspace: Workspace) -> None:
    add_secret(workspace, "chairs")
    with workspace.store() as base, base.writing() as connection:
        [secret] = [item for item in store.taken(connection) if "secret.txt" in item.names]
        marks = [Metadatum("confidentiality", mark, "manifest") for mark in ("chairs", "public")]
        store.tell(connection, {secret.id: marks})
        [told] = [item for item in store.taken(connection) if item.id == secret.id]
        [counted] = [item.value for item in told.told if item.name == "confidentiality"]
        assert store.marks(connection, "confidentiality")[secret.id] == counted


def test_marks_tell_for_whom_an_input_is(workspace: Workspace) -> None:
    add_secret(workspace, "chairs")
    with workspace.store() as base, base.reading() as connection:
        assert sorted(store.marks(connection, "confidentiality").values()) == ["chairs", "public"]
