"""Statements → who is to act with whom: addressees, or speakers that bind themselves, beside the
actors named behind "in cooperation with" and the like."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from stocktake.analysis.by_document import found_in_each
from stocktake.analysis.sources import Sources
from stocktake.analysis.told import Told
from stocktake.lexicon import Lexicon
from stocktake.lexicon.followup import manner
from stocktake.lexicon.offices import voice_of
from stocktake.model import Act, Partnership, Stance, Statement

KIND = "partners"

Pair = tuple[str, str]


def partnerships(
    statements: Sequence[Statement], sources: Sources, lexicon: Lexicon, told: Told | None = None
) -> tuple[Partnership, ...]:
    """Each pair once, those that most statements tell of first, then by their ids.

    A partner is an actor that the lexicon knows; *statements* are in canonical order. Where they
    stand without their words, these are *told*.
    """
    proofs: dict[Pair, list[Statement]] = defaultdict(list)
    known = {item.id: item for item in statements}
    words = told or Told.of(statements)

    def find(said: list[Statement]) -> bytes:
        found = ((item.id, list(_pairs(item, sources, lexicon))) for item in said)
        return json.dumps([(id_, pairs) for id_, pairs in found if pairs]).encode()

    for packed in found_in_each(KIND, statements, words, find):
        for id_, pairs in json.loads(packed):
            for actor, partner in dict.fromkeys(map(tuple, pairs)):
                proofs[actor, partner].append(known[id_])
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
