"""A small BERT encoder in numpy alone: one text at a time, so a vector depends on its text only.

The source of the method: Devlin and others, BERT (2019); mean over pieces and unit length as in
Reimers and Gurevych, Sentence-BERT (2019).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

Matrix = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
_SMALL = np.float32(1e-12)
_ROOT_OF_TWO = np.float32(2**0.5)
_HEADER = 8


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: the projections of attention in one (queries, keys, values side by side), what
    follows it, and the two norms."""

    attend: tuple[Matrix, Matrix]
    gather: tuple[Matrix, Matrix]
    norm: tuple[Matrix, Matrix]
    widen: tuple[Matrix, Matrix]
    narrow: tuple[Matrix, Matrix]
    last_norm: tuple[Matrix, Matrix]


@dataclass(frozen=True, slots=True)
class Bert:
    """An encoder: vectors of words and places, and its *layers*, with *heads* heads each."""

    words: Matrix
    places: Matrix
    norm: tuple[Matrix, Matrix]
    layers: tuple[Layer, ...]
    heads: int

    @classmethod
    def of(cls, weights: dict[str, Matrix], heads: int) -> Bert:
        """The encoder whose *weights* bear the names of the reference implementation."""
        kinds = weights["embeddings.token_type_embeddings.weight"]
        places = weights["embeddings.position_embeddings.weight"] + kinds[0]
        count = 1 + max(int(name.split(".")[2]) for name in weights if ".layer." in name)
        layers = tuple(_layer(weights, f"encoder.layer.{number}") for number in range(count))
        norm = _norm(weights, "embeddings.LayerNorm")
        return cls(weights["embeddings.word_embeddings.weight"], places, norm, layers, heads)

    def encode(self, pieces: list[int]) -> Matrix:
        """The vector (d,) of unit length of a text given by the numbers of its pieces."""
        states = _normed(self.words[pieces] + self.places[: len(pieces)], self.norm)
        for layer in self.layers:
            states = self._through(layer, states)
        mean = states.mean(axis=0)
        return np.asarray(mean / max(np.linalg.norm(mean), _SMALL), dtype=np.float32)

    def _through(self, layer: Layer, states: Matrix) -> Matrix:
        from scipy.special import erf  # slow to import

        seen = _linear(self._attended(_linear(states, layer.attend)), layer.gather)
        states = _normed(states + seen, layer.norm)
        wide = _linear(states, layer.widen)
        wide *= 0.5 * (1 + erf(wide / _ROOT_OF_TWO))
        return _normed(states + _linear(wide, layer.narrow), layer.last_norm)

    def _attended(self, projected: Matrix) -> Matrix:
        """Each piece as the mean of what it attends to, head by head."""
        length, width = projected.shape[0], projected.shape[1] // (3 * self.heads)
        split = projected.reshape(length, 3, self.heads, width).transpose(1, 2, 0, 3)
        queries, keys, values = split
        scores = queries @ keys.transpose(0, 2, 1) / np.float32(width**0.5)
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        together = scores @ values
        return np.asarray(together.transpose(1, 0, 2).reshape(length, -1), dtype=np.float32)


def read_safetensors(path: Path) -> dict[str, Matrix]:
    """The matrices of 32-bit floats in a file of the safetensors format, by name, unread until
    they are needed (mapped into memory)."""
    data = np.memmap(path, mode="r", dtype=np.uint8)
    length = int.from_bytes(data[:_HEADER].tobytes(), "little")
    header = json.loads(data[_HEADER : _HEADER + length].tobytes())
    base = _HEADER + length
    return {name: _tensor(data, base, entry) for name, entry in header.items() if _is_float(entry)}


def _is_float(entry: dict[str, object]) -> bool:
    return entry.get("dtype") == "F32"


def _tensor(data: np.memmap[tuple[int], np.dtype[np.uint8]], base: int, entry: dict) -> Matrix:  # type: ignore[type-arg]
    start, end = entry["data_offsets"]
    flat = np.frombuffer(data[base + start : base + end], dtype="<f4")
    return flat.reshape(entry["shape"])


def _layer(weights: dict[str, Matrix], name: str) -> Layer:
    attention = [_dense(weights, f"{name}.attention.self.{part}") for part in _PARTS]
    return Layer(
        (
            np.concatenate([matrix for matrix, _ in attention], axis=1),
            np.concatenate([bias for _, bias in attention]),
        ),
        _dense(weights, f"{name}.attention.output.dense"),
        _norm(weights, f"{name}.attention.output.LayerNorm"),
        _dense(weights, f"{name}.intermediate.dense"),
        _dense(weights, f"{name}.output.dense"),
        _norm(weights, f"{name}.output.LayerNorm"),
    )


_PARTS = ("query", "key", "value")


def _dense(weights: dict[str, Matrix], name: str) -> tuple[Matrix, Matrix]:
    return np.ascontiguousarray(weights[f"{name}.weight"].T), weights[f"{name}.bias"]


def _norm(weights: dict[str, Matrix], name: str) -> tuple[Matrix, Matrix]:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _linear(states: Matrix, layer: tuple[Matrix, Matrix]) -> Matrix:
    return np.asarray(states @ layer[0] + layer[1], dtype=np.float32)


def _normed(states: Matrix, norm: tuple[Matrix, Matrix]) -> Matrix:
    centred = states - states.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + _SMALL)
    return np.asarray(centred / spread * norm[0] + norm[1], dtype=np.float32)
