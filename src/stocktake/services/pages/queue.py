"""The review queue: what nobody judged yet, the least certain first, and how reviewers agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from stocktake import store
from stocktake.model import Review
from stocktake.services.pages.evidence import Evidence, cited
from stocktake.services.pages.listing import Listed, Wanted, listed
from stocktake.services.pages.reader import ReadBlock, passage
from stocktake.services.pages.shown import Shown
from stocktake.services.reviewed import of_statements
from stocktake.services.rows import unreviewed
from stocktake.store import Store


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement to be judged, with *why* it is doubtful and the text around it."""

    statement: Evidence
    why: str
    blocks: tuple[ReadBlock, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two people judged the same statement, and how often alike; *beyond* is the share
    beyond chance (Scott's pi, 1955), None where chance alone could have brought it."""

    pairs: int
    alike: int
    beyond: float | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement in the order in which they were made."""

    statement_id: str
    state: str
    what: str
    by: str
    at: str


def first(shown: Shown, base: Store, skip: int = 0, of: str = "") -> Waiting | None:
    """The statement to be judged next, or *skip* further on, or the one with the id *of*; None if
    nothing is left. What was judged since the stock was taken is not waiting any more."""
    with base.reading() as connection:
        done = {review.record_id for review in of_statements(store.reviews(connection))}
    found = [item for item in unreviewed(shown.stock) if item.id not in done]
    if of:
        found = [item for item in shown.stock.statements if item.id == of]
    if skip >= len(found):
        return None
    item = found[skip]
    view = passage(shown, item.document_id, item.sentence.start, item.sentence.end)
    return Waiting(cited(shown, item), shown.names.doubt(item), view.blocks, len(found))


def judged(base: Store, wanted: Wanted) -> Listed[Judged]:
    """What people said of statements, the latest first."""
    with base.reading() as connection:
        found = of_statements(store.reviews(connection))
    lines = [
        Judged(item.record_id, item.state.value, item.field, item.reviewer, item.at)
        for item in reversed(found)
    ]
    return listed(lines, wanted)


def agreement(base: Store) -> Agreement:
    """How reviewers agree on whether statements are right."""
    with base.reading() as connection:
        return agreed(of_statements(store.reviews(connection)))


def agreed(reviews: Iterable[Review]) -> Agreement:
    """The same of *reviews*: each person's last word on a statement as a whole counts, those of
    every two people on one statement are a pair."""
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for item in reviews:
        words[item.record_id][item.reviewer] = item.state.value
    pairs = [
        (said[one], said[other])
        for said in words.values()
        for place, one in enumerate(sorted(said))
        for other in sorted(said)[place + 1 :]
    ]
    alike = sum(one == other for one, other in pairs)
    return Agreement(len(pairs), alike, _beyond_chance(pairs))


def _beyond_chance(pairs: list[tuple[str, str]]) -> float | None:
    if not pairs:
        return None
    seen = sum(one == other for one, other in pairs) / len(pairs)
    states = {state for pair in pairs for state in pair}
    shares = [sum(pair.count(state) for pair in pairs) / (2 * len(pairs)) for state in states]
    chance = sum(share * share for share in shares)
    return None if chance == 1 else (seen - chance) / (1 - chance)
