"""What each address of the HTTP API answers with, for its description."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stocktake.exporters.shapes import Schema, Shapes
from stocktake.services.comparing_stocks import StockComparison
from stocktake.services.pages.actors import ActorLine, OneActor
from stocktake.services.pages.evidence import Evidence
from stocktake.services.pages.finding import Found
from stocktake.services.pages.inputs import InputLine
from stocktake.services.pages.listing import Listed
from stocktake.services.pages.overview import Overview
from stocktake.services.pages.proposals import OneProposal, ProposalLine
from stocktake.services.pages.reader import Reader
from stocktake.services.pages.stocks import Shelved
from stocktake.services.pages.themes import Matrix, OneTheme

PLACE = "#/components/schemas/"
ANSWERS: Mapping[str, Any] = {
    "process": Overview,
    "inputs": Listed[InputLine],
    "one_input": Reader,
    "proposals": Listed[ProposalLine],
    "one_proposal": OneProposal,
    "themes": Matrix,
    "one_theme": OneTheme,
    "actors": Listed[ActorLine],
    "one_actor": OneActor,
    "statement": Evidence,
    "stocks": Listed[Shelved],
    "compared": StockComparison,
    "search": Listed[Found],
    "table": Listed[dict[str, Any]],
}


def answers() -> tuple[dict[str, Schema], dict[str, Schema]]:
    """The schema of each answer by the name of its view, and the schemas that these refer to."""
    shapes = Shapes(PLACE)
    told = {name: shapes.of(hint) for name, hint in ANSWERS.items()}
    return told, dict(sorted(shapes.named.items()))
