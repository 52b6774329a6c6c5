"""What every embedder must do, whatever the texts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from stocktake.embedders import Embedder, Vectors


def check_embedder(part: Embedder, texts: Sequence[str]) -> Vectors:
    """Assert the contract on *texts*: shape, unit length, the same alone and in any company."""
    found = part.embed(texts)
    assert found.dtype == np.float32
    assert found.shape == (len(texts), part.dimensions)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert np.array_equal(part.embed(list(reversed(texts))), found[::-1])
    assert all(np.array_equal(part.embed([text])[0], found[at]) for at, text in enumerate(texts))
    assert part.name
    assert part.version
    return found
