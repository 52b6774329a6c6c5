"""Where a PostgreSQL database is, as a URL says it, and the password, which no URL says.

``postgresql://USER@HOST:PORT/DATABASE?schema=NAME``; ``host=/FOLDER`` in the query is that of a
Unix socket, ``sslmode`` is disable, require or verify-full.
"""

from __future__ import annotations

import getpass
import os
import re
import ssl
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from stocktake.errors import UsageError

PORT = 5432
SCHEMA = "stocktake"
_LONGEST = 63
SCHEMES = ("postgresql://", "postgres://")
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_FIELDS = re.compile(r"((?:\\.|[^:\\])*)(?::|$)")
_OPTIONS = frozenset({"schema", "host", "sslmode", "sslrootcert"})
_MODES = ("disable", "require", "verify-full")
_NEAR = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Place:
    """A schema of a database; *socket* is the folder of a Unix socket, *mode* how TLS is used."""

    user: str
    host: str
    port: int
    database: str
    schema: str
    socket: str | None
    mode: str
    authorities: str | None

    @property
    def socket_file(self) -> str | None:
        return f"{self.socket}/.s.PGSQL.{self.port}" if self.socket else None

    def tls(self) -> ssl.SSLContext | None:
        """How the connection is kept secret; None where it is not."""
        if self.mode == "disable":
            return None
        context = ssl.create_default_context(cafile=self.authorities)
        if self.mode == "require":
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        return context

    def password(self) -> str | None:
        """From PGPASSWORD, or else the file that PGPASSFILE names, by default ~/.pgpass."""
        return os.environ.get("PGPASSWORD") or _from_file(self)


def place(url: str) -> Place:
    """The place that *url* names; UsageError if it names none, or a password."""
    parts = _parsed(url)
    query = {name: str(value) for name, value in parts.query.items()}
    if parts.password is not None:
        raise UsageError(
            "a password does not belong in the URL of a database.",
            remedy="Put it into the environment (PGPASSWORD) or into ~/.pgpass.",
        )
    if unknown := sorted(query.keys() - _OPTIONS):
        raise _wrong(f"there is no option {unknown[0]!r} of a database")
    schema = query.get("schema", SCHEMA)
    if not _NAME.fullmatch(schema) or len(schema) > _LONGEST:
        raise _wrong(f"{schema!r} is no name of a schema: small letters, digits, _")
    host = parts.host or query.get("host") or "localhost"
    is_socket = host.startswith("/")
    is_near = is_socket or host in _NEAR
    mode = query.get("sslmode", "disable" if is_near else "verify-full")
    if mode not in _MODES:
        raise _wrong(f"there is no sslmode {mode!r}; known: {', '.join(_MODES)}")
    user = parts.username or os.environ.get("PGUSER") or getpass.getuser()
    return Place(
        user,
        "localhost" if is_socket else host,
        parts.port or PORT,
        parts.database or user,
        schema,
        host if is_socket else None,
        mode,
        query.get("sslrootcert"),
    )


def url_beside(url: str, name: str) -> str:
    """*url* for another schema of the same database, named after its own."""
    schema = f"{place(url).schema}_{re.sub(r'[^a-z0-9]', '_', name)}"
    return str(_parsed(url).update_query_dict({"schema": schema}))


def _parsed(url: str) -> URL:
    if not url.startswith(SCHEMES):
        raise _wrong("this is no URL of a database")
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        raise _wrong("this is no URL of a database") from error


def _wrong(message: str) -> UsageError:
    return UsageError(
        f"{message}.", remedy="Write: postgresql://USER@HOST:PORT/DATABASE?schema=NAME"
    )


def _from_file(wanted: Place) -> str | None:
    """As libpq reads it: the first line that fits, of a file that nobody else may read."""
    path = Path(os.environ.get("PGPASSFILE") or Path.home() / ".pgpass")
    if not path.is_file() or path.stat().st_mode & 0o077:
        return None
    told = (wanted.host, str(wanted.port), wanted.database, wanted.user)
    for line in path.read_text("utf-8").splitlines():
        *fields, password = [re.sub(r"\\(.)", r"\1", item) for item in _FIELDS.findall(line)[:5]]
        if len(fields) == 4 and all(map(_fits, fields, told)):
            return password
    return None


def _fits(said: str, value: str) -> bool:
    return said in {"*", value}
