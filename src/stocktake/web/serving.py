"""A site served over HTTP, by one process or by several that share a port."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from stocktake.services import workspace
from stocktake.services.workspace import Workspace
from stocktake.web.app import make_app
from stocktake.web.site import Settings, open_site

FOLDER = "STOCKTAKE_SERVE_WORKSPACE"
SECURE = "STOCKTAKE_SERVE_SECURE"
READ_ONLY = "STOCKTAKE_SERVE_READ_ONLY"
YES = "yes"
FACTORY = "stocktake.web.serving:app"
# Long enough for a process that opens a large stock, and until then answers nobody.
PATIENCE = 120
GRACE = 10


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen, with how many processes, and which *proxy* (addresses with commas between)
    is believed when it says for whom it asks."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    proxy: str = "127.0.0.1"


def app() -> Starlette:
    """The application that the environment tells of: each process makes one for itself."""
    place = workspace.at(Path(os.environ[FOLDER]))
    settings = Settings(os.environ.get(SECURE) == YES, os.environ.get(READ_ONLY) == YES)
    return make_app(open_site(place, settings))


def told(place: Workspace, settings: Settings) -> dict[str, str]:
    """What ``app`` reads from the environment."""
    flags = {SECURE: settings.is_secure, READ_ONLY: settings.is_read_only}
    return {FOLDER: str(place.root)} | {name: YES if flag else "" for name, flag in flags.items()}


def serve(place: Workspace, settings: Settings, listening: Listening) -> None:
    """Serve a workspace until it is told to end; what is under way is then answered first.

    Errors are those of ``open_site``, before anything listens.
    """
    site = open_site(place, settings)
    if listening.workers == 1:
        _run(make_app(site), settings, listening)
        return
    site.close()
    os.environ |= told(place, settings)
    _run(FACTORY, settings, listening)


def _run(what: Starlette | str, settings: Settings, listening: Listening) -> None:
    uvicorn.run(
        what,
        factory=isinstance(what, str),
        host=listening.host,
        port=listening.port,
        workers=listening.workers,
        log_level="warning",
        server_header=False,
        proxy_headers=settings.is_secure,
        forwarded_allow_ips=listening.proxy,
        timeout_worker_healthcheck=PATIENCE,
        timeout_graceful_shutdown=GRACE,
    )
