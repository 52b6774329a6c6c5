"""all-MiniLM-L6-v2: English, read with numpy alone."""

from __future__ import annotations

from collections.abc import Sequence

from stocktake.embedders.base import ModelMissingError, Vectors, stacked
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
        try:
            from threadpoolctl import threadpool_limits
        except ImportError as error:
            raise ModelMissingError(
                "the English model needs the library threadpoolctl.",
                remedy="Install it with: pip install 'stocktake[models]'",
            ) from error
        model = pack(self.name)
        weights, vocabulary = model.paths()
        self.version = model.said
        self._one_thread = threadpool_limits
        self._pieces = WordPiece.read(vocabulary)
        self._bert = Bert.of(read_safetensors(weights), _HEADS)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n, 384) of unit length; what stands behind the 256th piece is not read."""
        with self._one_thread(1):
            rows = [self._bert.encode(self._pieces.encode(text, _LONGEST)) for text in texts]
        return stacked(rows, self.dimensions)
