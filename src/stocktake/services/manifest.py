"""The manifest: what a person tells of inputs, one line for each, in CSV or JSONL.

Columns: path (from the manifest's folder), title, actor or actors (several with ``;`` between
them), date, meeting, kind, language, confidentiality. A line that is wrong is named, and the rest
goes on.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.model import Metadatum
from stocktake.services.metadata import NAMES, split
from stocktake.services.metadata_checks import Known, check

ORIGIN = "manifest"
COLUMNS = ("path", *NAMES)
ALIASES = {"actors": "actor", "actor(s)": "actor"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line: the *path* it is about, the *metadata* it tells, and its *place* for messages."""

    path: str
    metadata: tuple[Metadatum, ...]
    place: str


def read(path: Path, known: Known) -> tuple[list[Row], list[SettingsError]]:
    """The rows of a manifest, and what is wrong in it: a wrong value is left out, the rest stays.

    SettingsError if it cannot be read at all, or has no column "path".
    """
    lines = _jsonl(path) if path.suffix.lower() in {".jsonl", ".ndjson"} else _csv(path)
    rows: list[Row] = []
    wrong: list[SettingsError] = []
    for place, cells in lines:
        if isinstance(cells, SettingsError):
            wrong.append(cells)
        elif not cells.get("path"):
            wrong.append(SettingsError("the path is empty.", remedy="Fill it.", place=place))
        else:
            metadata, errors = _metadata(cells, place, known)
            rows.append(Row(cells["path"].replace("\\", "/"), metadata, place))
            wrong += errors
    return rows, wrong


def _metadata(
    cells: dict[str, str], place: str, known: Known
) -> tuple[tuple[Metadatum, ...], list[SettingsError]]:
    kept: list[Metadatum] = []
    wrong: list[SettingsError] = []
    told = ((name, value) for name in NAMES for value in split(name, cells.get(name, "")))
    for name, value in told:
        try:
            kept.append(Metadatum(name, check(name, value, place, known), ORIGIN))
        except SettingsError as error:
            wrong.append(error)
    return tuple(kept), wrong


Line = tuple[str, dict[str, str] | SettingsError]


def _csv(path: Path) -> Iterator[Line]:
    text = _text(path)
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [_column(name) for name in next(reader, [])]
        _check_columns(columns, f"{path}, line 1")
        for cells in reader:
            place = f"{path}, line {reader.line_num}"
            if any(cell.strip() for cell in cells):
                yield place, _csv_cells(columns, cells, place)
    except csv.Error as error:
        place = f"{path}, line {reader.line_num}"
        remedy = "Save the table again as CSV."
        raise SettingsError(f"is no CSV ({error}).", remedy=remedy, place=place) from error


def _csv_cells(columns: list[str], cells: list[str], place: str) -> dict[str, str] | SettingsError:
    if len(cells) > len(columns):
        return SettingsError(
            "this line has more cells than the first.",
            remedy="Put a cell that holds a comma in double quotes.",
            place=place,
        )
    return {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}


def _jsonl(path: Path) -> Iterator[Line]:
    for number, line in enumerate(_text(path).split("\n"), start=1):
        place = f"{path}, line {number}"
        if line.strip():
            yield place, _json_cells(line, place)


def _json_cells(line: str, place: str) -> dict[str, str] | SettingsError:
    try:
        data = json.loads(line)
        if not isinstance(data, dict):
            raise SettingsError("is no object.", remedy='Write {"path": "…", …}.', place=place)
        cells = {_column(name): _cell(value) for name, value in data.items()}
        _check_columns(list(cells), place)
    except json.JSONDecodeError as error:
        return SettingsError(f"is no JSON ({error}).", remedy="Mend the line.", place=place)
    except SettingsError as error:
        return error
    return cells


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    return "" if value is None else str(value).strip()


def _column(name: str) -> str:
    plain = name.strip().lower()
    return ALIASES.get(plain, plain)


def _check_columns(columns: list[str], place: str) -> None:
    known = f"Known: {', '.join(COLUMNS)}."
    for name in columns:
        if name not in COLUMNS:
            raise SettingsError(f"{name!r} is not known here.", remedy=known, place=place)
    if "path" not in columns:
        raise SettingsError("the column 'path' is missing.", remedy=known, place=place)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SettingsError(
            f"cannot be opened ({error.strerror}).", remedy="Check the path.", place=str(path)
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"is not text in UTF-8 ({error.reason}).",
            remedy='Save it as "CSV UTF-8".',
            place=str(path),
        ) from error
