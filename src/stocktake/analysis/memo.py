"""What was found out before, under the hash of all that it depends on.

Whoever looks something up here could as well find it out anew: what is kept changes no stock. Keys
are hashes of what goes in; that the program is the same is for the memo to know.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Memo(Protocol):
    """Bytes by their keys, of several kinds."""

    def known(self, kind: str) -> Mapping[str, bytes]:
        """All that is kept of a *kind*, by its keys."""

    def keep(self, kind: str, found: Mapping[str, bytes]) -> None:
        """Keep what was *found*, and of its *kind* nothing else."""


class Forgetful:
    """A memo that keeps nothing."""

    def known(self, kind: str) -> Mapping[str, bytes]:
        del kind
        return {}

    def keep(self, kind: str, found: Mapping[str, bytes]) -> None:
        """Forget it."""


FORGETFUL: Memo = Forgetful()
