"""What a server acknowledged before it was killed is there, once."""

from __future__ import annotations

from pathlib import Path

from benchmarks import kills_web


def test_fifty_who_hand_in_at_once_lose_nothing_when_the_server_is_killed(tmp_path: Path) -> None:
    crowd = kills_web.Crowd(people=50, each=1, kills=2, seed=3, processes=1)
    assert kills_web.run(tmp_path, crowd).faults == ()
