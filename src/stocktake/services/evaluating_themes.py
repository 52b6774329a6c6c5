"""Themes measured against texts labelled by hand, after training on others if these are given."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stocktake import analysis, lexicon
from stocktake.analysis import TrainedScheme
from stocktake.analysis.learning import as_codes
from stocktake.errors import SettingsError, UsageError
from stocktake.lexicon.learning import learning_rules
from stocktake.model import Agreement, Scheme
from stocktake.services.paths import existing

TEXT = ("text", "sentence", "recommendation")
THEMES = ("themes", "theme", "labels", "issue", "issues")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Texts with labels in *path*, the name or path of a *scheme* (or of a trained one, .npz), the
    *language* of the texts, texts to *train* on, and where to *save* what was trained."""

    path: Path
    scheme: str
    language: str = "en"
    train: Path | None = None
    save: Path | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """*texts* with the codes of the themes that each bears by hand."""

    texts: tuple[str, ...]
    codes: tuple[frozenset[str], ...]


def evaluate(wanted: Wanted, folder: Path | None = None) -> dict[str, Any]:
    """Precision, recall and F1 of each theme that was labelled or found, and over all (micro).

    *folder* is a workspace's lexicon. SettingsError names the line that cannot be followed,
    NotFoundError a file that is not there.
    """
    scheme, trained = _scheme(wanted, folder)
    given = read(wanted.path, scheme)
    if trained:
        found = trained.classify(given.texts)
    else:
        found = analysis.classify(given.texts, scheme, wanted.language)
    told = {theme.code: _agreement(theme.code, given.codes, found) for theme in scheme.themes}
    learned = set(trained.learned.codes) if trained and trained.learned else set()
    rows = {
        code: {"by": "model" if code in learned else "terms", **_figures(each)}
        for code, each in told.items()
        if each.found or each.labelled
    }
    whole = Agreement(
        *(sum(getattr(each, name) for each in told.values()) for name in Agreement.__slots__)
    )
    return {"texts": len(given.texts), "micro": {"by": "", **_figures(whole)}, **rows}


def read(path: Path, scheme: Scheme) -> Texts:
    """The labelled texts of a CSV or JSONL file: a column of texts, and one of themes by code or
    title, with ``;`` (or ``,``) between them, or as a list."""
    texts: list[str] = []
    codes: list[frozenset[str]] = []
    for place, record in _records(existing(path)):
        try:
            names = _names(_first(record, THEMES), scheme)
            texts.append(str(_first(record, TEXT)))
            codes.append(frozenset(as_codes(names, scheme)))
        except UsageError as error:
            raise SettingsError(error.message, remedy=error.remedy, place=place) from error
    return Texts(tuple(texts), tuple(codes))


def _scheme(wanted: Wanted, folder: Path | None) -> tuple[Scheme, TrainedScheme | None]:
    if wanted.scheme.endswith(".npz"):
        trained = TrainedScheme.load(wanted.scheme)
        return trained.scheme, trained
    scheme = lexicon.load_scheme(wanted.scheme, folder)
    if wanted.train is None:
        return scheme, None
    given = read(wanted.train, scheme)
    rules = learning_rules(folder)
    trained = analysis.train(given.texts, given.codes, scheme, wanted.language, rules)
    if wanted.save:
        trained.save(wanted.save)
    return scheme, trained


def _records(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each line with its place; names of columns in lower case."""
    if path.suffix.lower() == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file)
            for record in lines:
                yield f"{path}, line {lines.line_num}", _lowered(record)
        return
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if line.strip():
            place = f"{path}, line {number}"
            try:
                yield place, _lowered(json.loads(line))
            except (ValueError, AttributeError) as error:
                raise SettingsError(
                    f"this is no JSON object: {error}.", remedy="Mend the line.", place=place
                ) from error


def _lowered(record: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name).lower(): value for name, value in record.items()}


def _first(record: Mapping[str, Any], names: Sequence[str]) -> Any:
    found = next((record[name] for name in names if record.get(name) is not None), None)
    if found is None:
        raise UsageError(f"there is no {names[0]!r}.", remedy=f"One of: {', '.join(names)}.")
    return found


def _names(told: Any, scheme: Scheme) -> list[str]:
    """The names in a cell: it may be one title that holds a comma."""
    if isinstance(told, list):
        return [str(name) for name in told]
    titles = {theme.title.casefold() for theme in scheme.themes}
    if told.strip().casefold() in titles:
        return [told]
    mark = ";" if ";" in told else ","
    return [name for name in told.split(mark) if name.strip()]


def _agreement(code: str, given: Sequence[frozenset[str]], found: Sequence[set[str]]) -> Agreement:
    pairs = [(code in labels, code in told) for labels, told in zip(given, found, strict=True)]
    return Agreement(
        sum(labelled and told for labelled, told in pairs),
        sum(told for _, told in pairs),
        sum(labelled for labelled, _ in pairs),
    )


def _figures(agreement: Agreement) -> dict[str, Any]:
    return {
        "right": agreement.right,
        "found": agreement.found,
        "labelled": agreement.labelled,
        "precision": round(agreement.precision, 3),
        "recall": round(agreement.recall, 3),
        "f1": round(agreement.f1, 3),
    }
