"""What analyses found out before, as the store keeps it; of another program it knows nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from sqlalchemy import Connection

from stocktake import store

ROOMS = ("model", "text", "lexicon", "analysis")


@dataclass(slots=True)
class Remembered:
    """The memo of a workspace; *method* names all else that analyses depend on, besides what they
    are given."""

    connection: Connection
    method: str
    before: dict[str, dict[str, bytes]] = field(default_factory=dict)
    now: dict[str, Mapping[str, bytes]] = field(default_factory=dict)

    def known(self, kind: str) -> Mapping[str, bytes]:
        kind = self._name(kind)
        if kind not in self.before:
            self.before[kind] = store.memos(self.connection, kind)
        return self.before[kind]

    def keep(self, kind: str, found: Mapping[str, bytes]) -> None:
        self.known(kind)
        self.now[self._name(kind)] = found

    def _name(self, kind: str) -> str:
        return f"{kind} {program()} {self.method}"


def method(digest: str, model: str) -> str:
    """What analyses depend on too: the lexicon, by its *digest*, and the *model* of meaning."""
    return f"{digest} {model}"


def keep(connection: Connection, memo: Remembered) -> None:
    """Write what was found out; what another program or lexicon found is forgotten."""
    store.forget_memos(connection, but=memo.now)
    for kind, found in memo.now.items():
        store.keep_memos(connection, kind, memo.before[kind], found)


@cache
def program(rooms: tuple[str, ...] = ROOMS) -> str:
    """The hash of all code and data of *rooms*, those that analyses depend on if none are named."""
    total = hashlib.sha256()
    for room in rooms:
        for body in _bodies(files("stocktake") / room):
            total.update(body)
    return total.hexdigest()[:32]


def _bodies(folder: Traversable) -> Iterator[bytes]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _bodies(item)
        elif not item.name.endswith(".pyc"):
            yield item.read_bytes()
