"""The command that withdraws an input after it was published."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from stocktake.cli.options import WorkspaceOption, workspace_at
from stocktake.services import clock


def withdraw(
    which: Annotated[str, typer.Argument(metavar="INPUT", help="Its name, or its id's beginning.")],
    reason: Annotated[str, typer.Option(help="Why; it stands in the ledger.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Let it count again.")] = False,
    by: Annotated[str | None, typer.Option(help="Who withdraws it; you, if not given.")] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Withdraw an input: its file stays, and from the next build on nothing of it counts."""
    from stocktake.services import withdrawing

    now = clock.now()
    how = withdrawing.Withdrawal(by or getpass.getuser(), now, reason)
    withdrawing.by_name(workspace_at(workspace), which, how, undo=undo)
    told = "Counts again" if undo else "Withdrawn"
    typer.echo(f"{told}. It holds from the next build on.")
