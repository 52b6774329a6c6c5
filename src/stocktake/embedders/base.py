"""What every embedder is to the rest of the program."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Protocol

import numpy as np

from stocktake.errors import NotFoundError

Vectors = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


class Embedder(Protocol):
    """Gives texts a place in a space in which what is about the same lies close together.

    A vector depends on its text alone, never on what else was asked for with it. *version* names
    what was used, with the hash of its weights, so that vectors can be kept under it; *languages*
    are those that it is good for, and *crosses* tells whether a text and its translation lie close
    together.
    """

    name: str
    version: str
    dimensions: int
    languages: tuple[str, ...]
    crosses: bool

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n, *dimensions*) of unit length, float32, in the order of *texts*."""
        ...


class ModelMissingError(NotFoundError):
    """A model, or a library that it needs, is not installed."""


def needed(*libraries: str) -> None:
    """ModelMissingError if one of *libraries* is not installed; nothing is imported."""
    for library in libraries:
        if find_spec(library) is None:
            raise ModelMissingError(
                f"the library {library} is not installed.",
                remedy="Install it with: pip install 'stocktake[models]'",
            )


def stacked(rows: Sequence[Vectors], dimensions: int) -> Vectors:
    """*rows* (d,) as one matrix (n, d), of 0 rows too."""
    return np.array(rows, dtype=np.float32).reshape(len(rows), dimensions)
