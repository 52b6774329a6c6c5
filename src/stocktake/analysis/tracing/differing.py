"""In what the wording of an ask and of the provision that answers it differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from stocktake.analysis.tracing.units import Unit, meanings
from stocktake.lexicon.concepts import concepts
from stocktake.lexicon.spelling import Token, tokens
from stocktake.lexicon.tracing import tracing
from stocktake.model import Difference, DifferenceKind, Quotation

_OPENING = 6
_LEAST_LOST = 4.0
_LEAST_LETTERS = 4
_FIRM = 3
_GAP = 3
_REMEMBERED = 512
_LONGEST = 1_000

Spots = Sequence[Token]


def differences(
    asked: Quotation, unit: Unit, cue: Quotation | None = None
) -> tuple[Difference, ...]:
    """All differences, strength first, then people, numbers, direction, what the text adds, and
    what it leaves out. *asked* is the ask at its place, *cue* the words that lead to it and tell
    how firmly it is asked; ranges count where they and the draft do."""
    ask = tokens(asked.text)
    text = _spots(unit.quotations)
    ask = [_moved(token, asked.start) for token in ask]
    found = (
        *_strength(ask, text, cue),
        *_who(ask, text),
        *_numbers(ask, text),
        *_direction(ask, text),
        *_added(asked, unit),
        *_left_out(asked, ask, unit),
    )
    return tuple(dict.fromkeys(found))


@lru_cache(_REMEMBERED)
def _spots(quotations: tuple[Quotation, ...]) -> Spots:
    """The first words of a provision, read once for all asks that it answers."""
    read = (_moved(token, item.start) for item in quotations for token in tokens(item.text))
    return list(islice(read, _LONGEST))


@lru_cache(_REMEMBERED)
def _stems(quotations: tuple[Quotation, ...]) -> frozenset[str]:
    """The stem of every single word: those within a name or a turn of phrase too."""
    known, table = tracing(), concepts()
    parts = (part for token in _spots(quotations) for part in table.meanings(token.text))
    return frozenset(known.stem(part.stem) for part in parts)


def _moved(token: Token, by: int) -> Token:
    return Token(token.text, token.start + by, token.end + by)


def _quoted(token: Token) -> Quotation:
    return Quotation(token.start, token.end, token.text)


def _strength(ask: Spots, text: Spots, cue: Quotation | None) -> Iterator[Difference]:
    """The text asks less firmly than the ask did: by its cue, or by its own words where these ask
    for less ("we urge States to consider …"). What tells nothing is a plain ask."""
    led = [_moved(token, cue.start) for token in tokens(cue.text)] if cue else []
    told = [one for one in (_firmness(led), _firmness(ask)) if one]
    wanted = min(told, key=lambda one: one[1], default=None)
    given = _firmness(text)
    if given and given[1] < min(_FIRM, wanted[1] if wanted else _FIRM):
        first = next(iter([wanted[0]] if wanted else [*led, *ask]), None)
        asked = _quoted(first) if first else None
        yield Difference(DifferenceKind.STRENGTH, asked, _quoted(given[0]))


def _firmness(told: Spots) -> tuple[Token, int] | None:
    """The first word near the beginning that tells how firm it is, and how firm, 1 to 4."""
    levels = tracing().strength
    marked = ((token, levels.get(token.text.casefold())) for token in told[:_OPENING])
    return next(((token, level) for token, level in marked if level), None)


def _who(ask: Spots, text: Spots) -> Iterator[Difference]:
    """The ask names people that the text does not; if it names one other kind, these instead."""
    wanted, given = _groups(ask), _groups(text)
    others = [token for group, token in given.items() if group not in wanted]
    for group, token in wanted.items():
        if group not in given and given:
            instead = _quoted(others[0]) if len(others) == 1 else None
            yield Difference(DifferenceKind.WHO, _quoted(token), instead)


def _groups(told: Spots) -> dict[str, Token]:
    """The first word for each kind of people."""
    found: dict[str, Token] = {}
    for token in told:
        group = tracing().who.get(token.text.casefold())
        if group:
            found.setdefault(group, token)
    return found


def _numbers(ask: Spots, text: Spots) -> Iterator[Difference]:
    wanted, given = _figures(ask), _figures(text)
    others = [token for number, token in given.items() if number not in wanted]
    for number, token in wanted.items():
        if number not in given:
            instead = _quoted(others[0]) if others else None
            yield Difference(DifferenceKind.NUMBER, _quoted(token), instead)


def _figures(told: Spots) -> dict[str, Token]:
    return {token.text: token for token in reversed(told) if token.text.isdecimal()}


def _direction(ask: Spots, text: Spots) -> Iterator[Difference]:
    """The ask opens with more where the text opens with less, or the other way round."""
    for one, other in (("more", "less"), ("less", "more")):
        wanted, given = _marked(ask, one), _marked(text, other)
        if wanted and given and not _marked(text, one) and not _marked(ask, other):
            yield Difference(DifferenceKind.DIRECTION, _quoted(wanted), _quoted(given))


def _marked(told: Spots, mark: str) -> Token | None:
    table = concepts()
    return next(
        (
            token
            for token in told[:_OPENING]
            if any(mark in part.marks for part in table.meanings(token.text))
        ),
        None,
    )


def _added(asked: Quotation, unit: Unit) -> Iterator[Difference]:
    """Qualifiers that the text has and the ask has not."""
    pattern = tracing().qualifiers
    for item in unit.quotations:
        for match in pattern.finditer(item.text, 0, _LONGEST * 8):
            if match[0].casefold() not in asked.text.casefold():
                start = item.start + match.start()
                there = Quotation(start, start + len(match[0]), match[0])
                yield Difference(DifferenceKind.ADDED, None, there)


def _left_out(asked: Quotation, ask: Spots, unit: Unit) -> Iterator[Difference]:
    """Stretches of the ask that weigh something and of which the text does not speak."""
    held = unit.above | _stems(unit.quotations) | unit.stems
    said = [(asked.start + s, asked.start + e) for s, e in _said(asked.text, held)]
    lost = [
        at
        for at, token in enumerate(ask)
        if _is_lost(token.text, held) and not any(s <= token.start < e for s, e in said)
    ]
    for run in _runs(lost):
        start, end = ask[run[0]].start, ask[run[-1]].end
        words = asked.text[start - asked.start : end - asked.start]
        yield Difference(DifferenceKind.LEFT_OUT, Quotation(start, end, words), None)


def _said(text: str, held: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where turns of phrase stand for which the text has other words."""
    phrases = tracing().phrases
    for found in phrases.pattern.finditer(text):
        if all(part.stem in held for part in meanings(found.group())):
            yield found.span()


def _is_lost(word: str, held: frozenset[str]) -> bool:
    known = tracing()
    parts = concepts().meanings(word)
    says_much = any(part.weight >= _LEAST_LOST for part in parts) and len(word) >= _LEAST_LETTERS
    stems = {known.stem(part.stem) for part in parts}
    return says_much and not stems & held and not stems <= known.said


def _runs(places: Iterable[int]) -> Iterator[list[int]]:
    """Places that follow each other closely, together."""
    run: list[int] = []
    for place in places:
        if run and place - run[-1] > _GAP:
            yield run
            run = []
        run.append(place)
    if run:
        yield run
