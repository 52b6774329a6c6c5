"""What was found beside what was labelled: pairs, their faults, precision and recall."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stocktake.model import Act, Agreement, Stance, Statement

Span = tuple[int, int]
FAULTS = ("actor", "cue", "content", "negation", "missed", "spurious")
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s]")
_NEAR = 0.5
_LEAST = 1.0


class Spaced:
    """A sentence in which places are counted in characters that are no white space, so that
    texts that differ in white space alone can be compared."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places = [place for place, sign in enumerate(text) if not sign.isspace()]
        self._words = [self._rank(match.start()) for match in _WORD.finditer(text)]

    def _rank(self, offset: int) -> int:
        return bisect_left(self._places, offset)

    def span(self, start: int, end: int) -> Span:
        """The range of characters ``[start, end)`` as places."""
        return self._rank(start), self._rank(end)

    def quote(self, span: Span) -> str:
        """The words at *span*."""
        if span[0] >= min(span[1], len(self._places)):
            return ""
        return self.text[self._places[span[0]] : self._places[min(span[1], len(self)) - 1] + 1]

    def words(self, span: Span) -> range:
        """The numbers of the words that *span* touches: of "وأعرب" though it leave out the و."""
        first = max(0, bisect_right(self._words, span[0]) - 1)
        return range(first, bisect_left(self._words, span[1]))

    def __len__(self) -> int:
        return len(self._places)


@dataclass(frozen=True, slots=True)
class Claim:
    """One actor × cue × content; *cue* and *content* are places in the sentence. *statement* is
    the finding that says it, None for a label."""

    actor: str
    cue: Span
    content: Span
    negated: bool
    act: Act
    stance: Stance
    statement: Statement | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and what was found for it; None where the other has no partner. *near* says that
    the words overlap well enough for a partial match."""

    label: Claim | None
    found: Claim | None
    near: bool = False

    @property
    def faults(self) -> tuple[str, ...]:
        """In which of FAULTS the two differ; none for an exact match."""
        if self.label is None or self.found is None:
            return ("spurious",) if self.found else ("missed",)
        label, found = self.label, self.found
        differ = {
            "actor": label.actor != found.actor,
            "cue": label.cue != found.cue,
            "content": label.content != found.content,
            "negation": label.negated != found.negated,
        }
        return tuple(name for name, is_so in differ.items() if is_so)


def paired(labels: Sequence[Claim], found: Sequence[Claim], sentence: Spaced) -> list[Pair]:
    """Each label with at most one claim found in the sentence, the most alike first."""
    ranked = sorted(
        (-_likeness(label, claim, sentence), row, column)
        for row, label in enumerate(labels)
        for column, claim in enumerate(found)
    )
    rows: dict[int, int] = {}
    for likeness, row, column in ranked:
        if -likeness > _LEAST and row not in rows and column not in rows.values():
            rows[row] = column
    pairs = [_pair(labels[row], found[column], sentence) for row, column in sorted(rows.items())]
    pairs += [Pair(label, None) for row, label in enumerate(labels) if row not in rows]
    taken = frozenset(rows.values())
    return pairs + [Pair(None, claim) for column, claim in enumerate(found) if column not in taken]


def actors_alone(labels: Iterable[Claim], found: Iterable[Claim]) -> Agreement:
    """Who says anything at all in a sentence."""
    labelled, named = {claim.actor for claim in labels}, {claim.actor for claim in found}
    return Agreement(len(labelled & named), len(named), len(labelled))


def added(scores: Iterable[Agreement]) -> Agreement:
    """The sum of *scores*."""
    every = list(scores)
    return Agreement(
        sum(score.right for score in every),
        sum(score.found for score in every),
        sum(score.labelled for score in every),
    )


def _pair(label: Claim, found: Claim, sentence: Spaced) -> Pair:
    same = label.actor == found.actor and label.negated == found.negated
    cues = _overlap(label.cue, found.cue, sentence) > 0
    return Pair(label, found, same and cues and _share(label, found, sentence) >= _NEAR)


def _likeness(label: Claim, found: Claim, sentence: Spaced) -> float:
    words = _overlap(label.cue, found.cue, sentence) + _share(label, found, sentence)
    exact = (label.cue == found.cue) + (label.content == found.content)
    return words + (label.actor == found.actor) + 0.1 * (exact + (label.negated == found.negated))


def _share(label: Claim, found: Claim, sentence: Spaced) -> float:
    return _overlap(label.content, found.content, sentence)


def _overlap(one: Span, other: Span, sentence: Spaced) -> float:
    """The words that two spans share, twice over those of both (Dice); 1 for the same span."""
    if one == other:
        return 1.0
    first, second = sentence.words(one), sentence.words(other)
    shared = len(range(max(first.start, second.start), min(first.stop, second.stop)))
    return 2 * shared / max(1, len(first) + len(second))
