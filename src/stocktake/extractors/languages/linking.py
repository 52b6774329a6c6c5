"""What a sentence takes up from those before it: the last speakers, and what they said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stocktake.extractors.languages.contents import Proposition
from stocktake.extractors.languages.predicates import Scene
from stocktake.extractors.languages.speakers import Memory
from stocktake.model import Act, Quote

_LONGEST = 6
_SIDES = frozenset([Act.SUPPORTS, Act.OPPOSES, Act.WELCOMES, Act.REGRETS, Act.RESERVES])


def answers(scene: Scene, proposition: Proposition, memory: Memory) -> Quote | None:
    """The earlier content that this proposition takes a side on; None if it stands for itself."""
    if memory.content is None or proposition.predicate.meaning.act not in _SIDES:
        return None
    if proposition.alone:
        return memory.content
    kinds = scene.language.words
    taken = scene.words.lower[proposition.first : proposition.behind]
    if len(taken) > _LONGEST or kinds["taken_up"].isdisjoint(taken[:2]):
        return None
    short = len(taken) == 1 or not kinds["things"].isdisjoint(taken)
    return memory.content if short else None


def remember(scene: Scene, found: Sequence[Proposition], memory: Memory) -> Memory:
    """The memory after a sentence with these propositions, in order."""
    memory = replace(memory, fresh=False)
    for proposition in found:
        predicate = proposition.predicate
        if not predicate.own:
            memory = replace(memory, speakers=predicate.parties or memory.speakers, fresh=True)
        if not proposition.alone and answers(scene, proposition, memory) is None:
            content = scene.words.quote(proposition.first, proposition.behind)
            memory = replace(memory, content=content)
    return memory
