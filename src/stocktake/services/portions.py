"""What each document gives to a stock: all of it under one key, so that what nothing changed in
need not be looked at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection

from stocktake import store
from stocktake.model import Review, Statement, content_id, is_label
from stocktake.model.identity import Part
from stocktake.services import reviewed
from stocktake.services.gisting import Sorting, Source
from stocktake.store import Kept, codec


def keys(
    connection: Connection,
    by: Sorting,
    sources: dict[str, Source],
    further: Iterable[Kept],
    lexicon_digest: str,
) -> dict[str, str]:
    """The hash of all that each document gives to a stock, by its id: what is known of its input,
    what stands in it and what that is about, as people left it. *further* are results of what a
    language model said."""
    reviews = store.reviews(connection)
    judged = _judged(connection, reviewed.of_statements(reviews))
    more: dict[str, list[str]] = defaultdict(list)
    for result in further:
        more[result.document_id or ""].append(result.key)
    common = [by.place.digest, lexicon_digest]
    found = {
        id_: content_id(
            *common,
            by.key(source.result.key),
            codec.dumps(source.input_),
            list(more[id_]),
            list(judged.get(id_, ())),
        )
        for id_, source in sources.items()
    }
    learned = _learned(connection, reviews, found)
    return {id_: content_id(key, learned) for id_, key in found.items()} if learned else found


def _judged(connection: Connection, reviews: Iterable[Review]) -> dict[str, list[str]]:
    """The ids of reviews by the documents of the statements they judge, in their order."""
    every = list(reviews)
    documents = _documents(connection, every)
    judged: dict[str, list[str]] = defaultdict(list)
    for review in every:
        if review.record_id in documents:
            judged[documents[review.record_id]].append(review.id)
    return judged


def _learned(
    connection: Connection, reviews: Iterable[Review], found: dict[str, str]
) -> list[Part]:
    """What a model of themes is learned from, which may change what all are about: the labels, and
    the documents they are labels in."""
    labels = [review for review in reviews if is_label(review)]
    documents = sorted(set(_documents(connection, labels).values()))
    there: list[Part] = [found[id_] for id_ in documents if id_ in found]
    return [*(review.id for review in labels), *there] if labels else []


def _documents(connection: Connection, reviews: Iterable[Review]) -> dict[str, str]:
    ids = {review.record_id for review in reviews}
    said: list[Statement] = store.known(connection, store.STATEMENTS, ids) if ids else []
    return {item.id: item.document_id for item in said}
