"""The pair test beside people: labelled pairs of real asks, labelled before it was built."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from stocktake.analysis.asks import read_ask
from stocktake.analysis.similarity import link

LABELS = Path(__file__).parent.parent / "labels" / "pairs.tsv"
LEAST_F1 = 0.80


@pytest.mark.shared
def test_the_pair_test_agrees_with_people(shared: Path) -> None:
    labelled = [(row["same"] == "1", _is_linked(row, shared)) for row in _rows()]
    right = sum(same and linked for same, linked in labelled)
    wrong = sum(same != linked for same, linked in labelled)
    assert 2 * right / (2 * right + wrong) >= LEAST_F1


def _rows() -> list[dict[str, str]]:
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t"))


def _is_linked(row: dict[str, str], shared: Path) -> bool:
    asks = [read_ask(_text(row, side, shared)) for side in "ab"]
    return len(link(asks).first) == 1


def _text(row: dict[str, str], side: str, shared: Path) -> str:
    kind, _, name = row[f"source_{side}"].partition(":")
    if kind == "upr":
        whole = _recommendations(shared)[int(name)]
    else:
        whole = (shared / "data" / kind / name).read_text(encoding="utf-8")
    return whole[int(row[f"start_{side}"]) : int(row[f"end_{side}"])]


def _recommendations(shared: Path, _known: list[str] = []) -> list[str]:  # noqa: B006
    if not _known:
        path = shared / "data" / "upr" / "recommendations_sessions_1_9.csv"
        with path.open(encoding="utf-8", newline="") as file:
            _known += [row["Text"] for row in csv.DictReader(file)]
    return _known
