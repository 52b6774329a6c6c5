"""What people say of which provision became which, and what comparisons make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, UsageError
from stocktake.model import Alignment, Became, ReviewState
from stocktake.services import aligning, comparing, drafts
from stocktake.services.aligning import decide
from stocktake.services.deciding import Person
from stocktake.services.workspace import Workspace

OLD = "# Article 1\n\nStates keep ports open.\n\n# Article 2\n\nStates report each year.\n"
NEW = "# Article 1\n\nStates keep ports open.\n\n# Article 2\n\nA fund is set up.\n"
BOTH = ("old", "new")
ME = Person("Judge", at="2031-01-01")


@pytest.fixture
def two(workspace: Workspace, tmp_path: Path) -> Workspace:
    for name, text in zip(BOTH, (OLD, NEW), strict=True):
        (tmp_path / f"{name}.md").write_text(text)
        drafts.add(workspace, tmp_path / f"{name}.md")
    return workspace


def found(workspace: Workspace) -> dict[tuple[str, ...], Alignment]:
    sides = comparing.sides(workspace, *BOTH)
    rows = comparing.compare(*sides, workspace).provisions
    return {row.alignment.old: row.alignment for row in rows}


def test_what_a_person_said_replaces_what_was_found(two: Workspace) -> None:
    decide(two, BOTH, Became(("art_1",), ("art_2",)), ME)
    assert found(two)["art_1",].new == ("art_2",)


def test_each_provision_still_stands_in_one_alignment(two: Workspace) -> None:
    decide(two, BOTH, Became(("art_1",), ("art_2",)), ME)
    pairs = found(two).values()
    assert sorted(id_ for item in pairs for id_ in item.old) == ["art_1", "art_2"]
    assert sorted(id_ for item in pairs for id_ in item.new) == ["art_1", "art_2"]


def test_a_provision_can_be_said_to_be_deleted(two: Workspace) -> None:
    decide(two, BOTH, Became(("art_2",), ()), ME)
    assert found(two)["art_2",].kind == "deleted"


def test_what_was_said_can_be_taken_back(two: Workspace) -> None:
    before = found(two)
    decide(two, BOTH, Became(("art_1",), ("art_2",)), ME)
    decide(two, BOTH, Became(("art_1",), ()), ME, undo=True)
    assert found(two) == before


def test_the_same_as_the_machine_found_is_a_confirmation(two: Workspace) -> None:
    review = decide(two, BOTH, Became(("art_1",), ("art_1",)), ME)
    assert (review.state, review.machine_value) == (ReviewState.CONFIRMED, "art_1 => art_1")


def test_a_provision_that_is_not_there_is_refused(two: Workspace) -> None:
    with pytest.raises(NotFoundError, match="'new' has no provision 'art_9'"):
        decide(two, BOTH, Became(("art_1",), ("art_9",)), ME)


def test_nothing_said_is_refused(two: Workspace) -> None:
    with pytest.raises(UsageError, match="--old"):
        decide(two, BOTH, Became((), ()), ME)


def test_nothing_is_said_of_other_drafts(two: Workspace) -> None:
    decide(two, BOTH, Became(("art_1",), ("art_2",)), ME)
    old, new = (drafts.one(two, label).draft for label in BOTH)
    assert aligning.said_of(two, new, old) == ()
