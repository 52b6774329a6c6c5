"""Stock is taken by one build of a workspace at a time; others wait for their turn."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from stocktake.services.progress import Progress, told
from stocktake.services.workspace import Workspace

GUARD = "stock.lock"


@contextmanager
def in_turn(workspace: Workspace, progress: Progress) -> Iterator[None]:
    """Be the only one who takes stock; a build that is killed is waited for no longer."""
    with (workspace.root / GUARD).open("ab") as guard:
        try:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            for stream in told(progress, "waiting for another build", [guard], 1):
                fcntl.flock(stream, fcntl.LOCK_EX)
        yield
