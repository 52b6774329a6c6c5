"""Commands on drafts of the negotiated text: add, list, show."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli import output
from stocktake.cli.options import (
    Shape,
    ShapeOption,
    TableOption,
    TableShape,
    WorkspaceOption,
    workspace_at,
)

if TYPE_CHECKING:
    from stocktake.services.drafts import OneDraft

draft = typer.Typer(
    help="The negotiated text: take drafts in, see what is open, compare and export them.",
    rich_markup_mode=None,
)
LabelArgument = Annotated[
    str | None, typer.Argument(metavar="LABEL", help="Which draft; the latest if not given.")
]


class StatusShape(StrEnum):
    """How the open shares are shown."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    SVG = "svg"


class View(StrEnum):
    """What is shown of a draft."""

    STRUCTURE = "structure"
    TEXT = "text"
    OPEN = "open"
    CLEAN = "clean"
    BRACKETS = "brackets"
    UNBALANCED = "unbalanced"
    UNPLACED = "unplaced"


@draft.command()
def add(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="docx, pdf, html, md, txt or Akoma Ntoso (xml).")
    ],
    label: Annotated[
        str | None, typer.Option(help="What the draft is called; its file's name if not given.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(help="When it was issued: 2015-12-04, 2015-12 or 2015.")
    ] = None,
    round_: Annotated[
        str | None, typer.Option("--round", help="The round of negotiations it came out of.")
    ] = None,
    issued_by: Annotated[str | None, typer.Option(help="Who issued it: a chair, a group.")] = None,
    language: Annotated[
        str | None, typer.Option(help="ar, en, es, fr, ru or zh; else found out.")
    ] = None,
    workspace: WorkspaceOption = None,
    shape: ShapeOption = Shape.TEXT,
) -> None:
    """Take in a version of the text; the same file again corrects what is said of it."""
    from stocktake.services import drafts

    about = drafts.About(label, date, round_, issued_by, language)
    one = drafts.add(workspace_at(workspace), path, about)
    if shape is Shape.JSON:
        from stocktake.services import draft_rows

        output.print_json(draft_rows.row(one))
    else:
        _say(one)


@draft.command("list")
def list_(workspace: WorkspaceOption = None, shape: TableOption = TableShape.TABLE) -> None:
    """List the drafts, earliest first, with how much of each is open."""
    from stocktake.services import draft_rows, drafts

    found = drafts.every(workspace_at(workspace))
    output.print_rows([draft_rows.row(one) for one in found], shape)


@draft.command()
def show(
    label: LabelArgument = None,
    view: Annotated[
        View,
        typer.Option(
            help="structure: its provisions; text: as it stands; open: what is not agreed; clean: "
            "without brackets, see --choose; brackets: each with its provision; unbalanced: those "
            "that nothing closes or opens; unplaced: words that belong to no provision."
        ),
    ] = View.STRUCTURE,
    choose: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="With clean: a bracket or option to take; once for each."),
    ] = None,
    without_brackets: Annotated[
        bool, typer.Option("--without-brackets", help="With clean: only what is agreed or chosen.")
    ] = False,
    workspace: WorkspaceOption = None,
    shape: TableOption = TableShape.TABLE,
) -> None:
    """Show a draft in one of several views."""
    from stocktake.services import draft_views, drafts

    one = drafts.one(workspace_at(workspace), label)
    if view in draft_views.TEXTS:
        wish = draft_views.Wish(tuple(choose or ()), without_brackets)
        words = draft_views.text(one, view, wish)
        typer.echo(words, nl=not words.endswith("\n"))
    else:
        output.print_rows(draft_views.rows(one, view), shape)


@draft.command()
def status(
    shape: Annotated[
        StatusShape, typer.Option("--format", help="svg: a chart of the whole text.")
    ] = StatusShape.TABLE,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="With svg: where it is written.")
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Show how much of each part is open, over the drafts; renumbered parts are followed."""
    from stocktake.services import draft_rounds, draft_sums

    place = workspace_at(workspace)
    found = draft_sums.sums(place)
    if shape is StatusShape.SVG:
        output.write_or_print(draft_sums.picture(found), out)
    elif shape is StatusShape.TABLE:
        output.print_table(draft_sums.by_part(found, draft_rounds.rounds(place)))
    else:
        output.print_rows(list(draft_sums.records(found)), TableShape(shape.value))


def _say(one: OneDraft) -> None:
    from stocktake.services import draft_rows

    row = draft_rows.row(one)
    dated = f" of {row['date']}" if row["date"] else ""
    typer.echo(
        f"Draft {row['label']}{dated}: {row['provisions']:,} provisions, {row['brackets']:,} "
        f"brackets ({row['unbalanced']:,} not balanced), {row['open']} of the text open."
    )
    if row["unplaced"]:
        typer.echo(
            f"{row['unplaced']:,} stretches belong to no provision; see: "
            f"stocktake draft show {row['label']} --view unplaced"
        )
    for note in one.document.notes:
        typer.echo(f"Note: {note}.")
