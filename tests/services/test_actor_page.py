"""The page on one actor, with what became of its asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake import exporters
from stocktake.errors import NotFoundError
from stocktake.model import Report
from stocktake.services import actor_page, adding, building, drafts, one_actor
from stocktake.services.drafts import About
from stocktake.services.workspace import Workspace
from tests import world

NEWS = (
    "6 March 2031: On 6 March 2031, Sylvania announced that it ends its participation in the "
    "process to develop a compact on harbours, because quays are short. Ruritania expressed "
    "regret for the decision of Sylvania."
)
DRAFT = "# Article 1\n\n1. Protect migrant children in every harbour.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder: Path = tmp_path_factory.mktemp("page")
    workspace = world.make_workspace(folder / "workspace")
    inputs = world.write_inputs(folder / "inputs")
    (inputs / "left.txt").write_text(NEWS, encoding="utf-8")
    adding.add(workspace, [inputs])
    building.build(workspace, 1)
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    drafts.add(workspace, folder / "draft.md", About(date="2031-06"))
    return workspace


def text(report: Report) -> str:
    return exporters.export(report, "md").decode()


def test_groups_stand_with_their_dates_and_source(built: Workspace) -> None:
    assert "| Coastal Group | Sylvania | 1 January 2001 | “invented” |" in text(
        actor_page.page(built, "Sylvania")
    )


def test_who_left_is_shown_with_reason_and_reaction(built: Workspace) -> None:
    told = text(actor_page.page(built, "Sylvania"))
    assert "“quays are short”" in told
    assert "**reaction**" in told


def test_what_became_of_its_asks_is_told_with_the_text(built: Workspace) -> None:
    titles = [section.title for section in actor_page.page(built, "Freedonia").sections]
    assert "In the text" in titles


def test_every_cited_passage_is_in_the_page(built: Workspace) -> None:
    page = actor_page.page(built, "Freedonia")
    assert {"Statement of Freedonia"} <= {cited.input_title for cited in page.citations}


def test_the_view_has_the_same_reasons_and_reactions(built: Workspace) -> None:
    (row,) = one_actor.show(built, "Sylvania").parts["participation"]
    assert row["reasons"] == "quays are short"
    assert str(row["reactions"]).startswith("Ruritania expressed regret")


def test_the_view_tells_what_became_of_its_asks(built: Workspace) -> None:
    rows = one_actor.show(built, "Freedonia").parts["became of its asks"]
    assert "reflected" in {row["status"] for row in rows}


def test_an_actor_that_nobody_knows_is_refused(built: Workspace) -> None:
    with pytest.raises(NotFoundError, match="Atlantis"):
        actor_page.page(built, "Atlantis")
