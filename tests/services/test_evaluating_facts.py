"""Facts of the process beside labels made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from stocktake.errors import NotFoundError, SettingsError
from stocktake.services.evaluating_facts import evaluate
from tests.conftest import ROOT

LABELS = ROOT / "tests" / "labels" / "facts"
TEXT = "The stocktaking meeting was held in Oslo, Norway, on 4 May 2031. It was useful.\n"
GROUPS = (
    "dates",
    "places",
    "meetings",
    "chairs",
    "participation counts",
    "announcements",
)
PLACE = {"kind": "meeting", "name": "place", "value": "Oslo, Norway", "at": [[36, 48]]}
DATES = {"kind": "meeting", "name": "dates", "value": "2031-05-04", "at": [[53, 63]]}


def judged(folder: Path, *labels: dict[str, Any], examples: int = 0) -> dict[str, Any]:
    (folder / "letter.txt").write_text(TEXT, encoding="utf-8")
    lines = (json.dumps({"source": "letter.txt", **label}) for label in labels)
    (folder / "labels.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return evaluate(folder / "labels.jsonl", examples=examples)


def test_what_is_told_at_the_labelled_place_is_right(tmp_path: Path) -> None:
    told = judged(tmp_path, PLACE, DATES)
    assert (told["places"]["f1"], told["dates"]["f1"]) == (1.0, 1.0)


def test_another_day_than_the_labelled_one_is_missed_and_false(tmp_path: Path) -> None:
    told = judged(tmp_path, {**DATES, "value": "2031-05-05"}, examples=1)
    assert told["faults"] == {
        "missed": {"count": 1, "examples": ["letter.txt: meeting.dates 2031-05-05"]},
        "false": {"count": 1, "examples": ["letter.txt: meeting.dates 2031-05-04 (“4 May 2031”)"]},
    }


def test_what_is_optional_is_neither_missed_nor_false(tmp_path: Path) -> None:
    absent = {"kind": "meeting", "name": "dates", "value": "2032", "at": [[70, 72]]}
    told = judged(tmp_path, {**DATES, "optional": True}, {**absent, "optional": True})
    assert told["faults"] == {"missed": {"count": 0}, "false": {"count": 0}}


def test_names_of_which_no_label_speaks_are_not_judged(tmp_path: Path) -> None:
    assert judged(tmp_path, PLACE)["all"]["found"] == 1


def test_in_a_text_without_labels_all_is_false(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(TEXT, encoding="utf-8")
    told = judged(tmp_path, PLACE, {"source": "other.txt"})
    assert (told["texts"], told["places"]["precision"]) == (2, 0.5)


def test_a_line_that_cannot_be_followed_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        judged(tmp_path, PLACE, {"kind": "holiday", "name": "x", "value": "", "at": []})
    assert caught.value.place.endswith("line 2")


def test_a_text_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "labels.jsonl").write_text('{"source": "gone.txt"}', encoding="utf-8")
    with pytest.raises(NotFoundError):
        evaluate(tmp_path / "labels.jsonl")


def test_the_seed_is_read_without_a_false_value(shared: Path) -> None:
    told = evaluate(LABELS / "seed.jsonl", shared / "seed")
    assert (told["all"]["recall"], told["faults"]["false"]["count"]) == (1.0, 0)


@pytest.mark.parametrize("name", ["first", "second", "third", "fifth", "sixth"])
def test_invented_documents_are_read_as_well_as_docs_quality_says(name: str) -> None:
    folder = LABELS / name
    told = evaluate(folder / "labels.jsonl", folder=LABELS / "lexicon")
    groups = [told[group] for group in GROUPS]
    assert min(min(each["precision"], each["recall"]) for each in groups) >= 0.85
