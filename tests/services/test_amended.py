"""The page of amendments rests on what was read when the stock was taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.services import adding, building, drafts, proposed, starting, tracked
from stocktake.services.drafts import About
from stocktake.services.pages import amended
from stocktake.services.pages.listing import Wanted
from stocktake.services.pages.shown import Shelf

TEXT = "# Agreement on ports\n\n## Article 1\n\n1. States shall keep ports open, as appropriate.\n"
ASK = "In Article 1, paragraph 1, delete “as appropriate”.\n"


def test_no_input_is_read_again_for_the_page_of_amendments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = starting.init(tmp_path / "workspace")
    (tmp_path / "draft.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "freedonia.txt").write_text(ASK, encoding="utf-8")
    drafts.add(workspace, tmp_path / "draft.md", About(label="zero"))
    adding.add(workspace, [tmp_path / "freedonia.txt"])
    building.build(workspace, 1)
    for room in (proposed, tracked):
        monkeypatch.delattr(room, "_read")
    shelf = Shelf(workspace)
    found = amended.amended(shelf.current(), "zero", Wanted())
    shelf.close()
    [row] = found.rows.items
    assert row["old words"] == "as appropriate"
    assert row["passage"].endswith(f"/0-{len(ASK) - 1}")
