"""Statements → who is to act with whom: addressees, or speakers that bind themselves, beside the
actors named behind "in cooperation with" and the like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from stocktake.analysis.sources import Sources
from stocktake.lexicon import Lexicon
from stocktake.lexicon.followup import manner
from stocktake.lexicon.offices import voice_of
from stocktake.model import Act, Partnership, Stance, Statement

Pair = tuple[str, str]


def partnerships(
    statements: Iterable[Statement], sources: Sources, lexicon: Lexicon
) -> tuple[Partnership, ...]:
    """Each pair once, those that most statements tell of first, then by their ids.

    A partner is an actor that the lexicon knows; *statements* are in canonical order.
    """
    proofs: dict[Pair, list[Statement]] = defaultdict(list)
    for statement in statements:
        for pair in dict.fromkeys(_pairs(statement, sources, lexicon)):
            proofs[pair].append(statement)
    made = (_partnership(pair, found) for pair, found in proofs.items())
    return tuple(sorted(made, key=lambda one: (-len(one.statement_ids), one.actor, one.partner)))


def _pairs(statement: Statement, sources: Sources, lexicon: Lexicon) -> Iterator[Pair]:
    if statement.stance is Stance.OPPOSES:
        return
    told = manner(statement.content.text, sources.language(statement.document_id)).with_whom
    partners = [mention.actor_id for mention in lexicon.actors.find(told)] if told else []
    for actor in _acting(statement) if partners else ():
        yield from ((actor, partner) for partner in partners if partner != actor)


def _acting(statement: Statement) -> tuple[str, ...]:
    if statement.act is Act.COMMITS:
        return tuple(dict.fromkeys(voice_of(actor.id) for actor in statement.actors))
    return statement.addressees


def _partnership(pair: Pair, found: list[Statement]) -> Partnership:
    voices = {voice_of(actor.id) for statement in found for actor in statement.actors}
    return Partnership(*pair, tuple(sorted(voices)), tuple(item.id for item in found))
