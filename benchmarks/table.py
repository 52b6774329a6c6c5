"""The table of all benchmarks, kept between two markers of a page.

Each line begins with the name of its benchmark and ends with the machine it was measured on, so a
run of some benchmarks leaves the lines of the others. A quick run never replaces a full one.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace

from benchmarks.row import Row

START, END = "<!-- written by make bench -->", "<!-- end -->"
HEAD = (
    "| benchmark | what | ours | peer or limit | ratio | repeat | machine |",
    "|---|---|---|---|---|---|---|",
)
QUICK = "**quick**"
Lines = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Machine:
    """Where a run took place: processors, memory in bytes, load as the run began."""

    cores: int
    memory: int
    python: str
    load: float

    @classmethod
    def here(cls) -> Machine:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        return cls(os.cpu_count() or 1, memory, platform.python_version(), os.getloadavg()[0])

    def __str__(self) -> str:
        memory = f"{self.memory / 1e9:.0f} GB"
        return f"{self.cores} cores, {memory}, Python {self.python}, load {self.load:.1f}"


def lines_of(name: str, rows: Sequence[Row], machine: Machine, *, quick: bool) -> list[str]:
    """The lines of one benchmark; a quick run is repeated as one."""
    if not quick:
        return [_line(name, *astuple(row), str(machine)) for row in rows]
    again = f"`python -m benchmarks --quick --only {name}`"
    where = f"{machine}; {QUICK}"
    return [_line(name, *astuple(replace(row, repeat=again)), where) for row in rows]


def _line(*cells: str) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"


def updated(page: str, found: Lines, order: Sequence[str]) -> str:
    """The page with the lines of what was *found*, in *order*; ValueError without both markers."""
    before, start, rest = page.partition(START)
    table, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError(f"the page needs a line {START} and, below it, a line {END}")
    kept = _kept(table)
    lines = kept | {name: new for name, new in found.items() if _may_replace(new, kept.get(name))}
    told = [line for name in order for line in lines.get(name, ())]
    return f"{before}{START}\n" + "\n".join([*HEAD, *told]) + f"\n{END}{after}"


def _kept(table: str) -> dict[str, list[str]]:
    """The lines that are there, by their benchmark."""
    kept: dict[str, list[str]] = {}
    for line in table.strip().splitlines()[len(HEAD) :]:
        kept.setdefault(line.split(" | ")[0].removeprefix("| "), []).append(line)
    return kept


def _may_replace(new: Sequence[str], old: Sequence[str] | None) -> bool:
    return not old or _is_quick(old) or not _is_quick(new)


def _is_quick(lines: Sequence[str]) -> bool:
    return any(QUICK in line for line in lines)
