"""Commands that only look: show, extract, evaluate, verify."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli import output, showing_one, showing_process, summaries
from stocktake.cli.options import (
    RecordOption,
    RecordShape,
    Shape,
    ShapeOption,
    TableOption,
    TableShape,
    WorkspaceOption,
    workspace_at,
)
from stocktake.cli.progress import shown


def show(
    part: Annotated[
        str,
        typer.Argument(
            metavar="PART",
            help="proposals, clusters, positions, changes, contradictions, gaps (level-gaps: of "
            "actors by dimension), regions, affected, conflicts, ledger, actors, themes, "
            "statements, facts, campaigns, case-studies, participation, adoptions, joined "
            "(votes beside what was asked), reservations, commitments, partnerships, convergence, "
            "coalitions, map, bridges, issues, inputs, labels (what each statement is about, and "
            "why), review (what nobody looked at yet, the least certain first) or reviews; "
            "actor NAME; proposal NUMBER; of process.toml and what was entered: process, "
            "programme, speakers, attendance, admission.",
        ),
    ],
    which: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Of an actor, or a proposal's number.")
    ] = None,
    theme: Annotated[str | None, typer.Option(help="Only of this theme: title or code.")] = None,
    region: Annotated[str | None, typer.Option(help="Only of this regional group.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only of this kind, such as silent.")] = None,
    actor: Annotated[str | None, typer.Option(help="Only of this actor.")] = None,
    dimension: Annotated[str | None, typer.Option(help="Only of this dimension.")] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Only commitments due before --date.")
    ] = False,
    silent: Annotated[
        bool, typer.Option("--silent", help="Only commitments on which nothing was reported.")
    ] = False,
    date: Annotated[str | None, typer.Option(help="The day for --overdue: 2030-12-31.")] = None,
    workspace: WorkspaceOption = None,
    shape: TableOption = TableShape.TABLE,
) -> None:
    """Show a part of the last stock; every option must hold."""
    from stocktake.services import pending, showing

    if part in showing_process.PARTS:
        showing_process.show(part, workspace, shape)
        return
    if which is not None:
        showing_one.show(part, which, workspace, shape)
        return
    asked = {
        "theme": theme,
        "region": region,
        "kind": kind,
        "actor": actor,
        "dimension": dimension,
    }
    wanted = {column: text for column, text in asked.items() if text is not None}
    items = showing.show(workspace_at(workspace), part, wanted)
    if overdue or silent:
        items = pending.only(items, date, overdue=overdue, silent=silent)
    if shape is TableShape.TABLE:
        output.print_table([item.row for item in items])
    elif shape is TableShape.CSV:
        output.print_csv([item.row for item in items])
    elif shape is TableShape.JSON:
        output.print_json([item.record for item in items])
    else:
        output.print_jsonl(item.record for item in items)


def extract(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A file.")],
    lines: Annotated[bool, typer.Option("--lines", help="Each line is a text of its own.")] = False,
    language: Annotated[
        str | None, typer.Option(help="Of all lines: ar, en, es, fr, ru or zh; else found out.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Which rule, cue and names fired, and how sure.")
    ] = False,
    workspace: WorkspaceOption = None,
    shape: RecordOption = RecordShape.JSONL,
) -> None:
    """Find the statements of one file; with --workspace, by the words and names of its lexicon."""
    from stocktake.services import extracting

    folder = workspace_at(workspace).lexicon if workspace else None
    if lines:
        found = extracting.extract_lines(extracting.read_lines(path), language, folder)
    else:
        found = iter(extracting.extract_file(path, folder=folder))
    if explain:
        summaries.explained(extracting.explained(found, folder), shape)
    else:
        summaries.extracted((extracting.contract(item) for item in found), shape)


def evaluate(
    path: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="Labels made by hand: JSONL; for themes also CSV."),
    ],
    texts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The folder of the sources that the labels name."),
    ] = None,
    examples: Annotated[int, typer.Option(min=0, help="How many examples of each fault.")] = 0,
    reliability: Annotated[
        bool, typer.Option("--reliability", help="How often each confidence is right.")
    ] = False,
    facts: Annotated[
        bool, typer.Option("--facts", help="Measure the facts of the process read from prose.")
    ] = False,
    scheme: Annotated[
        str | None,
        typer.Option(help="Measure themes: the name or file of a scheme, or of a trained one."),
    ] = None,
    train: Annotated[
        Path | None,
        typer.Option("--train", metavar="FILE", help="Train the scheme on these labels first."),
    ] = None,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Keep what was trained, as .npz.")
    ] = None,
    language: Annotated[str, typer.Option(help="Of the texts, for themes.")] = "en",
    workspace: WorkspaceOption = None,
    shape: ShapeOption = Shape.TEXT,
) -> None:
    """Measure extraction, facts, or the themes of a scheme, against labels made by hand."""
    from stocktake.services import evaluating, evaluating_facts, evaluating_themes, evaluation
    from stocktake.services import reliability as reliable

    words = workspace_at(workspace).lexicon if workspace else None
    if scheme:
        wanted = evaluating_themes.Wanted(path, scheme, language, train, save)
        summaries.evaluated(evaluating_themes.evaluate(wanted, words), shape)
        return
    if facts:
        summaries.evaluated(evaluating_facts.evaluate(path, texts, words, examples), shape)
        return
    outcome = evaluating.evaluate(path, texts, words)
    figures = evaluation.summary(outcome, examples)
    if reliability:
        figures["reliability"] = reliable.summary(reliable.reliability(outcome))
    summaries.evaluated(figures, shape)


def verify(workspace: WorkspaceOption = None, shape: ShapeOption = Shape.TEXT) -> int:
    """Check that originals, texts, quotations and the audit log are as they were kept."""
    from stocktake.services import verifying

    return summaries.verified(verifying.verify(workspace_at(workspace), shown()), shape)
