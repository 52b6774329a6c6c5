"""Statements labelled by hand, read from the JSON lines that docs/evaluation.md describes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.model import Act, Stance
from stocktake.services import reading
from stocktake.services.paths import existing
from stocktake.services.scoring import Claim, Spaced, Span
from stocktake.settings import Limits

_SENTENCE_COLUMNS = ("sentence", "text")
_REMEDY = "docs/evaluation.md tells the format."


class _Tabs(csv.excel_tab):
    quoting = csv.QUOTE_NONE


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and what it says by hand. *document* is the file in which it stands,
    with *before* characters that are no white space before it; None where it stands alone."""

    name: str
    sentence: Spaced
    claims: tuple[Claim, ...]
    document: Path | None = None
    before: int = 0
    language: str | None = None
    author: str | None = None


def read_labels(path: Path, texts: Path) -> list[Labelled]:
    """The labelled sentences of a file; sources are named from the folder *texts*.

    SettingsError names the line that cannot be followed, NotFoundError a file that is not there.
    """
    lines = existing(path).read_text(encoding="utf-8-sig").split("\n")
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    return [_labelled(line, texts, f"{path}, line {number}") for number, line in numbered]


def _labelled(line: str, texts: Path, place: str) -> Labelled:
    try:
        record = json.loads(line)
        return _read(record, texts)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise SettingsError(f"cannot be read: {error!r}.", remedy=_REMEDY, place=place) from error


def _read(record: Mapping[str, Any], texts: Path) -> Labelled:
    name, words, document = _text_of(record, texts)
    start = record["start"] if document else 0
    sentence = Spaced(words)
    claims = tuple(_claims(record["propositions"], sentence, start))
    before = len("".join(_text_at(document, record)[:start].split())) if document else 0
    told = record.get("language"), record.get("author")
    return Labelled(name, sentence, claims, document, before, *told)


def _text_of(record: Mapping[str, Any], texts: Path) -> tuple[str, str, Path | None]:
    if "text" in record:
        words = record["text"]
        return str(record.get("id", words[:40])), words, None
    source = texts / record["source"]
    if "id" in record:
        return record["id"], _table(source)[record["id"]], None
    start, end = record["start"], record["end"]
    words = _text_at(source, record)[start:end]
    return f"{record['source']} {start}-{end}", words, source


def _text_at(source: Path, record: Mapping[str, Any]) -> str:
    """The text in which offsets count: that of the file, or of the Document read from it."""
    return _as_read(source) if record.get("source_text") == "document" else _whole(source)


def _claims(items: list[Mapping[str, Any]], sentence: Spaced, start: int) -> Iterator[Claim]:
    """One claim for each actor; ranges are told from the beginning of the file or sentence."""
    for item in items:
        cue, content = (_span(item[part], sentence, start) for part in ("cue", "content"))
        act, stance = Act(item["act"]), Stance(item["stance"])
        for actor in item["actors"]:
            yield Claim(actor["id"], cue, content, bool(item.get("negated")), act, stance)


def _span(told: list[int], sentence: Spaced, start: int) -> Span:
    first, behind = told
    return sentence.span(first - start, behind - start)


@lru_cache(maxsize=4)
def _whole(path: Path) -> str:
    return existing(path).read_bytes().decode("utf-8-sig")


@lru_cache(maxsize=4)
def _as_read(path: Path) -> str:
    return reading.read(existing(path).read_bytes(), path.name, Limits()).text


@lru_cache(maxsize=4)
def _table(path: Path) -> dict[str, str]:
    """The sentences of a table by the value in its column "id"."""
    dialect = csv.excel if path.suffix == ".csv" else _Tabs
    rows = csv.DictReader(_whole(path).splitlines(), dialect=dialect)
    column = next(name for name in _SENTENCE_COLUMNS if name in (rows.fieldnames or ()))
    return {row["id"]: row[column] for row in rows}
