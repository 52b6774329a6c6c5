"""A site served over HTTP, by one process or by several that share a port.

The port is taken before anything else, so that who comes early waits and is not turned away. What
the pages need is read and made once; only then do the processes part.
"""

from __future__ import annotations

from dataclasses import dataclass
from socket import socket

import uvicorn

from stocktake.services.workspace import Workspace
from stocktake.web.app import make_app
from stocktake.web.crew import Crew
from stocktake.web.site import Settings, Site, open_site
from stocktake.web.warming import warm

GRACE = 10
# How many may wait to be answered, as many as Linux lets wait by itself.
WAITING = 4096


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen, with how many processes, and which *proxy* (addresses with commas between)
    is believed when it says for whom it asks."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    proxy: str = "127.0.0.1"


def serve(place: Workspace, settings: Settings, listening: Listening) -> None:
    """Serve a workspace until it is told to end; what is under way is then answered first.

    Errors are those of ``open_site``, before anything listens.
    """
    site = open_site(place, settings)
    config = configured(site, listening)
    with config.bind_socket() as port:
        port.listen(WAITING)
        warm(site)
        if listening.workers == 1:
            _answer(config, port)
            return
        # No open database may go over into a copy; each opens its own when it needs it.
        site.close()
        Crew(lambda: _answer(config, port), listening.workers, GRACE * 2).run()


def configured(site: Site, listening: Listening) -> uvicorn.Config:
    """How the server serves *site*."""
    return uvicorn.Config(
        make_app(site),
        host=listening.host,
        port=listening.port,
        backlog=WAITING,
        log_level="warning",
        server_header=False,
        proxy_headers=site.settings.is_secure,
        forwarded_allow_ips=listening.proxy,
        timeout_graceful_shutdown=GRACE,
    )


def _answer(config: uvicorn.Config, port: socket) -> None:
    uvicorn.Server(config).run([port])
