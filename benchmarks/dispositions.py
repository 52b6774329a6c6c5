"""Labelled asks beside what tracing says of them: precision, recall and F1 of "it is in the text",
how often the status agrees, and how often a provision is cited that answers the ask.

    python -m benchmarks.dispositions ../shared/data [FILE] [--embedder best|none|english] [--show]

A cited provision is right if the labels name it; the first, and any of those that are cited, over
the asks that are in the text by both. The draft is that of the labels (tests/labels/README.md).
"""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.pairs import DATA, Score
from benchmarks.row import Row, unmeasured
from stocktake import legal
from stocktake.model import Disposition, DispositionStatus, Draft
from stocktake.services.tracing import trace

_FOLDER = Path(__file__).parent.parent / "tests" / "labels"
LABELS = _FOLDER / "dispositions.jsonl"
MORE = _FOLDER / "dispositions_2.jsonl"
_TEXT = "gcm/final_objectives.md"
_WRONG_COPY = ("# Objective 20", "# Objective 21")


@dataclass(frozen=True, slots=True)
class Label:
    """An ask of its *source* (a document; in a table, who recommends), what became of it, and the
    provisions of the draft that answer it."""

    text: str
    source: str
    status: DispositionStatus
    provisions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """*held* is of "it is in the text"; the others are shares, 0..1: of all labels those with the
    same *status*; of those found that are in the text, those whose *first*, or *any*, cited
    provision is named by the label."""

    held: Score
    status: float
    first: float
    any: float

    def __str__(self) -> str:
        shares = f"status {self.status:.2f}, first {self.first:.2f}, any {self.any:.2f}"
        return f"{self.held}; {shares}"


def read_labels(path: Path, data: Path) -> list[Label]:
    """The labels of a file; *data* holds their sources."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [_label(row, (data / row["source"]).read_text("utf-8-sig")) for row in rows]


def _label(row: dict[str, Any], text: str) -> Label:
    if "row" in row:
        asked = _recommendations(text)[row["row"]]
        said, source = asked["Text"].strip(), asked["From"]
    else:
        said, source = text[row["start"] : row["end"]], row["source"]
    return Label(said, source, DispositionStatus(row["status"]), frozenset(row["provisions"]))


@cache
def _recommendations(text: str) -> Sequence[Mapping[str, str]]:
    return [*csv.DictReader(io.StringIO(text))]


def labelled_draft(data: Path) -> Draft:
    """The final objectives without the one that is a wrong copy."""
    text = (data / _TEXT).read_text("utf-8")
    start, end = map(text.index, _WRONG_COPY)
    return legal.parse_draft(text[:start] + text[end:])


def agreement(labels: Sequence[Label], found: Sequence[Disposition]) -> Agreement:
    """How far the dispositions *found* of the labelled asks, in their order, agree with them."""
    pairs = [*zip(labels, found, strict=True)]
    both = [(one, item) for one, item in pairs if one.status.is_in and item.status.is_in]
    return Agreement(
        held=Score.of([one.status.is_in for one in labels], [item.status.is_in for item in found]),
        status=_share([one.status is item.status for one, item in pairs]),
        first=_share([item.provision_ids[0] in one.provisions for one, item in both]),
        any=_share([bool(one.provisions & {*item.provision_ids}) for one, item in both]),
    )


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _shown(labels: Sequence[Label], found: Sequence[Disposition]) -> Iterator[str]:
    for one, item in zip(labels, found, strict=True):
        is_right = one.status.is_in is item.status.is_in
        named = one.provisions & {*item.provision_ids[:1]}
        mark = " " if is_right and (named or not one.provisions) else "p" if is_right else "x"
        text = " ".join(one.text.split())
        said = f"{item.status} {item.confidence} {', '.join(item.provision_ids)}"
        yield f"{mark} {one.status} {', '.join(sorted(one.provisions))} | {said} | {text}"


def rows(*, quick: bool) -> list[Row]:
    repeat = "`python -m benchmarks.dispositions ../shared/data`"
    if not DATA.is_dir():
        why = f"needs the real material in {DATA}"
        return [unmeasured("labelled asks traced into a text", why, repeat)]
    labels = read_labels(LABELS, DATA)
    labels = labels[::10] if quick else labels
    found = agreement(labels, trace([one.text for one in labels], labelled_draft(DATA), "best"))
    print(f"{len(labels)} asks: {found}")
    what = f"{len(labels)} labelled asks traced into a text"
    return [Row(what, str(found), "the labels", f"F1 {found.held.f1:.3f}", repeat)]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("labels", nargs="?", type=Path, default=LABELS)
    arguments.add_argument("--embedder", default="best")
    arguments.add_argument("--show", action="store_true")
    chosen = arguments.parse_args()
    labels = read_labels(chosen.labels, chosen.data)
    found = trace([one.text for one in labels], labelled_draft(chosen.data), chosen.embedder)
    if chosen.show:
        print("\n".join(_shown(labels, found)))
    print(f"{len(labels)} asks: {agreement(labels, found)}")


if __name__ == "__main__":
    main()
