"""Commands on what became of what was asked: trace it into drafts, and correct that."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli import output, summaries
from stocktake.cli.commands_drafts import LabelArgument
from stocktake.cli.options import TableShape, WorkspaceOption, who, workspace_at
from stocktake.model import DispositionStatus, ReviewState


class TraceShape(StrEnum):
    """How a tracing is shown: a table, or the page on one actor."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    DOCX = "docx"
    MD = "md"


ActorOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only what this actor asked in its own words.")
]
EmbedderOption = Annotated[
    str, typer.Option(help="A model whose nearness in meaning counts; none: words alone.")
]


def trace(
    label: LabelArgument = None,
    actor: ActorOption = None,
    status: Annotated[
        DispositionStatus | None, typer.Option(help="Only what became of it so.")
    ] = None,
    unasked: Annotated[
        bool, typer.Option("--unasked", help="The other way round: what no ask asked for.")
    ] = False,
    embedder: EmbedderOption = "best",
    out: Annotated[
        Path | None,
        typer.Option(metavar="P", help="Folder or file for the page; else the workspace's report."),
    ] = None,
    workspace: WorkspaceOption = None,
    shape: Annotated[
        TraceShape, typer.Option("--format", help="html, docx, md: the page on one actor.")
    ] = TraceShape.TABLE,
) -> None:
    """Show what became of each proposal in a draft, or of what one actor asked."""
    from stocktake.services import draft_page

    place = workspace_at(workspace)
    found = draft_page.trace(place, label, actor, embedder)
    if shape.value in draft_page.FORMATS:
        summaries.written([draft_page.write(place, found, shape.value, out)])
        return
    rows = draft_page.unasked(found) if unasked else draft_page.rows(found)
    kept = [row for row in rows if status is None or row.get("status") == status.value]
    output.print_rows(kept, TableShape(shape.value))


def judge(
    which: Annotated[str, typer.Argument(metavar="ID", help="The beginning of its id.")],
    status: Annotated[DispositionStatus, typer.Argument(help="What became of it.")],
    provision: Annotated[
        list[str] | None, typer.Option(help="A provision that answers the ask; once for each.")
    ] = None,
    label: Annotated[str | None, typer.Option("--draft", help="Which; else the last.")] = None,
    actor: ActorOption = None,
    note: Annotated[str, typer.Option(help="Why, in your own words.")] = "",
    by: Annotated[str | None, typer.Option(help="Who says so; you, if not given.")] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Say what became of an ask; every later tracing respects it. See: draft trace."""
    from stocktake.services import draft_page, draft_tracing

    place = workspace_at(workspace)
    found = draft_page.trace(place, label, actor)
    said = draft_tracing.told(found.tracing, which, status, provision)
    draft_tracing.judge(place, found.tracing, which, said, who(by, note))
    state = "confirmed" if said.state is ReviewState.CONFIRMED else "kept"
    typer.echo(f"{state.capitalize()}: {status.value}.")


def join(draft: typer.Typer) -> None:
    """Put these commands among those on drafts."""
    draft.command()(trace)
    draft.command()(judge)
