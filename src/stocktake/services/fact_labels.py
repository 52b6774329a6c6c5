"""Facts labelled by hand, read from the JSON lines that docs/evaluation.md describes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.model import FactKind
from stocktake.services.paths import existing
from stocktake.services.scoring import Spaced, Span

_REMEDY = "docs/evaluation.md tells the format, under Facts."


@dataclass(frozen=True, slots=True)
class FactLabel:
    """A value that a text tells under *name* of something of a *kind*, and each place where it
    does, in characters that are no white space; *optional*: it need not be found."""

    kind: str
    name: str
    value: str
    places: tuple[Span, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A file and the facts in it."""

    path: Path
    labels: tuple[FactLabel, ...]


def read_fact_labels(path: Path, texts: Path) -> list[LabelledText]:
    """The labels of a file by source; sources are named from the folder *texts*.

    SettingsError names the line that cannot be followed, NotFoundError a file that is not there.
    """
    by_source: dict[str, list[FactLabel]] = defaultdict(list)
    spaced: dict[str, Spaced] = {}
    for place, record in _records(existing(path)):
        try:
            source = record["source"]
            if source not in spaced:
                words = existing(texts / source).read_bytes().decode("utf-8-sig")
                spaced[source] = Spaced(words)
            by_source[source] += _labels(record, spaced[source])
        except (KeyError, TypeError, ValueError) as error:
            raise SettingsError(
                f"cannot be read: {error!r}.", remedy=_REMEDY, place=place
            ) from error
    return [LabelledText(texts / name, tuple(by_source[name])) for name in sorted(by_source)]


def _records(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    for number, line in enumerate(lines, start=1):
        if line.strip():
            place = f"{path}, line {number}"
            try:
                yield place, json.loads(line)
            except ValueError as error:
                raise SettingsError(
                    f"is no JSON object: {error}.", remedy=_REMEDY, place=place
                ) from error


def _labels(record: Mapping[str, Any], text: Spaced) -> Iterable[FactLabel]:
    """None for a text in which nothing is told: it has one line with its source alone."""
    if "kind" not in record:
        return []
    places = tuple(text.span(first, behind) for first, behind in record["at"])
    kind = FactKind(record["kind"]).value
    return [FactLabel(kind, record["name"], record["value"], places, bool(record.get("optional")))]
