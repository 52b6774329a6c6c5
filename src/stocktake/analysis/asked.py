"""Statements → asks that are read when they are looked at, beside what is kept of all of them.

Where nothing is kept of a document, all of its asks are read, and each once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from stocktake.analysis.ask_rows import AskRows
from stocktake.analysis.asks import Ask, read_statements
from stocktake.analysis.crossing import cross
from stocktake.analysis.early import NOTHING, Early
from stocktake.analysis.likeness import Meant
from stocktake.analysis.memo import Memo
from stocktake.analysis.similarity import Links, link, merged
from stocktake.model import Statement

KIND = "asks"


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
) -> Asked:
    """What *statements* ask for; the rows of a document in which nothing changed are kept, those of
    others may be there *early*, by the id of the document."""
    known, kept = memo.known(KIND), dict[str, bytes]()
    parts, read = list[AskRows](), dict[str, Ask]()
    for document_id, group in groupby(statements, attrgetter("document_id")):
        told = list(group)
        key = _key(told)
        if key in known:
            rows = AskRows.unpacked(known[key])
        else:
            rows, asks = _new(told, early.get(document_id))
            read |= zip((item.id for item in told), asks, strict=True)
        kept[key] = known.get(key) or rows.packed()
        parts.append(rows)
    memo.keep(KIND, kept)
    return Asked(AskRows.joined(parts), lambda places: _read(statements, places, read), meant)


def _new(told: Sequence[Statement], early: Early | None) -> tuple[AskRows, list[Ask]]:
    """The rows and the asks of the statements of a document."""
    places = early.asks.find(told) if early else None
    if early is None or places is None:
        asks = read_statements(told)
        return AskRows.of(asks), asks
    return early.asks.rows.at(places), [early.asks.asks[at] for at in places]


def _read(
    statements: Sequence[Statement], places: Sequence[int], read: dict[str, Ask]
) -> list[Ask]:
    """The asks of the *statements* at some *places*; those that are not *read* yet are now."""
    told = [statements[place] for place in places]
    missing = [item for item in told if item.id not in read]
    read |= zip((item.id for item in missing), read_statements(missing), strict=True)
    return [read[item.id] for item in told]


def _key(said: Iterable[Statement]) -> str:
    """The hash of all that is read of statements."""
    total = hashlib.blake2b(digest_size=16)
    for item in said:
        context = item.context.text if item.context else None
        told = (context, item.content.text, item.addressees, item.strength)
        total.update(repr(told).encode("utf-8", "surrogatepass"))
    return total.hexdigest()
