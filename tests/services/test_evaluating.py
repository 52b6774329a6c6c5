"""Extraction beside labels made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from stocktake.errors import NotFoundError, SettingsError
from stocktake.services.evaluating import evaluate
from stocktake.services.evaluation import summary

WORDS = "Norway urged a longer pier."
URGED: dict[str, Any] = {
    "actors": [{"id": "NOR"}],
    "cue": [7, 12],
    "content": [13, 26],
    "negated": False,
    "act": "requests",
    "stance": "supports",
}


def judged(folder: Path, *records: dict[str, Any], examples: int = 0) -> dict[str, Any]:
    path = folder / "labels.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return summary(evaluate(path), examples)


def moved(by: int) -> dict[str, Any]:
    cue, content = ([place + by for place in URGED[part]] for part in ("cue", "content"))
    return {**URGED, "cue": cue, "content": content}


def test_a_sentence_given_as_text_is_judged(tmp_path: Path) -> None:
    told = judged(tmp_path, {"text": WORDS, "propositions": [URGED]})
    assert told["exact"]["f1"] == 1.0


def test_a_row_of_a_table_is_judged(tmp_path: Path) -> None:
    (tmp_path / "rows.tsv").write_text(f'id\tsentence\na\tA "quoted\nb\t{WORDS}\n')
    told = judged(tmp_path, {"source": "rows.tsv", "id": "b", "propositions": [URGED]})
    assert told["exact"]["right"] == 1


def test_a_range_of_a_document_is_judged_within_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Nothing was\n  said.  {WORDS} Nobody answered.\n")
    start = (tmp_path / "a.txt").read_text().index(WORDS)
    record = {"source": "a.txt", "start": start, "end": start + len(WORDS)}
    told = judged(tmp_path, {**record, "propositions": [moved(start)]})
    assert (told["exact"]["right"], told["not placed"]) == (1, 0)


def test_words_that_are_not_in_the_document_as_read_are_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"See [the text](https://example.org). {WORDS}\n")
    told = judged(tmp_path, {"source": "a.md", "start": 4, "end": 30, "propositions": []})
    assert told["not placed"] == 1


def test_a_sentence_that_says_nothing_counts_what_was_found(tmp_path: Path) -> None:
    told = judged(tmp_path, {"text": WORDS, "propositions": []}, examples=1)
    assert told["faults"]["spurious"]["examples"][0]["found"]["content"] == "a longer pier"


def test_the_act_of_a_near_match_is_judged(tmp_path: Path) -> None:
    told = judged(tmp_path, {"text": WORDS, "propositions": [{**URGED, "act": "opposes"}]})
    assert (told["act right"], told["opposition"]["recall"]) == (0.0, 0.0)


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "a"}', '{"text": "a", "propositions": [1]}'])
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "labels.jsonl").write_text(f"\n{line}\n")
    with pytest.raises(SettingsError, match="line 2"):
        evaluate(tmp_path / "labels.jsonl")


def test_a_source_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"none\.tsv"):
        judged(tmp_path, {"source": "none.tsv", "id": "a", "propositions": []})


def test_reports_of_meetings_are_read_better_than_published(shared: Path) -> None:
    labels = Path(__file__).parents[1] / "labels" / "enb.jsonl"
    told = summary(evaluate(labels, shared / "data"))
    assert told["exact"]["f1"] >= 0.9
    assert told["actors"]["f1"] >= 0.95
    assert told["opposition, partial"]["recall"] >= 0.9
