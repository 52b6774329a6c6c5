"""The command that opens the web application."""

from __future__ import annotations

from typing import Annotated

import typer

from stocktake.cli.options import WorkspaceOption, workspace_at


def serve(
    host: Annotated[
        str, typer.Option(help="Where to listen; 0.0.0.0 is everywhere.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8000,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="How many processes answer; one a core is enough.")
    ] = 1,
    secure: Annotated[
        bool, typer.Option("--secure", help="Readers come by HTTPS, through a reverse proxy.")
    ] = False,
    proxy: Annotated[
        str,
        typer.Option(
            metavar="ADDRESSES", help="With --secure: the proxy that is believed, with commas."
        ),
    ] = "127.0.0.1",
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Show what is public; nobody can sign in.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Open the workspace in a browser: all that was found, each claim with its passage."""
    from stocktake.web import Settings
    from stocktake.web.serving import Listening, serve

    place = workspace_at(workspace)
    typer.echo(f"Open http://{host}:{port}/ (Ctrl-C ends it).", err=True)
    serve(place, Settings(secure, read_only), Listening(host, port, workers, proxy))
