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


def reviews(connection: Connection, field: str | None = None) -> list[Review]:
    """All reviews, or those of one *field*, in the order in which they were made."""
    query = select(tables.reviews.c.body).order_by(tables.reviews.c.sequence)
    if field is not None:
        query = query.where(tables.reviews.c.body.contains(f'"{field}"', autoescape=True))
    found = (codec.loads(Review, body) for body in connection.execute(query).scalars())
    return [review for review in found if field in {None, review.field}]


def standing(found: list[Review]) -> dict[tuple[str, str], Review]:
    """The review that stands for each record and field: the last one made."""
    return {(review.record_id, review.field): review for review in found}
