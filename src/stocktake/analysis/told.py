"""All statements in canonical order, whole when somebody asks for their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stocktake.analysis.asks import founds, joins
from stocktake.analysis.memo import FORGETFUL, Memo
from stocktake.model import Part, Parted, Statement


@dataclass(frozen=True, slots=True)
class Told:
    """Statements by their ids: *order* tells their places in *statements*, *whole* has their words.

    *founding* are those that may found a proposal, *joining* those that may join one. *keys* are
    hashes of all that stands in their documents, by the ids of these; empty where none are known.
    The *memo* keeps what was found out by such keys.
    """

    order: Mapping[str, int]
    whole: Parted[Statement]
    founding: frozenset[str]
    joining: frozenset[str]
    keys: Mapping[str, str]
    memo: Memo = FORGETFUL

    @classmethod
    def of(cls, statements: Sequence[Statement]) -> Told:
        """Statements that have their words."""
        return cls(
            {item.id: place for place, item in enumerate(statements)},
            Parted([Part.of(Statement, statements)]),
            frozenset(item.id for item in statements if founds(item)),
            frozenset(item.id for item in statements if joins(item)),
            {},
        )

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Some *ids* in canonical order."""
        return tuple(sorted(ids, key=self.order.__getitem__))

    def read(self, id_: str) -> Statement:
        """A statement with its words."""
        return self.whole[self.order[id_]]


@dataclass(frozen=True, slots=True)
class Words(Mapping[str, Statement]):
    """The same as a mapping."""

    told: Told

    def __getitem__(self, id_: str) -> Statement:
        return self.told.read(id_)

    def __iter__(self) -> Iterator[str]:
        return iter(self.told.order)

    def __len__(self) -> int:
        return len(self.told.order)
