"""Texts → vectors in which what is about the same lies close together; offline, one by one.

In: texts. Out: float32 vectors of unit length; which model made them, with its hash.
May import: lexicon, text, model, and what lies below; onnxruntime only where it is needed.
To add one: a class with ``embed``, its line in the registry below, the contract test; if it needs
a model, its entry in ``models.toml``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from stocktake.embedders.base import Embedder, ModelMissingError, Vectors
from stocktake.embedders.english import English
from stocktake.embedders.hashed import Hashed
from stocktake.embedders.multilingual import Multilingual
from stocktake.embedders.packs import FOLDER, Pack, check, models_folder, pack, packs
from stocktake.registry import Registry

EMBEDDERS: Registry[Callable[[], Embedder]] = Registry(
    "embedder", {"english": English, "multilingual": Multilingual, "none": Hashed}
)
BEST = "best"
_PREFERRED = "multilingual"


def choose(name: str = BEST) -> str:
    """The name of the embedder that *name* stands for: ``best`` is the multilingual one where it
    is installed, else none. UsageError for a name that is not known."""
    if name != BEST:
        EMBEDDERS.get(name)
        return name
    return _PREFERRED if _is_ready(_PREFERRED) else "none"


def embedder(name: str = BEST) -> Embedder:
    """The embedder called *name*, loaded once; ``best`` as ``choose`` has it.

    ModelMissingError tells what to install if its model or a library is not there.
    """
    return _loaded(choose(name), str(models_folder()))


@lru_cache(maxsize=4)
def _loaded(name: str, _folder: str) -> Embedder:
    return EMBEDDERS.get(name)()


def _is_ready(name: str) -> bool:
    try:
        _loaded(name, str(models_folder()))
    except ModelMissingError:
        return False
    return True


__all__ = [
    "BEST",
    "EMBEDDERS",
    "FOLDER",
    "Embedder",
    "ModelMissingError",
    "Pack",
    "Vectors",
    "check",
    "choose",
    "embedder",
    "models_folder",
    "pack",
    "packs",
]
