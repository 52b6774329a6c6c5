"""What leads to an actor: names, adjectives, codes and persons, in all languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake.lexicon.gazetteer import Gazetteer
from stocktake.lexicon.name_index import Doubts, NameIndex
from stocktake.lexicon.names import Name
from stocktake.lexicon.offices import voice_of
from stocktake.model import Actor

_SHORTEST_SURNAME = 4


class Telltales:
    """Finds in a text what leads to one of some *actors*, or to a person who speaks for one."""

    def __init__(
        self, gazetteer: Gazetteer, actors: Iterable[Actor], persons: Iterable[str] = ()
    ) -> None:
        self._gazetteer = gazetteer
        known = {*_leading(actors, gazetteer), *_persons(persons)}
        self.names = tuple(sorted(filter(str.strip, known)))
        self._index = NameIndex((Name(text, text) for text in self.names), Doubts())

    def found(self, text: str) -> str | None:
        """The first words of *text* that lead to one of the actors, or None."""
        starts = sorted((item.start, item.end) for item in self._index.find(text))
        return text[slice(*starts[0])] if starts else None

    def is_free(self, text: str) -> bool:
        """Whether *text* names neither one of the actors nor any other that the lists know."""
        return self.found(text) is None and not self._gazetteer.find(text)


def _leading(actors: Iterable[Actor], gazetteer: Gazetteer) -> Iterator[str]:
    for actor in actors:
        yield actor.name
        for id_ in (actor.id, voice_of(actor.id)):
            yield from gazetteer.names_of(id_)
            if ":" not in id_:
                yield id_


def _persons(names: Iterable[str]) -> Iterator[str]:
    """Full names and, where they are long enough to be told from other words, surnames."""
    for name in names:
        yield name
        surname = name.split()[-1] if name.split() else ""
        if len(surname) >= _SHORTEST_SURNAME:
            yield surname
