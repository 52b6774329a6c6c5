"""Language knowledge as data files that a diplomat can read and correct, and their loaders.

In: files under ``data``, and a workspace's ``lexicon`` folder laid over them. Out: a Lexicon.
May import: model, errors, registry, settings.
To add one: a file under ``data``, a loader beside the others, a field of ``Lexicon``.
"""

from stocktake.lexicon.gazetteer import Gazetteer, Mention
from stocktake.lexicon.loading import Lexicon, load
from stocktake.lexicon.schemes import load_scheme, scheme_names

__all__ = ["Gazetteer", "Lexicon", "Mention", "load", "load_scheme", "scheme_names"]
