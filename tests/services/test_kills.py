"""Killed at random moments, a take and a build lose nothing; more kills: STOCKTAKE_KILLS=200."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks import kills

KILLS = int(os.environ.get("STOCKTAKE_KILLS", "6"))


def test_whatever_is_killed_each_input_is_there_once_and_the_report_is_the_same(
    tmp_path: Path,
) -> None:
    assert kills.run(tmp_path, KILLS, seed=2) == kills.Killed(KILLS, ())
