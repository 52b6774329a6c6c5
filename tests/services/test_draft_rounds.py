"""What happened from draft to draft: in tables, in the stock, in the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stocktake.services import building, draft_rounds, draft_sums, drafts, reporting
from stocktake.services.workspace import Workspace

PORTS = "Ports of Ruritania [shall] be open to all boats by day and by night.\n"
FIRST = f"# Article 1\n\n{PORTS}\n# Article 2\n\n[Quays are swept each morning by keepers.]\n"
SECOND = f"""# Article 1\n\nWords mean here what they say.\n\n# Article 2
\n{PORTS.replace("[shall]", "shall")}"""


@pytest.fixture
def two(workspace: Workspace, tmp_path: Path) -> Workspace:
    for name, text in (("2031-01-01", FIRST), ("2031-02-01", SECOND)):
        (tmp_path / f"{name}.md").write_text(text)
        drafts.add(workspace, tmp_path / f"{name}.md")
    return workspace


def test_a_renumbered_part_is_followed_by_its_words(two: Workspace) -> None:
    rows = draft_sums.by_part(draft_sums.sums(two), draft_rounds.rounds(two))
    told = [(row["part"], row["2031-01-01"], row["2031-02-01"]) for row in rows[1:]]
    assert told == [
        ("art_1: Article 1", "", "0.0 %"),
        ("art_2: Article 2", "12.7 %", "0.0 %"),
        ("art_2: Article 2", "100.0 %", ""),
    ]


def test_rows_tell_what_was_settled_options_first(two: Workspace) -> None:
    [one] = draft_rounds.rounds(two)
    told = [(row["what"], row["outcome"], row["words"]) for row in draft_rounds.rows(one.settled)]
    assert told == [
        ("bracket", "taken in", "shall"),
        ("bracket", "taken out", "Quays are swept each morning by keepers."),
    ]


def test_the_report_counts_what_was_settled_and_cites_it(two: Workspace, tmp_path: Path) -> None:
    stock = building.build(two, 1).stock
    [path] = reporting.report(two, ["json"], tmp_path / "report.json")
    report = json.loads(path.read_text())
    assert len(stock.rounds[0].settled) == 2
    assert {"shall", "Quays are swept each morning by keepers."} <= {
        item["quote"] for item in report["citations"]
    }
