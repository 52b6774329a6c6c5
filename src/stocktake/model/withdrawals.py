"""Inputs that were withdrawn after they were published: Reviews of them, and what these tell."""

from __future__ import annotations

from stocktake.model.evidence import Review

WITHDRAWN = "withdrawn"
"""The field of such a Review, and the name of the metadatum that it gives to its input."""


def is_of_withdrawals(review: Review) -> bool:
    """Whether a review withdraws an input, or takes that back."""
    return review.field == WITHDRAWN
