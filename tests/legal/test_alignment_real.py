from __future__ import annotations

import json
from pathlib import Path

import pytest

from stocktake.legal import align, parse_draft
from stocktake.model import Alignment

LABELS = Path(__file__).parent.parent / "labels" / "alignment.jsonl"


@pytest.fixture(scope="module")
def by_new(shared: Path) -> dict[str, Alignment]:
    drafts = [
        parse_draft((shared / "data" / "paris_drafts" / name).read_text())
        for name in ("4-dec-2015.md", "9-dec-2015.md")
    ]
    return {id_: item for item in align(*drafts) for id_ in item.new}


def is_right(label: dict[str, list[list[str]]], found: Alignment) -> bool:
    must = {id_ for id_, *_ in label["old"]}
    return must <= set(found.old) <= must | {id_ for id_, *_ in label["may"]}


def test_nine_of_ten_labelled_provisions_are_traced_to_what_they_come_from(
    by_new: dict[str, Alignment],
) -> None:
    labels = [json.loads(line) for line in LABELS.read_text().splitlines()]
    right = sum(is_right(label, by_new[label["new"][0]]) for label in labels)
    assert right / len(labels) >= 0.9
