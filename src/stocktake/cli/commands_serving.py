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
    secure: Annotated[
        bool, typer.Option("--secure", help="Readers come by HTTPS, through a reverse proxy.")
    ] = False,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Show what is public; nobody can sign in.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Open the workspace in a browser: all that was found, each claim with its passage."""
    import uvicorn

    from stocktake.web import Settings, make_app, open_site

    site = open_site(workspace_at(workspace), Settings(secure, read_only))
    typer.echo(f"Open http://{host}:{port}/ (Ctrl-C ends it).", err=True)
    uvicorn.run(
        make_app(site),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=secure,
    )
