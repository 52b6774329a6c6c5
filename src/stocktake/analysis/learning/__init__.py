"""Labels that people gave → a model that assigns the themes which it tells better than terms.

In: texts, their labels, the hits of terms. Out: a TrainedScheme, and figures for each theme.
May import: what analysis may.
To add one: a module that `training.train` calls; what a user may change is in learning.toml.
"""

from stocktake.analysis.learning.scheme import TrainedScheme, as_codes, train

__all__ = ["TrainedScheme", "as_codes", "train"]
