"""Positions → how actors stand to one another: convergence, coalitions, the map, bridges; pure.

In: positions, what they are about, actors, thresholds. Out: a model.Relations.
May import: analysis modules beside it, lexicon, model, numpy, scipy.
To add one: a module that derives one thing from a Network or from positions, called in relate.py.
Methods and their sources: docs/measures.md.
"""

from stocktake.analysis.relations.relate import relate

__all__ = ["relate"]
