"""A trained scheme as one .npz file: arrays as they are, the rest as JSON; no pickle."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from scipy import sparse

from stocktake.analysis.learning.features import Block, Vocabulary
from stocktake.analysis.learning.learned import Learned
from stocktake.errors import SettingsError
from stocktake.model import Agreement, Basis, Scheme, SchemeKind, Theme, ThemeQuality

FORMAT = 1
Parts = tuple[Scheme, str, Learned | None, tuple[ThemeQuality, ...]]


def save(
    path: Path,
    scheme: Scheme,
    language: str,
    learned: Learned | None,
    quality: tuple[ThemeQuality, ...],
) -> None:
    """Write the file at *path*, whatever its ending; examples are kept in single precision."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "scheme": dataclasses.asdict(scheme),
        "language": language,
        "quality": [dataclasses.asdict(each) for each in quality],
        "learned": _told(learned) if learned else None,
    }
    arrays: dict[str, Any] = _arrays(learned) if learned else {}
    packed = np.frombuffer(json.dumps(told, ensure_ascii=False).encode(), dtype=np.uint8)
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays, told=packed)


def load(path: Path) -> Parts:
    """What ``save`` wrote; SettingsError if the file is something else or is not there."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            told = json.loads(arrays["told"].tobytes())
            if told["format"] != FORMAT:
                raise ValueError(f"format {told['format']}")
            learned = _learned(told["learned"], arrays) if told["learned"] else None
    except (OSError, ValueError, KeyError, TypeError, BadZipFile) as error:
        raise SettingsError(
            f"this is no trained scheme of this version: {error}.",
            remedy="Train it again: stocktake evaluate --train … --save …",
            place=str(path),
        ) from error
    quality = tuple(_quality(each) for each in told["quality"])
    return _scheme(told["scheme"]), told["language"], learned, quality


def _told(learned: Learned) -> dict[str, Any]:
    return {
        "codes": learned.codes,
        "terms_of": learned.terms_of,
        "term_weight": learned.term_weight,
        "names": learned.names,
        "features": [block.names for block in learned.vocabulary.blocks],
    }


def _arrays(learned: Learned) -> dict[str, np.ndarray[Any, Any]]:
    return {
        "weights": learned.weights,
        "thresholds": learned.thresholds,
        "labels": learned.labels,
        "values": learned.examples.data.astype(np.float32),
        "columns": learned.examples.indices.astype(np.int32),
        "ends": learned.examples.indptr.astype(np.int64),
        **{f"rare_{block.kind}": block.rare for block in learned.vocabulary.blocks},
    }


def _learned(told: dict[str, Any], arrays: Any) -> Learned:
    blocks = (
        Block(kind, tuple(names), arrays[f"rare_{kind}"])
        for kind, names in enumerate(told["features"])
    )
    vocabulary = Vocabulary(tuple(blocks))
    shape = (len(told["names"]), vocabulary.size)
    values = arrays["values"].astype(np.float64)
    return Learned(
        tuple(told["codes"]),
        tuple(told["terms_of"]),
        vocabulary,
        arrays["weights"],
        arrays["thresholds"],
        told["term_weight"],
        tuple(told["names"]),
        sparse.csr_array((values, arrays["columns"], arrays["ends"]), shape),
        arrays["labels"],
    )


def _scheme(told: dict[str, Any]) -> Scheme:
    themes = (
        Theme(**{**each, "terms": tuple(map(tuple, each["terms"]))}) for each in told["themes"]
    )
    return Scheme(**{**told, "kind": SchemeKind(told["kind"]), "themes": tuple(themes)})


def _quality(told: dict[str, Any]) -> ThemeQuality:
    model = Agreement(**told["model"]) if told["model"] else None
    return ThemeQuality(
        told["scheme"],
        told["code"],
        Basis(told["basis"]),
        told["texts"],
        Agreement(**told["terms"]),
        model,
    )
