"""The command that opens the web application."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli.options import WorkspaceOption, workspace_at
from stocktake.errors import NotFoundError

if TYPE_CHECKING:
    from stocktake.services.workspace import Workspace

NEW = "stocktake-demo"
_HOW = (
    "Look at the bundled example with: stocktake serve --demo. "
    "Begin with your own documents: stocktake init DIR, then stocktake serve --workspace DIR."
)


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
    demo: Annotated[
        bool,
        typer.Option(
            "--demo", help="Show the bundled example in a workspace that is empty, or in a new one."
        ),
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Open the workspace in a browser: all that was found, each claim with its passage."""
    from stocktake.web import Settings
    from stocktake.web.serving import Listening, serve

    place = _with_example(workspace) if demo else _found(workspace)
    typer.echo(f"Open http://{host}:{port}/ (Ctrl-C ends it).", err=True)
    serve(place, Settings(secure, read_only), Listening(host, port, workers, proxy))


def _found(folder: Path | None) -> Workspace:
    """The workspace; where there is none, or nothing in it, it is told how to begin."""
    from stocktake.services import example

    try:
        place = workspace_at(folder)
    except NotFoundError as error:
        raise NotFoundError(error.message, remedy=_HOW) from error
    with place.store() as base:
        if example.is_empty(base):
            typer.echo("This workspace holds nothing yet; --demo shows the example.", err=True)
    return place


def _with_example(folder: Path | None) -> Workspace:
    from stocktake.cli.progress import shown
    from stocktake.services import example

    try:
        place = workspace_at(folder).root
    except NotFoundError:
        place = folder or Path(NEW)
    return example.workspace_with(place, shown())
