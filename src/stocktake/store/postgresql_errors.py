"""What a user can do about what PostgreSQL refuses, by the codes of its manual (appendix A)."""

from __future__ import annotations

from typing import Any

from sqlalchemy.exc import DBAPIError, InterfaceError

from stocktake.errors import StocktakeError

_BY_CODE = {
    "28P01": ("the database does not accept this password", "Set PGPASSWORD or ~/.pgpass."),
    "28000": ("the database does not let this user in", "Check the user, or its pg_hba.conf."),
    "3D000": ("there is no such database", "Make it with: createdb NAME"),
    "42501": ("the user may not do this in the database", "Grant it CREATE on the database."),
    "25006": ("the database may only be read", "Name the server that takes writes, not a copy."),
    "53100": ("the disk of the database is full", "Make room on it; nothing was half written."),
    "53200": ("the database has no memory left", "Try again, or give it more."),
    "53300": ("the database has no connection left", "Raise its max_connections."),
    "55P03": ("somebody else holds the records", "Try again when that is done."),
    "57014": ("the database gave up", "Try again, or raise its statement_timeout."),
    "57P01": ("the database is being shut down", "Try again when it is there again."),
    "57P03": ("the database is starting or stopping", "Try again in a moment."),
    "40P01": ("two writers waited for each other", "Try again."),
}
_DOWN = ("the database cannot be reached", "Check that it runs and that its URL is right.")


def told(error: DBAPIError, url: str) -> StocktakeError | None:
    """*error* in words; None if it is a mistake of the program."""
    detail = _detail(error)
    code = detail.get("C", "")
    known = _BY_CODE.get(code)
    if known is None and (isinstance(error, InterfaceError) or code.startswith("08")):
        known = _DOWN
    if known is None:
        return None
    message, remedy = known
    return StocktakeError(f"{message} ({detail.get('M') or error.orig}).", remedy=remedy, place=url)


def _detail(error: DBAPIError) -> dict[str, Any]:
    """What the server said; the driver may have met another error since, as it closed."""
    met: BaseException | None = error.orig
    while met is not None:
        if met.args and isinstance(met.args[0], dict):
            return met.args[0]
        met = met.__context__
    return {}
