"""Recommendations that somebody accepted: they stand behind a sentence that says so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stocktake.analysis.sources import Sources
from stocktake.lexicon import Lexicon
from stocktake.model import Act, Prose, Statement

_ASKING = frozenset({Act.PROPOSES, Act.REQUESTS})
_NEAR = 80


@dataclass(frozen=True, slots=True)
class _Turn:
    """From *place* on recommendations are accepted by *actor*, or (None) are not."""

    place: int
    actor: str | None


def accepted(
    statements: Sequence[Statement], sources: Sources, lexicon: Lexicon
) -> Iterator[tuple[str, Statement]]:
    """Each recommendation with the actor that accepted it."""
    ids = {item.document_id for item in statements}.intersection(sources.documents)
    turns = {id_: found for id_ in ids if (found := _turns(sources.text(id_), lexicon))}
    for statement in statements:
        known = turns.get(statement.document_id)
        asks = statement.act in _ASKING and statement.prose is Prose.RECOMMENDATION
        if known and asks:
            position = bisect_right(known, statement.content.start, key=lambda turn: turn.place)
            actor = known[position - 1].actor if position else None
            if actor and actor not in {item.id for item in statement.actors}:
                yield actor, statement


def _turns(text: str, lexicon: Lexicon) -> list[_Turn]:
    """Where in a *text* lists begin that were accepted, or not; none if none were."""
    table = lexicon.process.table("commitments.accepted")
    found = []
    for hit in table.find(text):
        near = text[hit.end : hit.end + _NEAR]
        mention = next((item for item in lexicon.actors.find(near) if not item.adjective), None)
        if mention:
            found.append(_Turn(hit.end, mention.actor_id if hit.value == "accepted" else None))
    return found if any(turn.actor for turn in found) else []
