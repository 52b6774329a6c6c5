"""One theme against the rest: a linear separation with as wide a margin as the labels allow.

Squared hinge loss with a quadratic penalty (L2-loss linear SVM; Hsieh et al. 2008), minimised by
L-BFGS. The sums are made in the order of the rows, so the same rows give the same weights.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from stocktake.analysis.learning.features import Bools, Floats

_STEPS = 100
_SLACK = 1e-6 / np.finfo(float).eps
_BIAS_PENALTY = 1e-2


def fit(rows: sparse.csr_array, bears: Bools, cost: float) -> Floats:
    """Weights of the columns of *rows*, and behind them the bias, for the texts that bear a
    theme."""
    from scipy.optimize import fmin_l_bfgs_b  # slow to import

    signs = np.where(bears, 1.0, -1.0)
    columns = rows.T.tocsr()
    penalty = np.append(np.ones(rows.shape[1]), _BIAS_PENALTY)

    def loss(weights: Floats) -> tuple[float, Floats]:
        short = np.maximum(0.0, 1.0 - signs * (rows @ weights[:-1] + weights[-1]))
        pull = -2.0 * cost * signs * short
        slope = np.append(columns @ pull, pull.sum()) + penalty * weights
        return cost * float(short @ short) + 0.5 * float(penalty * weights @ weights), slope

    start = np.zeros(rows.shape[1] + 1)
    return fmin_l_bfgs_b(loss, start, maxiter=_STEPS, factr=_SLACK, pgtol=1e-3)[0]


def scores(rows: sparse.csr_array, weights: Floats) -> Floats:
    """How far each row lies on the side of each theme; one column of *weights* a theme."""
    found: Floats = rows @ weights[:-1] + weights[-1]
    return found
