"""What became of each ask in a draft; pure.

In: asks and a Draft. Out: one Disposition an ask.
May import: lexicon, text, legal, model, and the modules of analysis that read asks.
To add one: a module with one thing that is weighed, called in `weighing`.
"""

from stocktake.analysis.tracing.trace import Traced, Traces, how, trace, trace_both_ways
from stocktake.analysis.tracing.units import of_its_people
from stocktake.analysis.tracing.wishes import is_wish

__all__ = [
    "Traced",
    "Traces",
    "how",
    "is_wish",
    "of_its_people",
    "trace",
    "trace_both_ways",
]
