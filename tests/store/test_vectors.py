"""Vectors are kept once for each text, and survive a write that broke off."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from stocktake.store import Vectors, key_of

ROWS = np.eye(3, dtype=np.float32)


@pytest.fixture
def vectors(tmp_path: Path) -> Vectors:
    vectors = Vectors(tmp_path, "a model", 3)
    vectors.add(["one", "two"], ROWS[:2])
    return vectors


def test_nothing_is_kept_at_first(tmp_path: Path) -> None:
    empty = Vectors(tmp_path, "a model", 3)
    assert (empty.places(), empty.all().shape) == ({}, (0, 3))


def test_vectors_come_back_at_their_places(vectors: Vectors) -> None:
    vectors.add(["three"], ROWS[2:])
    place = vectors.places()[key_of("three")]
    assert np.array_equal(vectors.all()[place], ROWS[2])


def test_what_broke_off_half_written_is_written_over(vectors: Vectors) -> None:
    with vectors.path.open("ab") as stream:
        stream.write(b"half")
    vectors.add(["three"], ROWS[2:])
    assert np.array_equal(vectors.all(), ROWS)


def test_a_vector_without_its_key_is_as_if_not_there(vectors: Vectors) -> None:
    with vectors.path.open("ab") as stream:
        stream.write(ROWS[2].tobytes())
    assert len(vectors.all()) == len(vectors.places()) == 2


def test_another_model_has_vectors_of_its_own(vectors: Vectors) -> None:
    assert not Vectors(vectors.folder, "another", 3).places()


def test_likeness_is_the_cosine_with_every_vector(vectors: Vectors) -> None:
    assert vectors.likeness(ROWS[1]).tolist() == [0, 1]
