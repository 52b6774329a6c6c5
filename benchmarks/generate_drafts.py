"""Two generated drafts of an invented negotiation, the second a revision of the first."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.asks import KINDS, PLACES, THINGS, WHOM

_MODALS = ("shall", "should", "[shall][should]", "may", "[will]")
_DOINGS = (
    "establish",
    "finance",
    "review",
    "publish",
    "restore",
    "inspect",
    "insure",
    "translate",
    "measure",
    "lend",
    "open",
    "guard",
    "repair",
    "register",
    "exchange",
    "teach",
)
_WAYS = (
    "in accordance with this Agreement",
    "as appropriate",
    "on a voluntary basis",
    "[in the light of different circumstances]",
    "taking into account the needs of {whom}",
    "with a view to {doing} the {kind} {thing} of {place}",
    "no later than its [X] session",
    "[, including through cooperation with {place},]",
    "subject to the availability of {kind}",
)
_PARAGRAPHS = 8
_POINTS = 4


def drafts(words: int, seed: int = 2018) -> tuple[str, str]:
    """Two texts of about so many words each; the same for the same *seed*."""
    dice = random.Random(seed)
    units = [_article(dice) for _ in range(words // 660)]
    return _written(units), _written(list(_revised(units, dice)))


def _article(dice: random.Random) -> list[list[str]]:
    """Paragraphs, each a chapeau with its points."""
    return [
        [_sentence(dice) for _ in range(1 + dice.randrange(_POINTS))] for _ in range(_PARAGRAPHS)
    ]


def _sentence(dice: random.Random) -> str:
    parts = [_clause(dice), *(_way(dice) for _ in range(dice.randrange(2, 6)))]
    return f"Each Party {dice.choice(_MODALS)} " + " ".join(parts)


def _clause(dice: random.Random) -> str:
    return f"{dice.choice(_DOINGS)} {_way(dice, 'the {kind} {thing} of {place} for {whom}')}"


def _way(dice: random.Random, form: str = "") -> str:
    return (form or dice.choice(_WAYS)).format(
        whom=dice.choice(WHOM),
        doing=dice.choice(_DOINGS),
        kind=dice.choice(KINDS),
        thing=dice.choice(THINGS),
        place=dice.choice(PLACES),
    )


def _revised(units: list[list[list[str]]], dice: random.Random) -> Iterator[list[list[str]]]:
    """Articles dropped and added, paragraphs moved, words settled and rewritten."""
    for unit in units:
        if dice.random() < 0.05:
            yield _article(dice)
        if dice.random() < 0.05:
            continue
        paragraphs = [[_settled(line, dice) for line in paragraph] for paragraph in unit]
        if dice.random() < 0.3:
            dice.shuffle(paragraphs)
        yield [paragraph for paragraph in paragraphs if dice.random() > 0.08]


def _settled(line: str, dice: random.Random) -> str:
    if dice.random() < 0.3:
        return line
    plain = line.replace("[shall][should]", dice.choice(("shall", "should")))
    return plain.replace("[", "").replace("]", "") + (
        "" if dice.random() < 0.5 else f" {_way(dice)}"
    )


def _written(units: list[list[list[str]]]) -> str:
    return "\n\n".join(
        line for number, unit in enumerate(units, 1) for line in _lines(number, unit)
    )


def _lines(number: int, unit: list[list[str]]) -> Iterator[str]:
    yield f"Article {number}"
    for count, (chapeau, *points) in enumerate(unit, 1):
        yield f"{count}. {chapeau}{':' if points else '.'}"
        for letter, point in zip("abcdefgh", points, strict=False):
            yield f"    ({letter}) {point};"
