"""What a sentence takes up from those before it: the last speakers, and what they said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stocktake.extractors.english.contents import Proposition
from stocktake.extractors.english.papers import publisher
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.speakers import NO_ISSUERS, Issuers
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import Grammar
from stocktake.model import Act, Quote

_TAKEN_UP = frozenset(["this", "it", "that", "these", "those", "them", "the"])
_THINGS = frozenset(
    ["proposal", "proposals", "suggestion", "suggestions", "idea", "request", "amendment", "this"]
)
_LONGEST = 6
_SIDES = frozenset([Act.SUPPORTS, Act.OPPOSES, Act.WELCOMES, Act.REGRETS, Act.RESERVES])


@dataclass(frozen=True, slots=True)
class Memory:
    """*speakers* of the last predicate, and the *content* of the last statement that was not
    itself an answer. *fresh*: they spoke in the sentence just before. *issuers* issued the paper
    that was named last."""

    speakers: tuple[Party, ...] = ()
    content: Quote | None = None
    fresh: bool = False
    issuers: Issuers = NO_ISSUERS


def answers(words: Words, proposition: Proposition, memory: Memory) -> Quote | None:
    """The earlier content that this proposition takes a side on; None if it stands for itself."""
    if memory.content is None or proposition.predicate.meaning.act not in _SIDES:
        return None
    if proposition.alone:
        return memory.content
    taken = words.lower[proposition.first : proposition.behind]
    if len(taken) > _LONGEST or taken[0] not in _TAKEN_UP:
        return None
    return memory.content if len(taken) == 1 or not _THINGS.isdisjoint(taken) else None


def remember(
    words: Words, found: Sequence[Proposition], memory: Memory, grammar: Grammar
) -> Memory:
    """The memory after a sentence with these propositions, in order."""
    issuers = publisher(words, grammar, memory.issuers)
    speakers, content, fresh = memory.speakers, memory.content, False
    for proposition in found:
        predicate = proposition.predicate
        if not predicate.own:
            speakers, fresh = predicate.parties or speakers, True
        takes_up = proposition.alone or answers(words, proposition, memory) is not None
        content = content if takes_up else words.quote(proposition.first, proposition.behind)
        memory = Memory(speakers, content, fresh, issuers)
    return memory if found else Memory(speakers, content, fresh, issuers)
