"""Reviews: what people decided of records; they are kept beside what the machine found."""

from __future__ import annotations

from sqlalchemy import Connection, select

from stocktake.model import Review
from stocktake.store import codec, tables
from stocktake.store.writing import add


def add_review(connection: Connection, review: Review) -> None:
    """Keep a review; a later one of the same record and field stands before it."""
    row = {"id": review.id, "record_id": review.record_id, "body": codec.dumps(review)}
    add(connection, tables.reviews, [row])


def reviews(connection: Connection) -> list[Review]:
    """All reviews, in the order in which they were made."""
    query = select(tables.reviews.c.body).order_by(tables.reviews.c.sequence)
    return [codec.loads(Review, body) for body in connection.execute(query).scalars()]


def standing(found: list[Review]) -> dict[tuple[str, str], Review]:
    """The review that stands for each record and field: the last one made."""
    return {(review.record_id, review.field): review for review in found}
