"""What an ask wants, in the form in which it is looked for in a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stocktake.analysis.asks import Ask, read_ask
from stocktake.analysis.tracing.deeds import Deed, deeds
from stocktake.analysis.tracing.own_text import by_way_of_it
from stocktake.analysis.tracing.units import meanings
from stocktake.lexicon.concepts import Meaning
from stocktake.lexicon.tracing import reworded, tracing

_FIRST = 4
_BY_THE_WAY = 0.4
_EXAMPLE = re.compile(
    r"\b(?:such as|for example|for instance|because)\b|,\s+(?:since|as)\b", re.IGNORECASE
)

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An ask: its stems with their weights, those of *named* things among them, what all its words
    mean one after another, what it wants done with what, the kinds of *people* that it names, the
    direction in which it opens (``more``, ``less``), and whether it is about the text itself."""

    text: str
    ask: Ask
    weights: Weights
    named: Weights
    told: tuple[Meaning, ...]
    deeds: frozenset[Deed]
    people: frozenset[str]
    opening: frozenset[str]
    of_the_text: bool


def wanted(text: str, rarity: Weights, addressees: frozenset[str] = frozenset()) -> Wanted:
    """What *text* asks for; *rarity* (0..1, by stem) is how little of a draft a stem is in."""
    known = tracing()
    by_way = by_way_of_it(text)
    asked = by_way or text
    ask = read_ask(reworded(asked), addressees)
    aside = _examples(asked, ask)
    weights: dict[str, float] = {}
    for stem, weight in (item for item in ask.stems if item[0] not in known.said):
        one = known.stem(stem)
        share = _BY_THE_WAY if stem in aside else 1.0
        weights[one] = max(weights.get(one, 0.0), share * weight * rarity.get(one, 1.0))
    names = sorted(known.stem(stem) for stem in ask.named)
    told = meanings(asked)
    return Wanted(
        text=asked,
        ask=ask,
        weights=weights,
        named={stem: weights[stem] for stem in names if stem in weights},
        told=meanings(text),
        deeds=deeds(told),
        people=frozenset(known.people[stem] for stem, _ in ask.stems if stem in known.people),
        opening=_opening(told),
        of_the_text=by_way is None,
    )


def _examples(asked: str, ask: Ask) -> frozenset[str]:
    """The stems that stand only in examples of what is asked for, or reasons, not in the thing."""
    thing = _EXAMPLE.split(asked, maxsplit=1)[0]
    if thing == asked:
        return frozenset()
    own = {stem for stem, _ in read_ask(reworded(thing)).stems}
    return frozenset(stem for stem, _ in ask.stems if stem not in own)


def _opening(told: Sequence[Meaning]) -> frozenset[str]:
    marks = frozenset[str]().union(*(part.marks for part in told[:_FIRST]))
    return marks if len(marks & {"more", "less"}) == 1 else frozenset()
