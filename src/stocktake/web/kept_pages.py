"""Pages kept as they go over the wire, within so many bytes."""

from __future__ import annotations

import gzip
import json
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from starlette.responses import Response

ROOM = 64 << 20
_FAST = 5
CODING = "gzip"
_OVERHEAD = 1024
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as it goes over the wire: its body packed, its headers but those of the packing."""

    packed: bytes
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, told: bytes) -> Page:
        """A page from what ``told`` made of it."""
        head, _, packed = told.partition(b"\n")
        return cls(packed, tuple((name, value) for name, value in json.loads(head)))

    def told(self) -> bytes:
        """The page as a file: a line with its headers, then its body."""
        return json.dumps(self.headers).encode() + b"\n" + self.packed

    def answer(self, *, packed: bool) -> Response:
        """The answer anew, packed for whoever can read that."""
        body = self.packed if packed else gzip.decompress(self.packed)
        made = Response(body, headers=dict(self.headers))
        if packed:
            made.headers["Content-Encoding"] = CODING
            made.headers.add_vary_header("Accept-Encoding")
        return made


class KeptPages:
    """The pages that were asked for last, up to *room* bytes of them."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._size = 0
        self._lock = Lock()
        self._pages: OrderedDict[Key, Page] = OrderedDict()

    def get(self, key: Key) -> Page | None:
        """The page under *key*, if it is kept."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def keep(self, key: Key, page: Page) -> None:
        """Keep a page; those that nobody asked for the longest make room."""
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._size += _size(key, page)
            while self._size > self._room:
                self._drop(next(iter(self._pages)))

    def _drop(self, key: Key) -> None:
        page = self._pages.pop(key, None)
        self._size -= _size(key, page) if page else 0


def page_of(answer: Response) -> Page:
    """A rendered answer as it is kept."""
    headers = ((name, value) for name, value in answer.headers.items() if name != "content-length")
    return Page(gzip.compress(bytes(answer.body), _FAST, mtime=0), tuple(headers))


def _size(key: Key, page: Page) -> int:
    return len(page.packed) + sum(map(len, key)) + _OVERHEAD
