"""What documents give to a stock, read when it is looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from stocktake.model import Document, Gist, Statement

Ids = Sequence[str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Portions:
    """Documents by their ids, with *keys*: the hashes of all that each gives to a stock, empty
    where nothing of it is to be kept. What is called gives the *documents*, *statements* and
    *gists* of some of them, and the JSON of a *part* of an earlier stock by its key."""

    keys: Mapping[str, str]
    documents: Callable[[Ids], Iterable[Document]]
    statements: Callable[[Ids], Iterable[Statement]]
    gists: Callable[[Ids], Mapping[str, Gist]]
    part: Callable[[str], bytes]

    @classmethod
    def of(
        cls,
        documents: Iterable[Document],
        statements: Iterable[Statement],
        gists: Mapping[str, Gist] | None = None,
    ) -> Portions:
        """What is read already; a statement without its document stands in an empty one."""
        said: dict[str, list[Statement]] = defaultdict(list)
        for item in statements:
            said[item.document_id].append(item)
        there = {item.id: item for item in documents}
        there |= {id_: Document(id_, "", "", ()) for id_ in said if id_ not in there}
        known = gists or {}
        return cls(
            dict.fromkeys(there, ""),
            lambda ids: [there[id_] for id_ in ids],
            lambda ids: [item for id_ in ids for item in said.get(id_, ())],
            lambda ids: {id_: known[id_] for id_ in ids if id_ in known},
            _nothing,
        )


def _nothing(key: str) -> bytes:
    raise KeyError(key)
