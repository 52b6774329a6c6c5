"""Accounts from the command line: the first administrator, and invitations."""

from __future__ import annotations

from typing import Annotated

import typer

from stocktake.cli.options import WorkspaceOption, workspace_at

people = typer.Typer(help="Accounts of the web application.", no_args_is_help=True)


@people.command()
def add(
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="With which it signs in.")],
    name: Annotated[str, typer.Option(help="Who it is.")],
    role: Annotated[
        str,
        typer.Option(
            help="stakeholder, delegate, reviewer, secretariat, co-chair or administrator."
        ),
    ] = "administrator",
    actor: Annotated[str | None, typer.Option(help="The id of the actor it speaks for.")] = None,
    password: Annotated[
        str,
        typer.Option(
            prompt=True,
            hide_input=True,
            confirmation_prompt=True,
            envvar="STOCKTAKE_PASSWORD",
            help="At least 12 characters; asked for if it is not given.",
        ),
    ] = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Make an account at once, such as the first administrator's."""
    from stocktake.services.people import accounts, moments

    whom = accounts.invited(name, email, role, actor)
    with workspace_at(workspace).store() as base:
        accounts.make(base, whom, password, moments.present())
    typer.echo(f"{whom.email} may sign in as {whom.role}.")


@people.command()
def invite(
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="With which it will sign in.")],
    name: Annotated[str, typer.Option(help="Who it is.")],
    role: Annotated[str, typer.Option(help="In what capacity.")] = "delegate",
    actor: Annotated[str | None, typer.Option(help="The id of the actor it speaks for.")] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Print the address under which somebody makes an account; it opens once, for seven days."""
    from stocktake.services.people import accounts, moments

    whom = accounts.invited(name, email, role, actor)
    with workspace_at(workspace).store() as base:
        token = accounts.invite(base, whom, accounts.COMMAND_LINE, moments.present())
    typer.echo(f"/invitations/{token}")
