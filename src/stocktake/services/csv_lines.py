"""The lines of a CSV file that a person wrote, with their places for messages."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from stocktake.errors import SettingsError, StocktakeError
from stocktake.readers.csv import delimiter_of

T = TypeVar("T")
Told = Mapping[str, str]


def records(
    path: Path, columns: Sequence[str], make: Callable[[Told, str], T]
) -> tuple[list[T], tuple[StocktakeError, ...]]:
    """What *make* makes of each line and its place, and what is wrong in the others.

    SettingsError if the file cannot be read or has a column that is none of *columns*.
    """
    made: list[T] = []
    wrong: list[StocktakeError] = []
    for place, told in _lines(path, columns):
        try:
            made.append(make(told, place))
        except StocktakeError as error:
            wrong.append(error)
    return made, tuple(wrong)


def _lines(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Place and filled cells of each line that has any."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        remedy = 'Check the path; save the table as "CSV UTF-8".'
        raise SettingsError(f"cannot be read ({error}).", remedy=remedy, place=str(path)) from error
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    for name in names:
        if name not in columns:
            remedy = f"Known: {', '.join(columns)}."
            place = f"{path}, line 1"
            raise SettingsError(f"{name!r} is not known here.", remedy=remedy, place=place)
    reader.fieldnames = names
    for cells in reader:
        told = {name: value.strip() for name, value in cells.items() if name and value}
        if told:
            yield f"{path}, line {reader.line_num}", told
