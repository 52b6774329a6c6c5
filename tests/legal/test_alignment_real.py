from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from stocktake.legal import align, parse_draft
from stocktake.model import Alignment

LABELS = Path(__file__).parent.parent / "labels"
Labels = list[dict[str, Any]]


def read(name: str) -> Labels:
    return [json.loads(line) for line in (LABELS / name).read_text().splitlines()]


@pytest.fixture(scope="module")
def found(shared: Path) -> Callable[[str, str], dict[str, Alignment]]:
    @cache
    def aligned(old: str, new: str) -> dict[str, Alignment]:
        folder = shared / "data" / "paris_drafts"
        drafts = (parse_draft((folder / name).read_text()) for name in (old, new))
        return {id_: item for item in align(*drafts) for id_ in item.new}

    return aligned


def is_right(label: dict[str, Any], found: Alignment) -> bool:
    must = {id_ for id_, *_ in label["old"]}
    return must <= set(found.old) <= must | {id_ for id_, *_ in label["may"]}


@pytest.mark.parametrize("name", ["alignment.jsonl", "alignment_2.jsonl"])
def test_nine_of_ten_labelled_provisions_are_traced_to_what_they_come_from(
    found: Callable[[str, str], dict[str, Alignment]], name: str
) -> None:
    labels = read(name)
    right = sum(
        is_right(label, found(label["old_draft"], label["new_draft"])[label["new"][0]])
        for label in labels
    )
    assert right / len(labels) >= 0.9
