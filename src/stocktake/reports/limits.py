"""How much of everything a report shows in full; what is left out is always counted in it."""

from __future__ import annotations

from typing import Final

FULL_PROPOSALS: Final = 5  # of a theme, each with its quotations
BRIEF_PROPOSALS: Final = 15  # of a theme, in a table
DIMENSION_PROPOSALS: Final = 10  # in each table of a dimension
QUOTES: Final = 3  # on each side of a proposal
PASSAGES: Final = 3  # cited for an actor on one point
NAMES: Final = 6  # of actors in a cell
TABLE_ROWS: Final = 40  # of tables that could go on
COALITION_SHARED: Final = 15  # of what the members of a coalition have in common
CASE_STUDIES: Final = 30
CHART_PROPOSALS: Final = 12  # drawn with their support by regional group
CONVERGENT: Final = 3  # actors that support a proposal that nobody opposes
