"""What the statements of each document tell by themselves, kept by what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from stocktake.analysis.told import Told
from stocktake.model import Statement


def found_in_each(
    kind: str,
    statements: Iterable[Statement],
    words: Told,
    find: Callable[[list[Statement]], bytes],
) -> Iterator[bytes]:
    """What *find* makes of the statements of each document, which come document by document; they
    are read with their *words* only where nothing of that *kind* is kept."""
    known, kept = words.memo.known(kind), dict[str, bytes]()
    for document_id, group in groupby(statements, lambda item: item.document_id):
        key = words.keys.get(document_id, "")
        body = known[key] if key in known else find([words.read(item.id) for item in group])
        kept[key] = body
        yield body
    words.memo.keep(kind, {key: body for key, body in kept.items() if key})
