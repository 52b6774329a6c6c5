"""A PostgreSQL of our own for tests: started in a folder of its own, stopped at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

BINARIES = "/usr/lib/postgresql/*/bin"
USER = "stocktake"
# Nothing is to outlive a test.
QUICK = ("fsync=off", "full_page_writes=off", "listen_addresses=", "max_connections=200")
ACCOUNTS = ("postgres", "nobody")


class Server:
    """A running server; each call of ``url`` names a schema that is not there yet."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._numbers = count(1)

    def url(self) -> str:
        schema = f"test_{next(self._numbers)}"
        return f"postgresql://{USER}@/postgres?host={self._socket}&schema={schema}"


def binaries() -> Path | None:
    """The folder of the programs of the latest PostgreSQL here; None if there is none."""
    found = sorted(Path("/").glob(BINARIES.lstrip("/")), key=lambda path: int(path.parent.name))
    if found:
        return found[-1]
    program = shutil.which("postgres")
    return Path(program).parent if program else None


@contextmanager
def running(programs: Path, *options: str) -> Iterator[Server]:
    """A server for the time of a ``with``, with further *options*."""
    who = _account()
    with tempfile.TemporaryDirectory(prefix="stocktake-") as name:
        folder = Path(name)
        if who is not None:
            shutil.chown(folder, who)
        data = folder / "data"
        initdb = [programs / "initdb", "--auth=trust", f"--username={USER}", "--encoding=UTF8"]
        _run([*initdb, "--locale=C", "--no-sync", "--pgdata", data], who, folder)
        told = [f"-c{option}" for option in (*QUICK, f"unix_socket_directories={folder}", *options)]
        control = [programs / "pg_ctl", "--pgdata", data, "--log", folder / "log", "--wait"]
        _run([*control, "--options", " ".join(told), "start"], who, folder)
        try:
            yield Server(folder)
        finally:
            _run([*control, "--mode=fast", "stop"], who, folder)


def _account() -> str | None:
    """Whom to run it as: a server does not run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ACCOUNTS if name in known)


def _run(command: list[str | Path], who: str | None, folder: Path) -> None:
    subprocess.run(command, user=who, cwd=folder, check=True, stdout=subprocess.DEVNULL)
