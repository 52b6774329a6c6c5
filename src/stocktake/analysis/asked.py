"""Statements → asks that are read when they are looked at, beside what is kept of all of them.

Where nothing is kept of a document, all of its asks are read, and each once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from stocktake.analysis.ask_keeping import packed_asks, unpacked_asks
from stocktake.analysis.ask_rows import AskRows
from stocktake.analysis.asks import Ask, read_statements, said
from stocktake.analysis.crossing import cross
from stocktake.analysis.early import NOTHING, Early
from stocktake.analysis.likeness import Meant
from stocktake.analysis.memo import Memo
from stocktake.analysis.similarity import Links, link, merged
from stocktake.analysis.told import Told
from stocktake.model import Statement

KIND, READ = "asks", "asks as read"


@dataclass(frozen=True, slots=True)
class Asked:
    """Asks as *rows* of numbers; *read* gives those at some places; what they are *meant*
    to say, by vectors, lets asks in different languages meet (see `cross`)."""

    rows: AskRows
    read: Callable[[Sequence[int]], list[Ask]]
    meant: Meant | None = None

    @classmethod
    def of(cls, asks: Sequence[Ask], meant: Meant | None = None) -> Asked:
        """Asks that are read already."""
        return cls(AskRows.of(asks), lambda places: [asks[place] for place in places], meant)

    @property
    def crosses(self) -> bool:
        """Whether asks without a common word may be linked."""
        return self.meant is not None and self.meant.crosses

    def links(self, places: Sequence[int], firsts: int | None = None) -> Links:
        """The links between the asks at *places*, which number them; if *firsts* is given, those of
        so many first ones alone."""
        asks = self.read(places)
        if self.meant is None:
            return link(asks, firsts=firsts)
        own = self.meant.of(places)
        links = link(asks, own, firsts=firsts)
        return merged([links, cross(asks, own.vectors)]) if own.crosses else links


def asked(
    statements: Sequence[Statement],
    memo: Memo,
    meant: Meant | None = None,
    early: Mapping[str, Early] = NOTHING,
    words: Told | None = None,
) -> Asked:
    """What *statements* ask for; the rows of a document in which nothing changed are kept, those of
    others may be there *early*, by the id of the document. Where statements stand without their
    *words*, these are there."""
    every = words or Told.of(statements)
    kept = _Kept(memo.known(KIND), memo.known(READ), {}, {})
    parts, read = list[AskRows](), dict[str, Ask]()
    waiting: dict[str, tuple[str, list[str]]] = {}
    for document_id, group in groupby(statements, attrgetter("document_id")):
        ids = [item.id for item in group]
        key = _key(document_id, ids, every)
        if kept.holds(key):
            rows = AskRows.unpacked(kept.rows[key])
            waiting |= dict.fromkeys(ids, (key, ids))
        else:
            rows, asks = _new(list(map(every.read, ids)), early.get(document_id))
            read |= zip(ids, asks, strict=True)
        kept.keep(key, rows, [read[id_] for id_ in ids if id_ in read])
        parts.append(rows)
    memo.keep(KIND, kept.rows_now)
    memo.keep(READ, kept.asks_now)

    def find(places: Sequence[int]) -> list[Ask]:
        wanted = [statements[place].id for place in places]
        for id_ in wanted:
            if id_ not in read:
                key, ids = waiting[id_]
                read.update(zip(ids, unpacked_asks(kept.asks[key]), strict=True))
        return [read[id_] for id_ in wanted]

    return Asked(AskRows.joined(parts), find, meant)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was kept of the asks of documents by their keys, and what is kept *now*."""

    rows: Mapping[str, bytes]
    asks: Mapping[str, bytes]
    rows_now: dict[str, bytes]
    asks_now: dict[str, bytes]

    def holds(self, key: str) -> bool:
        return key in self.rows and key in self.asks

    def keep(self, key: str, rows: AskRows, asks: Sequence[Ask]) -> None:
        known = self.holds(key)
        self.rows_now[key] = self.rows[key] if known else rows.packed()
        self.asks_now[key] = self.asks[key] if known else packed_asks(asks)


def _new(told: Sequence[Statement], early: Early | None) -> tuple[AskRows, list[Ask]]:
    """The rows and the asks of the statements of a document."""
    places = early.asks.find(told) if early else None
    if early is None or places is None:
        asks = read_statements(told)
        return AskRows.of(asks), asks
    return early.asks.rows.at(places), [early.asks.asks[at] for at in places]


def _key(document_id: str, ids: Sequence[str], words: Told) -> str:
    """The hash of all that is read of the statements *ids*, which stand in one document."""
    total = hashlib.blake2b(digest_size=16)
    known = words.keys.get(document_id)
    if known is not None:
        total.update(repr((known, ids)).encode())
        return total.hexdigest()
    for item in map(words.read, ids):
        total.update(repr(said(item)).encode("utf-8", "surrogatepass"))
    return total.hexdigest()
