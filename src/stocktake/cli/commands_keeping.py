"""Commands that change a workspace: init, add, build, report, correct, review."""

from __future__ import annotations

import getpass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli import output, summaries
from stocktake.cli.options import (
    ClusterOption,
    ManifestOption,
    Shape,
    ShapeOption,
    StoreOption,
    WorkersOption,
    WorkspaceOption,
    workspace_at,
)
from stocktake.cli.progress import shown


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; made if need be.")],
    title: Annotated[str | None, typer.Option(help="What the process is called.")] = None,
    process: Annotated[
        Path | None, typer.Option("--process", metavar="FILE", help="A process.toml to start with.")
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="KIND",
            help="What kind of process: compact, review (of States in turn) or consultation "
            "(in one country).",
        ),
    ] = None,
    store: StoreOption = None,
) -> None:
    """Make a new workspace with a commented process.toml."""
    from stocktake.services import starting

    made = starting.init(folder, title, process, template, store)
    summaries.made(made)


def add(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Files, folders, zip archives.")
    ] = None,
    manifest: ManifestOption = None,
    workspace: WorkspaceOption = None,
    shape: ShapeOption = Shape.TEXT,
) -> int:
    """Take inputs in; what is known of them can come from a manifest."""
    from stocktake.services import adding

    outcome = adding.add(workspace_at(workspace), paths or [], manifest, shown())
    return summaries.added(outcome, shape)


def build(
    workers: WorkersOption = None,
    cluster: ClusterOption = "",
    language_model: Annotated[
        bool,
        typer.Option("--language-model", help="Also ask the model that process.toml sets."),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Send to the model what the notice says, unasked.")
    ] = False,
    workspace: WorkspaceOption = None,
    shape: ShapeOption = Shape.TEXT,
) -> int:
    """Read what is new, find who says what, and take stock."""
    from stocktake.services import building
    from stocktake.services import language_model as asking

    if language_model:
        consent = partial(summaries.consent, sure=yes)
        asked = asking.build(workspace_at(workspace), consent, workers, shown(), cluster)
        return summaries.asked(asked, shape)
    also = building.Also(cluster=cluster)
    return summaries.built(building.build(workspace_at(workspace), workers, shown(), also), shape)


def report(
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="F", help="html, md, docx, json, pdf; else all but pdf."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="P", help="A folder, or a file for one format.")
    ] = None,
    unattributed: Annotated[
        bool, typer.Option("--unattributed", help="Name no actor, for a chair's summary.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Write the report of the last stock."""
    from stocktake.services import reporting

    chosen = formats or reporting.FORMATS
    place = workspace_at(workspace)
    files = reporting.report(place, chosen, out, shown(), unattributed=unattributed)
    summaries.written(files)


def correct(
    which: Annotated[str, typer.Argument(metavar="INPUT", help="Its name, or its id's beginning.")],
    name: Annotated[str, typer.Argument(metavar="WHAT", help="title, actor, date, meeting, …")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help='Several actors with ";" between.')],
    by: Annotated[str | None, typer.Option(help="Who corrects it; you, if not given.")] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Correct what is known of an input; it holds from the next build on."""
    from stocktake.services import reviewing

    correction = reviewing.Correction(which, name, value)
    review = reviewing.correct(workspace_at(workspace), correction, by or getpass.getuser())
    typer.echo(f"Corrected. It holds from the next build on ({review.id[:8]}).")


def review(
    statement: Annotated[
        str, typer.Argument(metavar="ID", help="Its beginning: a statement's or fact's; or: facts.")
    ],
    verdict: Annotated[
        str, typer.Argument(metavar="VERDICT", help="confirm, reject, edit or themes.")
    ] = "",
    act: Annotated[str | None, typer.Option(help="What the act is: proposes, requests, …")] = None,
    stance: Annotated[str | None, typer.Option(help="supports, opposes or neutral.")] = None,
    actors: Annotated[
        list[str] | None, typer.Option("--actor", help="Who says it; once for each actor.")
    ] = None,
    span: Annotated[
        str | None,
        typer.Option(metavar="START-END", help="Which words of its document it is about."),
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option(
            "--add", metavar="CODE", help="With themes: it is about this; also lenses:CODE."
        ),
    ] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option("--remove", metavar="CODE", help="With themes: it is not about this."),
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="What a fact should say; once for each."),
    ] = None,
    note: Annotated[str, typer.Option(help="Why, in your own words.")] = "",
    by: Annotated[str | None, typer.Option(help="Who reviews it; you, if not given.")] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Say that a statement or fact is right, wrong, or what it should say; see: show review.

    review facts: lists the facts that nobody reviewed, the least certain first.
    With themes: say what it is about; all that the machine found is right, but for --add and
    --remove. See: show labels.
    """
    from stocktake.services import about, judging, judging_facts, showing, spanning

    if statement == "facts":
        rows = [item.row for item in showing.show(workspace_at(workspace), "review-facts")]
        output.print_table(rows)
        return
    if values or judging_facts.is_fact(workspace_at(workspace), statement):
        said = judging_facts.FactJudgement(statement, verdict, tuple(values or ()), note)
        kept = judging_facts.judge(workspace_at(workspace), said, by or getpass.getuser())
        typer.echo(f"Kept. It holds from the next build on ({kept[0].record_id[:12]}).")
        return
    if verdict == "themes":
        change = about.Change(statement, tuple(add or ()), tuple(remove or ()), note)
        about.change(workspace_at(workspace), change, by or getpass.getuser())
        typer.echo("Kept. It holds from the next build on.")
        return
    said_by, words = tuple(actors or ()), spanning.span_of(span) if span else None
    judgement = judging.Judgement(statement, verdict, act, stance, said_by, note, words)
    made = judging.judge(workspace_at(workspace), judgement, by or getpass.getuser())
    typer.echo(f"Kept. It holds from the next build on ({made[0].record_id[:12]}).")


def label(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="CSV: statement (its id's beginning), themes, dimensions, lenses (codes with "
            '";" between them, "-" for none, empty for not judged), note.',
        ),
    ],
    by: Annotated[str | None, typer.Option(help="Who says so; you, if not given.")] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Take in what people say that statements are about; begin with: show labels --format csv."""
    from stocktake.services import about

    made = about.take_in(workspace_at(workspace), path, by or getpass.getuser())
    typer.echo(f"{len(made):,} labels kept. They hold from the next build on.")
