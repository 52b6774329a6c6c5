"""Universal Sentence Encoder multilingual v3: the six languages of the United Nations and more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from stocktake.embedders.base import Vectors, needed, stacked
from stocktake.embedders.packs import pack


class Multilingual:
    """One text at a time: the model's quantization would let a vector depend on its batch."""

    name = "multilingual"
    dimensions = 512
    languages: tuple[str, ...] = ("ar", "en", "es", "fr", "ru", "zh")
    crosses = True

    def __init__(self) -> None:
        needed("onnxruntime", "onnxruntime_extensions")
        self._pack = pack(self.name).there()
        self.version = self._pack.said

    @cached_property
    def _session(self) -> Any:
        import onnxruntime
        from onnxruntime_extensions import get_library_path

        (weights,) = self._pack.paths()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.register_custom_ops_library(get_library_path())
        return onnxruntime.InferenceSession(
            str(weights), options, providers=["CPUExecutionProvider"]
        )

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n, 512) of unit length."""
        return stacked([self._encode(text) for text in texts], self.dimensions)

    def _encode(self, text: str) -> Vectors:
        (found,) = self._session.run(None, {"inputs": np.array([text.replace("\0", " ")])})
        return np.asarray(found[0] / np.linalg.norm(found[0]), dtype=np.float32)
