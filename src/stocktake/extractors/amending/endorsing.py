"""Support for, and opposition to, what another actor proposes on a numbered unit."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors.amending.hits import hits
from stocktake.extractors.amending.prose import Reading
from stocktake.extractors.amending.scene import Scene, starting_in
from stocktake.extractors.amending.who import proposers, speakers
from stocktake.extractors.shared import actors_named
from stocktake.model import Act, Endorsement, Stance, Statement

_SIDES = (Act.SUPPORTS, Act.OPPOSES, Act.WELCOMES)


def endorsements(reading: Reading) -> Iterator[Endorsement]:
    """ "We support the proposal of Ruritania on paragraph 3", in the order of the text.

    One that tells what is proposed is an amendment with its supporter already.
    """
    for statement in reading.statements:
        if statement.act in _SIDES:
            yield from _endorsement(reading, statement)


def _endorsement(reading: Reading, statement: Statement) -> Iterator[Endorsement]:
    content = statement.content
    scene = _scene(reading, statement)
    mentions = actors_named(reading.document.text, reading.lexicon.actors)
    told = tuple(speakers([statement], reading.authors))
    of = proposers(scene, content.end, [statement], mentions)
    places = scene.units_in(content.start, content.end)
    others = tuple(sorted(set(of) - set(told)))
    if not (others and places) or hits(scene):
        return
    yield Endorsement(
        tuple(id_ for id_ in told if id_ not in of),
        others,
        scene.text[slice(*places[0])],
        statement.stance is not Stance.OPPOSES,
        statement.sentence,
        reading.document.id,
    )


def _scene(reading: Reading, statement: Statement) -> Scene:
    start, end = statement.sentence.start, statement.sentence.end
    quoted, units = (starting_in(spans, start, end) for spans in (reading.quoted, reading.units))
    wish = ((statement.content.start, statement.content.end),)
    text = reading.document.text
    return Scene(text, start, end, reading.words, quoted, units, wish)
