"""Lists that look at all of a stock, made before their first reader comes."""

from __future__ import annotations

from stocktake.services.pages.actors import actors
from stocktake.services.pages.inputs import inputs
from stocktake.services.pages.listing import Wanted
from stocktake.services.pages.proposals import proposals
from stocktake.services.pages.shown import Shown
from stocktake.services.pages.tables import prepare as prepare_tables
from stocktake.services.pages.themes import matrix

_FIRST = Wanted()


def prepare(shown: Shown) -> None:
    """Make what the pages of *shown* share; what is made already stays."""
    for made in (actors, inputs, proposals):
        made(shown, _FIRST)
    matrix(shown)
    prepare_tables(shown)
