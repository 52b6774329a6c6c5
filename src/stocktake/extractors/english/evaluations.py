"""What the author thinks of a thing: "The compact is a welcome step in the right direction"."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors.english.contents import Proposition
from stocktake.extractors.english.judgements import evaluation_at
from stocktake.extractors.english.opening import main_clause
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.predicates import Predicate
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import English

_BEFORE_VERB = frozenset(["should", "must", "could", "would", "can", "will", ","])


def evaluations(
    words: Words, start: int, author: tuple[Party, ...], english: English
) -> Iterator[Proposition]:
    """What the author thinks of a definite thing, where the sentence says no more than that."""
    first = main_clause(words, start, english)
    found = evaluation_at(words, first, len(words), english.cues.judgements)
    if found is None or words.at(len(words) - 1) == "?":
        return
    behind = found.copula
    while words.at(behind - 1) in _BEFORE_VERB:
        behind -= 1
    predicate = Predicate(
        first,
        author,
        found.cue,
        found.behind,
        first,
        found.meaning,
        negated=False,
        rule="evaluation",
        own=True,
    )
    yield Proposition(predicate, first, behind)
