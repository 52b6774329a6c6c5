"""Statements → themes, proposals, positions, gaps: the parts of a Stock; pure.

In: records (statements, facts, inputs, documents), schemes, a lexicon. Out: a Stock.
May import: lexicon, text, model, and what lies below.
To add one: a module that derives one thing from records, called in `stock._derive`.
"""

from stocktake.analysis.asking_for import match_scores
from stocktake.analysis.asks import founds
from stocktake.analysis.assigning import Looker
from stocktake.analysis.classify import classify, group_texts
from stocktake.analysis.copying import copies as near_duplicates
from stocktake.analysis.early import Early, early
from stocktake.analysis.ideas import Ground, arrangements, ideas, objectives
from stocktake.analysis.learning import TrainedScheme, train
from stocktake.analysis.likeness import Meanings, Meant
from stocktake.analysis.memo import Memo
from stocktake.analysis.method import VERSION
from stocktake.analysis.portions import Portions
from stocktake.analysis.positions import COUNTING_RULE
from stocktake.analysis.proposals import Forming, numbers
from stocktake.analysis.stock import take_stock
from stocktake.analysis.tracing import (
    Traced,
    Traces,
    how,
    is_wish,
    of_its_people,
    trace,
    trace_both_ways,
)

__all__ = [
    "COUNTING_RULE",
    "VERSION",
    "Early",
    "Forming",
    "Ground",
    "Looker",
    "Meanings",
    "Meant",
    "Memo",
    "Portions",
    "Traced",
    "Traces",
    "TrainedScheme",
    "arrangements",
    "classify",
    "early",
    "founds",
    "group_texts",
    "how",
    "ideas",
    "is_wish",
    "match_scores",
    "near_duplicates",
    "numbers",
    "objectives",
    "of_its_people",
    "take_stock",
    "trace",
    "trace_both_ways",
    "train",
]
