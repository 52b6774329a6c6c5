"""Looking through one document for the schemes of a process; workers do it too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from stocktake import analysis, lexicon


@dataclass(frozen=True, slots=True)
class Place:
    """Where schemes are found: their *names* or paths, and the *folder* of the workspace's own;
    the *digest* tells whether they changed."""

    names: tuple[str, ...]
    folder: Path
    digest: str


@lru_cache(maxsize=2)
def looker(place: Place) -> analysis.Looker:
    """What looks through documents in this process, made once as long as schemes stay alike."""
    return analysis.Looker([lexicon.load_scheme(name, place.folder) for name in place.names])
