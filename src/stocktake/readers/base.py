"""What every reader is, and the manners they share: limits that name their key, errors of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from stocktake.errors import LimitError, ReadError, StocktakeError
from stocktake.model import Document
from stocktake.settings import Limits


class Reader(Protocol):
    """Reads files of one kind. *version* changes whenever the same bytes may read differently."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def media_types(self) -> tuple[str, ...]: ...

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether *data* is of this kind; by content, the name only decides between equals."""
        ...

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """Read *data* whole; ReadError or LimitError if that cannot be done, nothing else."""
        ...


def over_limit(key: str, message: str, name: str) -> LimitError:
    """The error for a file that goes over the limit *key*; *message* says by what."""
    remedy = f"If you trust the file, raise {key} under [limits] in process.toml."
    return LimitError(message, remedy=remedy, place=name)


def check(key: str, found: float, limits: Limits, what: str, name: str) -> None:
    """LimitError if *found* is more than the limit *key* allows; *what* names what was counted."""
    allowed = getattr(limits, key)
    if found > allowed:
        raise over_limit(key, f"has {found:,} {what}; the limit is {allowed:,}.", name)


@contextmanager
def guard(data: bytes, name: str, limits: Limits, kind: str) -> Iterator[None]:
    """Within, only errors of ours come out: whatever else goes wrong means a damaged file."""
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError(
            "is empty (0 bytes)." if not data else "holds nothing but blanks.",
            remedy="Ask for the file again.",
            place=name,
        )
    check("file_bytes", len(data), limits, "bytes", name)
    try:
        yield
    except StocktakeError:
        raise
    except RecursionError as error:
        raise over_limit("depth", "is nested too deeply to be read.", name) from error
    except MemoryError as error:
        raise over_limit("memory_bytes", "needs more memory than is allowed.", name) from error
    except Exception as error:
        raise damaged(name, kind, f"{type(error).__name__}: {error}") from error


def damaged(name: str, kind: str, detail: str) -> ReadError:
    """The error for a file that is of the *kind* but broken; *detail* is the library's word."""
    return ReadError(
        f"is a damaged {kind} file ({' '.join(detail.split())[:200]}).",
        remedy="It may be cut off or altered on the way: open it in its own program, "
        "save it again, or ask for it again.",
        place=name,
    )
