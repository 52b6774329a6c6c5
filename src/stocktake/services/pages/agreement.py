"""How far reviewers agree: each two of them on the statements that both judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from stocktake import store
from stocktake.model import Review, ReviewState
from stocktake.services.reviewed import of_statements
from stocktake.store import Store

STATES = (ReviewState.CONFIRMED.value, ReviewState.EDITED.value, ReviewState.REJECTED.value)
Said = Mapping[str, Mapping[str, str]]
"""The last word of each reviewer on each statement: states by statement, then by reviewer."""


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two reviewers on what both judged. *table* counts the statements by STATES, a row for each
    judgement of *one*, a column for each of *other*; *alike* is their share on the diagonal and
    *expected* the share that chance would bring. *kappa* is Cohen's (1960): (alike - expected) /
    (1 - expected), None where chance alone could have brought it."""

    one: str
    other: str
    table: tuple[tuple[int, ...], ...]
    statements: int
    alike: float
    expected: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """All *pairs* of reviewers who judged the same statements, those with most in common first,
    and the ids of the statements on which any two differ."""

    pairs: tuple[PairAgreement, ...]
    disputed: tuple[str, ...]


def agreement(base: Store) -> Agreement:
    """How reviewers agree on whether statements are right."""
    with base.reading() as connection:
        return agreed(of_statements(store.reviews(connection)))


def agreed(reviews: Iterable[Review]) -> Agreement:
    """The same of *reviews*, in the order in which they were made."""
    said = last_words(reviews)
    together: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for words in said.values():
        for one, other in combinations(sorted(words), 2):
            together[one, other][words[one], words[other]] += 1
    pairs = [_pair(one, other, counts) for (one, other), counts in together.items()]
    disputed = sorted(id_ for id_, words in said.items() if len(set(words.values())) > 1)
    in_order = sorted(pairs, key=lambda pair: (-pair.statements, pair.one, pair.other))
    return Agreement(tuple(in_order), tuple(disputed))


def last_words(reviews: Iterable[Review]) -> Said:
    """What each person said last of each statement; what was taken back was not said."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for item in reviews:
        said[item.record_id][item.reviewer] = item.state.value
    return {
        id_: {who: state for who, state in words.items() if state in STATES}
        for id_, words in said.items()
    }


def _pair(one: str, other: str, counts: Counter[tuple[str, str]]) -> PairAgreement:
    table = tuple(tuple(counts[row, column] for column in STATES) for row in STATES)
    total = counts.total()
    alike = sum(table[place][place] for place in range(len(STATES))) / total
    columns = [sum(column) for column in zip(*table, strict=True)]
    expected = sum(sum(row) * column for row, column in zip(table, columns, strict=True)) / total**2
    kappa = None if expected == 1 else (alike - expected) / (1 - expected)
    return PairAgreement(one, other, table, total, alike, expected, kappa)
