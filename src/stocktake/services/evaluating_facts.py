"""Facts of the process measured against texts labelled by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stocktake.lexicon.files import digest
from stocktake.model import Agreement, Attribute, FactKind, Input
from stocktake.services import reading
from stocktake.services.evaluation import fault, figures
from stocktake.services.extracting import PLAIN_TEXT
from stocktake.services.fact_labels import FactLabel, LabelledText, read_fact_labels
from stocktake.services.scoring import Spaced, Span, added
from stocktake.settings import Limits

_DATES = ("date", "dates")
_EXACT = (*_DATES, "actor", "count", "state", "status")
_SAME_KIND = {FactKind.ADOPTION.value: FactKind.MILESTONE.value}
_GROUPS = {
    ("meeting", "place"): "places",
    ("meeting", "title"): "meetings",
    ("chair", "name"): "chairs",
    ("chair", "office"): "chairs",
    ("attendance", "count"): "participation counts",
    ("announcement", "actor"): "announcements",
    ("announcement", "kind"): "announcements",
    ("announcement", "title"): "announcements",
}
OTHERS = "other facts"


@dataclass(frozen=True, slots=True)
class Told:
    """A value that the machine read from a text, with its words and their place."""

    kind: str
    name: str
    value: str
    words: str
    place: Span


@dataclass(frozen=True, slots=True)
class JudgedText:
    """What was found in one file beside its labels. *placed* False: the file was not read as the
    text in which the labels count."""

    path: Path
    labels: tuple[FactLabel, ...]
    found: tuple[Told, ...]
    placed: bool = True

    def missed(self) -> Iterator[FactLabel]:
        for label in self.labels:
            if not label.optional and not any(_agree(label, told) for told in self.found):
                yield label

    def false(self) -> Iterator[Told]:
        for told in self.found:
            if not any(_agree(label, told) for label in self.labels):
                yield told

    def agreement(self, group: str) -> Agreement:
        """Labels found, values given (those of one label count once) and labels, of a group."""
        labels = [label for label in self.labels if _group(label) == group]
        hit = [label for label in labels if any(_agree(label, told) for told in self.found)]
        false = sum(_group(told) == group for told in self.false())
        needed = [label for label in labels if not label.optional]
        right = sum(not label.optional for label in hit)
        return Agreement(right, right + false, len(needed))


def evaluate(
    path: Path, texts: Path | None = None, folder: Path | None = None, examples: int = 0
) -> dict[str, Any]:
    """Precision, recall and F1 of the facts in the files that the labels in *path* name.

    *texts* is the folder of these files (that of *path* if not given), *folder* a workspace's
    lexicon. Judged are the names of values that the labels have. With *examples*, so many of
    what was missed and what is false are told. SettingsError and NotFoundError as for labels.
    """
    words = (folder, digest(folder))
    given = read_fact_labels(path, texts or path.parent)
    judged_names = {(label.kind, label.name) for text in given for label in text.labels}
    judged = [_judged(text, words, judged_names) for text in given]
    return {
        "texts": len(judged),
        "not placed": sum(not text.placed for text in judged),
        **_scores(judged),
        "faults": {
            "missed": fault(_missed(judged), examples, str),
            "false": fault(_false(judged), examples, str),
        },
    }


def _judged(
    text: LabelledText,
    words: tuple[Path | None, str],
    names: set[tuple[str, str]],
) -> JudgedText:
    input_ = Input("", text.path.name, PLAIN_TEXT, text.path.stat().st_size)
    outcome = reading.work(reading.Task(input_, text.path, (), (), words, Limits()))
    whole = Spaced(outcome.document.text)
    placed = len(whole) == len(Spaced(text.path.read_bytes().decode("utf-8-sig")))
    told = (
        _told(fact.kind.value, attribute, whole)
        for fact in outcome.findings.facts
        for attribute in fact.attributes
    )
    return JudgedText(
        text.path,
        text.labels,
        tuple(item for item in told if (item.kind, item.name) in names) if placed else (),
        placed,
    )


def _told(kind: str, attribute: Attribute, text: Spaced) -> Told:
    place = text.span(attribute.quotation.start, attribute.quotation.end)
    return Told(kind, attribute.name, attribute.value, attribute.quotation.text, place)


def _agree(label: FactLabel, told: Told) -> bool:
    """Whether both tell the same under the same name, at a place they share."""
    kinds = {_SAME_KIND.get(kind, kind) for kind in (label.kind, told.kind)}
    if len(kinds) > 1 or label.name != told.name:
        return False
    if label.name in _EXACT and label.value != told.value:
        return False
    return any(start < told.place[1] and told.place[0] < end for start, end in label.places)


def _group(item: FactLabel | Told) -> str:
    if item.name in _DATES:
        return "dates"
    return _GROUPS.get((item.kind, item.name), OTHERS)


def _scores(judged: Sequence[JudgedText]) -> dict[str, Any]:
    groups = ["dates", *dict.fromkeys(_GROUPS.values()), OTHERS]
    sums = {group: added(text.agreement(group) for text in judged) for group in groups}
    return {name: figures(score) for name, score in {"all": added(sums.values()), **sums}.items()}


def _missed(judged: Iterable[JudgedText]) -> list[str]:
    return [
        f"{text.path.name}: {label.kind}.{label.name} {label.value}"
        for text in judged
        for label in text.missed()
    ]


def _false(judged: Iterable[JudgedText]) -> list[str]:
    return [
        f"{text.path.name}: {told.kind}.{told.name} {told.value} (“{told.words}”)"
        for text in judged
        for told in text.false()
    ]
