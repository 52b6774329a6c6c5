"""Reads a sentence from its start to its end into predicates.

At each word the few rules that such a word can begin are tried in a fixed order; a rule returns
where to read on and the new state, or nothing.
"""

from __future__ import annotations

from stocktake.extractors.languages.attributed import (
    agent_first,
    as_told,
    object_before,
    said_before,
)
from stocktake.extractors.languages.clauses import alone, clause, verb_first
from stocktake.extractors.languages.felt import felt
from stocktake.extractors.languages.joined import coordinated, gerund, leading_company, sides
from stocktake.extractors.languages.late import late
from stocktake.extractors.languages.orders import (
    according_to,
    inverted,
    led,
    object_first,
    preposed,
)
from stocktake.extractors.languages.passives import passive, received, received_first
from stocktake.extractors.languages.predicates import Reading, Scene, Step
from stocktake.extractors.languages.relatives import concession, relative

_JOINED = (leading_company, concession, sides, relative, coordinated, gerund)
_CLAUSES = (
    according_to,
    as_told,
    inverted,
    felt,
    preposed,
    object_before,
    led,
    clause,
    object_first,
    verb_first,
    late,
    alone,
)
_PASSIVES = (received_first, received, passive, agent_first)


def read(scene: Scene, start: int) -> Reading:
    """Read the words of *scene* from the index *start* on."""
    reading, index, end = Reading(start), start, len(scene.words)
    while index < end:
        step = _step(scene, index, reading)
        index, reading = step or (index + 1, reading)
    return reading


def _step(scene: Scene, index: int, reading: Reading) -> Step | None:
    """What the first rule that fits reads at *index*."""
    words, language = scene.words, scene.language
    word = words.lower[index]
    named = index in words.mentions
    if not named and word not in language.triggers and index != reading.start:
        return None
    if words.quoted and words.is_quoted(index):
        return None
    if named:
        return said_before(scene, index, reading) or clause(scene, index, reading)
    for rules in (_JOINED, _PASSIVES, _CLAUSES):
        for rule in rules:
            step = rule(scene, index, reading)
            if step:
                return step
    return None
