"""Documents of a workspace and what stands in them, read when the analysis looks at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from stocktake import store
from stocktake.analysis import Portions
from stocktake.lexicon import Lexicon
from stocktake.model import Document, Gist, Statement
from stocktake.services import gisting, reviewed
from stocktake.services.gisting import Sorting, Source
from stocktake.store import Kept, Kind, Store

_FEW = 50


@dataclass(frozen=True, slots=True)
class Lookups:
    """A workspace's documents by their *sources*, with *further* results of what a language model
    said of them; *bodies* are parts of the last stock that were read already."""

    base: Store
    by: Sorting
    words: Lexicon
    sources: Mapping[str, Source]
    further: Sequence[Kept]
    bodies: dict[str, bytes] = field(default_factory=dict)

    def portions(self, keys: Mapping[str, str]) -> Portions:
        """All documents, with the *keys* of what each gives to a stock."""
        return Portions(keys, self.documents, self.statements, self.gists, self.part)

    def documents(self, ids: Sequence[str]) -> list[Document]:
        with self.base.reading() as connection:
            return list(store.documents(connection, ids))

    def gists(self, ids: Sequence[str]) -> dict[str, Gist]:
        return gisting.gists(self.base, self.by, {id_: self.sources[id_] for id_ in ids})

    def statements(self, ids: Sequence[str]) -> list[Statement]:
        """What was said in some documents, as people left it."""
        with self.base.reading() as connection:
            found = store.findings_of(connection, store.STATEMENTS, self._numbers(ids))
            decisions = reviewed.decisions(store.reviews(connection))
            numbers = self._numbers(self.sources)
            every = found_earlier(connection, store.STATEMENTS, numbers, decisions)
            wanted = frozenset(ids)
            earlier = [item for item in every if item.document_id in wanted]
            return reviewed.applied(found, earlier, decisions, self.words)

    def part(self, key: str) -> bytes:
        """A part of the last stock; if one after another is asked for, all are read."""
        if key not in self.bodies:
            with self.base.reading() as connection:
                if len(self.bodies) == _FEW:
                    self.bodies.update(store.parts_of_last(connection))
                self.bodies[key] = self.bodies.get(key) or store.part(connection, key)
        return store.unpacked_part(self.bodies[key])

    def _numbers(self, ids: Iterable[str]) -> list[int]:
        more: dict[str, list[int]] = defaultdict(list)
        for result in self.further:
            more[result.document_id or ""].append(result.number)
        return [number for id_ in ids for number in (self.sources[id_].result.number, *more[id_])]


def found_earlier(
    connection: Connection, kind: Kind, numbers: Iterable[int], judged: Mapping[str, Any]
) -> list[Any]:
    """The records of *kind* that people *judged*, by their ids, and that none of the results of
    these *numbers* holds."""
    if not judged:
        return []
    return store.known(connection, kind, judged.keys() - store.ids_of(connection, kind, numbers))
