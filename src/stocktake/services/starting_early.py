"""Workers get ready while the main process still does; so this imports next to nothing."""

from __future__ import annotations

import os

from stocktake.workers import Ahead

NEEDED = "stocktake.services.reading"


def workers_ahead(count: int | None) -> Ahead:
    """*count* workers (None: one a processor) that import what it takes to read inputs."""
    return Ahead(count or os.cpu_count() or 1, (NEEDED,))
