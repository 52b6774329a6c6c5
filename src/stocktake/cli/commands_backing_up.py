"""Commands that back a workspace up and restore it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli import summaries
from stocktake.cli.options import Shape, ShapeOption, StoreOption, WorkspaceOption, workspace_at
from stocktake.cli.progress import shown


def backup(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="A .tar that is not there yet, or .tar.gz.")
    ],
    workspace: WorkspaceOption = None,
) -> None:
    """Copy all that cannot be made anew into one file, while the workspace is in use."""
    from stocktake.services import backing_up

    made = backing_up.backup(workspace_at(workspace), path, shown())
    typer.echo(f"{made.files:,} files in {made.path} ({made.size:,} bytes).")


def restore(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="What backup wrote.")],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="A new or empty folder.")],
    store: StoreOption = None,
    shape: ShapeOption = Shape.TEXT,
) -> int:
    """Make a workspace of a backup, and verify it; then run: stocktake build."""
    from stocktake.services import restoring

    return summaries.verified(restoring.restore(path, into, shown(), store), shape)


def copy(
    source: Annotated[Path, typer.Argument(metavar="FROM", help="A workspace.")],
    target: Annotated[Path, typer.Argument(metavar="TO", help="A new or empty folder.")],
    store: StoreOption = None,
    shape: ShapeOption = Shape.TEXT,
) -> int:
    """Copy a workspace, to another database with --store, and verify it; broken off, it goes on."""
    from stocktake.services import moving

    return summaries.verified(moving.copy(workspace_at(source), target, store, shown()), shape)
