"""A build hands vectors of its model to the grouping, so that languages meet in one proposal."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.model import Stock
from stocktake.services import adding, building
from tests import world
from tests.embedders.conftest import at_hand

ENGLISH = (
    "Statement by Freedonia\n\n4 March 2031\n\nWe urge States to ratify the Convention on Ports."
)
FRENCH = (
    "Statement by Ruritania\n\n5 March 2031\n\n"
    "Nous demandons aux États de ratifier la Convention sur les ports."
)


def stock_by(embedder: str, folder: Path) -> Stock:
    workspace = world.make_workspace(folder / "workspace")
    told = workspace.process_file.read_text(encoding="utf-8")
    workspace.process_file.write_text(f'embedder = "{embedder}"\n{told}', encoding="utf-8")
    inputs = folder / "inputs"
    inputs.mkdir()
    (inputs / "freedonia.txt").write_text(ENGLISH, encoding="utf-8")
    (inputs / "ruritania.txt").write_text(FRENCH, encoding="utf-8")
    adding.add(workspace, [inputs])
    return building.build(workspace, 1).stock


@pytest.mark.parametrize(("embedder", "proposals"), [("multilingual", 1), ("none", 2)])
def test_languages_meet_where_a_model_is(
    embedder: str, proposals: int, tmp_path: Path, models: None
) -> None:
    at_hand("multilingual")
    assert len(stock_by(embedder, tmp_path).proposals) == proposals
