"""The page on the process tells the truth: its process.toml is one."""

from __future__ import annotations

import re
from pathlib import Path

from stocktake.services import process_file
from tests.conftest import ROOT

BLOCK = re.compile(r"^```toml\n(.*?)^```$", re.S | re.M)


def test_the_process_file_of_the_page_can_be_followed(tmp_path: Path) -> None:
    [text] = BLOCK.findall((ROOT / "docs" / "process.md").read_text(encoding="utf-8"))
    path = tmp_path / "process.toml"
    path.write_text(text, encoding="utf-8")
    process = process_file.load(path).process
    assert process.rules_of(process.meetings[0]).limit(group=True) == 5
