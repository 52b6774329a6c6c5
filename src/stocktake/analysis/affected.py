"""Themes and lenses with no voice from those whom they affect most.

A scheme says for a theme by what words in their names its organisations are known ("child*"); a
process can say it anew, also with whole names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from stocktake.lexicon.names import fold
from stocktake.lexicon.offices import voice_of
from stocktake.model import Actor, ActorKind, AffectedVoice, SchemeKind, Stock, Theme

_SPEAK_FOR_THEMSELVES = frozenset(
    {
        ActorKind.CIVIL_SOCIETY,
        ActorKind.PRIVATE_SECTOR,
        ActorKind.ACADEMIA,
        ActorKind.OTHER,
    }
)


def affected_voices(stock: Stock) -> tuple[AffectedVoice, ...]:
    """For each theme and lens that says whom it affects most, who of them spoke on it.

    States, groups of States, UN entities and other international organisations speak of others;
    they count only if the process itself names them.
    """
    told = dict(stock.process.affected)
    speakers = _speakers(stock)
    return tuple(
        AffectedVoice(kind, theme.code, words, _among(words, speakers.get((kind, theme.code), ())))
        for kind, theme in _themes(stock)
        if (words := told.get(theme.code, theme.affected))
    )


def is_known_by(actor: Actor, words: Sequence[str]) -> bool:
    """Whether an actor is one of those known by *words*, or is named in full among them."""
    if actor.id in words or actor.name in words:
        return True
    return actor.kind in _SPEAK_FOR_THEMSELVES and any(
        re.search(_expression(word), fold(actor.name)) for word in words
    )


def _expression(word: str) -> str:
    stem = re.escape(fold(word.removesuffix("*")))
    return rf"\b{stem}" if word.endswith("*") else rf"\b{stem}\b"


def _themes(stock: Stock) -> Iterator[tuple[SchemeKind, Theme]]:
    for scheme in stock.schemes:
        if scheme.kind is not SchemeKind.DIMENSIONS:
            yield from ((scheme.kind, theme) for theme in scheme.themes)


def _speakers(stock: Stock) -> Mapping[tuple[SchemeKind, str], Sequence[Actor]]:
    """Who spoke on each entry of a scheme, by id."""
    actors = {actor.id: actor for actor in stock.actors}
    behind = {item.id: {voice_of(actor.id) for actor in item.actors} for item in stock.statements}
    found: dict[tuple[SchemeKind, str], set[str]] = defaultdict(set)
    for item in stock.assignments:
        found[item.scheme, item.code] |= behind[item.statement_id]
    return {
        key: [actors[id_] for id_ in sorted(ids) if id_ in actors] for key, ids in found.items()
    }


def _among(words: Sequence[str], speakers: Sequence[Actor]) -> tuple[str, ...]:
    return tuple(actor.id for actor in speakers if is_known_by(actor, words))
