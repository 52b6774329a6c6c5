"""all-MiniLM-L6-v2: English, read with numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from stocktake.embedders.base import Vectors, needed, stacked
from stocktake.embedders.bert import Bert, read_safetensors
from stocktake.embedders.packs import pack
from stocktake.embedders.wordpiece import WordPiece

_HEADS = 12
_LONGEST = 256


class English:
    """One text at a time on one thread: the same vector on every machine of a kind."""

    name = "english"
    dimensions = 384
    languages: tuple[str, ...] = ("en",)
    crosses = False

    def __init__(self) -> None:
        needed("threadpoolctl")
        self._pack = pack(self.name).there()
        self.version = self._pack.said

    @cached_property
    def _read(self) -> tuple[WordPiece, Bert]:
        weights, vocabulary = self._pack.paths()
        return WordPiece.read(vocabulary), Bert.of(read_safetensors(weights), _HEADS)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n, 384) of unit length; what stands behind the 256th piece is not read."""
        from threadpoolctl import threadpool_limits

        pieces, bert = self._read
        with threadpool_limits(1):
            rows = [bert.encode(pieces.encode(text, _LONGEST)) for text in texts]
        return stacked(rows, self.dimensions)
