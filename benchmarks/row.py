"""What a benchmark found, as one row of the table in docs/performance.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """*what* was done; *ours* beside a *peer or limit*, both with units; their *ratio* as the
    benchmark defines it, empty where none was measured; the command that does it again."""

    what: str
    ours: str
    peer_or_limit: str
    ratio: str
    repeat: str


def unmeasured(what: str, why: str, repeat: str) -> Row:
    """A row that says why there are no figures."""
    return Row(what, f"not measured: {why}", "", "", repeat)
