"""Confidence is held against labels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stocktake.services.evaluating import evaluate
from stocktake.services.reliability import of_pairs, outcomes, summary
from tools.calibrate import fit, monotone

SAID = "Norway urged a longer pier."
LABEL = {
    "actors": [{"id": "NOR"}],
    "cue": [7, 12],
    "content": [13, 26],
    "negated": False,
    "act": "requests",
    "stance": "supports",
}


def labels(folder: Path, *changes: dict[str, object]) -> Path:
    path = folder / "labels.jsonl"
    records = [{"text": SAID, "propositions": [LABEL | change]} for change in changes]
    path.write_text("\n".join(json.dumps(record) for record in records))
    return path


@pytest.mark.parametrize(
    ("change", "right"),
    [({}, True), ({"act": "supports"}, False), ({"actors": [{"id": "CHL"}]}, False)],
)
def test_a_finding_is_right_if_a_label_says_the_same(
    tmp_path: Path, change: dict[str, object], right: bool
) -> None:
    [outcome] = outcomes(evaluate(labels(tmp_path, change)))
    assert outcome.right is right


def test_what_nobody_labelled_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps({"text": SAID, "propositions": []}))
    assert [item.right for item in outcomes(evaluate(path))] == [False]


def test_predictions_that_come_true_have_no_error() -> None:
    assert of_pairs([(0.75, True)] * 3 + [(0.75, False)]).error == 0


def test_the_error_is_how_far_predictions_lie_from_what_is_right() -> None:
    assert of_pairs([(0.9, True), (0.9, False)]).error == pytest.approx(0.4)


def test_bins_tell_how_many_findings_they_hold() -> None:
    found = summary(of_pairs([(1.0, True), (0.95, True), (0.55, False)]))
    assert [(each["confidence"], each["findings"]) for each in found["bins"]] == [
        ("0.5 to 0.6", 1),
        ("0.9 to 1.0", 2),
    ]


def test_of_nothing_nothing_is_told() -> None:
    assert summary(of_pairs([])) == {"bins": [], "error": 0.0}


def test_few_findings_are_drawn_towards_the_whole(tmp_path: Path) -> None:
    path = labels(tmp_path, {}, {}, {"act": "supports"})
    whole, *_, cell = fit(list(outcomes(evaluate(path))))
    assert cell.right / cell.labelled > cell.confidence > whole.confidence


def test_values_that_fall_are_made_level() -> None:
    assert monotone([(0.5, 1), (0.9, 1), (0.7, 1)]) == [0.5, 0.8, 0.8]
