"""Days as a user writes them."""

from __future__ import annotations

from datetime import date

from stocktake.errors import UsageError


def day_of(text: str, what: str = "") -> date:
    """The day that *text* writes; UsageError tells how, and names *what* gave it."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        problem = f"{what}: {text!r} is no day." if what else f"{text!r} is no day."
        raise UsageError(problem, remedy="Write it as 2030-12-31.") from error
