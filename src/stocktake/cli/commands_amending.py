"""Commands by which people enter amendments and judge those that were found."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli.options import WorkspaceOption, who, workspace_at
from stocktake.model import AmendmentAction, Where

if TYPE_CHECKING:
    from stocktake.model import AmendmentResult


class Verdict(StrEnum):
    """What is said of an amendment; undo takes back what was said last."""

    CONFIRM = "confirm"
    EDIT = "edit"
    REJECT = "reject"
    UNDO = "undo"


Place = Annotated[
    str | None,
    typer.Option(
        "--in", metavar="PLACE", help="The provision: its id, or “Article 4, paragraph 2”."
    ),
]
Old = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help="Words of the draft; all of the provision if not given."),
]
New = Annotated[
    str | None, typer.Option(metavar="WORDS", help="New words; for a move, where it goes.")
]
WhereTo = Annotated[
    Where | None,
    typer.Option("--where", help="With insert: beside --old, or in the provision."),
]
Actor = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Who proposes it; once for each.")
]
Supporter = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Who supports it; once for each.")
]
Opponent = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Who opposes it; once for each.")
]
Date = Annotated[str | None, typer.Option(help="When it was proposed: 2030-05-02, 2030-05, 2030.")]
Source = Annotated[str | None, typer.Option(help="From where you know of it.")]
Label = Annotated[str | None, typer.Option("--draft", help="Which draft; else the latest.")]
Note = Annotated[str, typer.Option(help="Why, in your own words.")]
By = Annotated[str | None, typer.Option(help="Who says so; you, if not given.")]


def amend(
    action: Annotated[AmendmentAction, typer.Argument(help="What is to be done.")],
    place: Place = None,
    old: Old = None,
    new: New = None,
    where: WhereTo = None,
    actor: Actor = None,
    supporter: Supporter = None,
    opponent: Opponent = None,
    date: Date = None,
    source: Source = None,
    label: Label = None,
    note: Note = "",
    by: By = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Enter an amendment that somebody proposed, with its source.

    draft amend replace --in "Article 4, paragraph 2" --old shall --new should --actor Ruritania
    --source "plenary, 2 May"
    """
    from stocktake.services import amending
    from stocktake.services.amending_checks import Told

    sides = _names(actor), _names(supporter), _names(opponent)
    told = Told(action, place, old, new, where, sides[0], sides[1], sides[2], date, source)
    result = amending.enter(workspace_at(workspace), told, who(by, note), label)
    _say(result)


def review(
    which: Annotated[str, typer.Argument(metavar="ID", help="The beginning of its id.")],
    verdict: Annotated[Verdict, typer.Argument(help="What you say of it.")],
    action: Annotated[
        AmendmentAction | None, typer.Option(help="With edit: what is to be done.")
    ] = None,
    place: Place = None,
    old: Old = None,
    new: New = None,
    where: WhereTo = None,
    actor: Actor = None,
    supporter: Supporter = None,
    opponent: Opponent = None,
    date: Date = None,
    source: Source = None,
    label: Label = None,
    note: Note = "",
    by: By = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Confirm an amendment as it stands on a draft, correct it, reject it, or take that back.

    It holds through every build. What is corrected is said with the options; the rest stays.
    """
    from stocktake.services import amending
    from stocktake.services.amending_checks import Told

    at, person = workspace_at(workspace), who(by, note)
    sides = _names(actor), _names(supporter), _names(opponent)
    told = Told(action, place, old, new, where, sides[0], sides[1], sides[2], date, source)
    if verdict is Verdict.UNDO:
        amending.undo(at, which, person)
        typer.echo("Taken back.")
    elif verdict is Verdict.REJECT:
        amending.reject(at, which, person, label)
        typer.echo("Rejected. See: stocktake draft amendments --rejected")
    elif verdict is Verdict.CONFIRM:
        _say(amending.confirm(at, which, person, label))
    else:
        _say(amending.edit(at, which, told, person, label))


def join(draft: typer.Typer) -> None:
    """Put these commands among those on drafts."""
    draft.command()(amend)
    draft.command()(review)


def _names(told: list[str] | None) -> tuple[str, ...] | None:
    return tuple(told) if told else None


def _say(result: AmendmentResult) -> None:
    place = result.provision_id or result.amendment.target
    typer.echo(f"Kept: {result.amendment.id[:12]} on {place}, alone: {result.state.value}.")
