"""What people said that statements are about, read from their Reviews.

Each is a Review of a statement whose field is ``about.themes``, ``about.dimensions`` or
``about.lenses``: all codes that the machine had, and all that the person gave. Of several the last
one stands; one with the state MACHINE takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from stocktake.model.evidence import Review, ReviewState
from stocktake.model.schemes import SchemeKind

ABOUT = "about."
SEVERAL = "; "
Labels = Mapping[str, frozenset[str]]
"""Codes by the ids of statements."""


def field_of(kind: SchemeKind) -> str:
    """The field of a Review that tells what a statement is about in the scheme of a kind."""
    return f"{ABOUT}{kind.value}"


def is_label(review: Review) -> bool:
    """Whether a review tells what a statement is about."""
    return review.field.startswith(ABOUT)


def labels_by(reviews: Iterable[Review], kind: SchemeKind) -> Labels:
    """The labels in the scheme of a kind that stand after *reviews*, in the order in which they
    were made."""
    last = {review.record_id: review for review in reviews if review.field == field_of(kind)}
    return {
        statement: frozenset(filter(None, review.human_value.split(SEVERAL)))
        for statement, review in last.items()
        if review.state is not ReviewState.MACHINE
    }
