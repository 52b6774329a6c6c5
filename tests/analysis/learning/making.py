"""Invented recommendations with labels: what is asked of harbours and of ships."""

from __future__ import annotations

from stocktake.lexicon.learning import LearningRules
from stocktake.model import Scheme, SchemeKind, Theme

RULES = LearningRules(labels=8, margin=0.01, sureness=1.0, folds=4, cost=0.5, terms=0.5, rarest=2)
SCHEME = Scheme(
    "seas",
    SchemeKind.THEMES,
    "Seas",
    (
        Theme("harbours", "Harbours", "", (("en", "harbour"),)),
        Theme("ships", "Ships", "", (("en", "frigate"),)),
        Theme("islands", "Islands", "", (("en", "island*"),)),
    ),
)
_PLACES = ("quay", "pier", "wharf", "dock")
_VESSELS = ("sloop", "barge", "ferry", "tug")
_DOINGS = ("Repair every", "Build a longer", "Insure each", "Paint the old", "Count every")


def labelled() -> tuple[list[str], list[set[str]]]:
    """Sixty texts: of places where ships land, of ships, and of neither."""
    places = [f"{doing} {word} in Ruritania" for doing in _DOINGS for word in _PLACES]
    ships = [f"{doing} {word} of Freedonia" for doing in _DOINGS for word in _VESSELS]
    others = [f"{doing} school {n}" for doing in _DOINGS for n in range(4)]
    labels = [{"harbours"}] * 20 + [{"Ships"}] * 20 + [set[str]()] * 20
    return places + ships + others, labels
