"""A workspace whose process has a programme, rules, and those who were invited."""

from __future__ import annotations

from pathlib import Path

from stocktake.services.deciding import Person
from stocktake.services.workspace import Workspace
from tests import world

ANNA = Person("Anna", at="2031-03-01T09:00:00+00:00")
PROGRAMME = """
description = "On piers"
invited = ["Freedonia", "Ruritania", "Grand Fenwick"]

[[meetings.attendance]]
count = 120
of = "delegations"
source = "summary"

[[meetings.attendance]]
count = 118
of = "Member States"
source = "press release"

[[meetings.sessions]]
title = "Opening"
format = "opening"

[[meetings.sessions]]
title = "Piers"
format = "action group"
dimension = "local"

[[documents]]
title = "National report"
from = ["Ruritania", "Sylvania"]
due = "2031-04-01"
kind = "statement"

[rules]
groups_first = true
minutes = 3
group_minutes = 5
"""


def make(folder: Path) -> Workspace:
    """The workspace of the world with that programme."""
    made = world.make_workspace(folder)
    text = made.process_file.read_text(encoding="utf-8")
    made.process_file.write_text(text + PROGRAMME, encoding="utf-8")
    return made


def table(folder: Path, text: str) -> Path:
    """A CSV file of that text."""
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path
