"""Arguments and options that several commands share."""

from __future__ import annotations

import getpass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from stocktake.services.deciding import Person
    from stocktake.services.workspace import Workspace


class Shape(StrEnum):
    """How a result is shown."""

    TEXT = "text"
    JSON = "json"


class TableShape(StrEnum):
    """How a table is shown."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class RecordShape(StrEnum):
    """How records are shown."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="DIR",
        help="The workspace; found from the current folder upwards if not given.",
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", min=1, metavar="N", help="How many files to read at once."),
]
ClusterOption = Annotated[
    str,
    typer.Option(
        "--cluster", metavar="tcp://HOST:PORT", help="Read on a running Dask cluster instead."
    ),
]
ManifestOption = Annotated[
    Path | None,
    typer.Option(
        "--manifest",
        metavar="FILE",
        help="CSV or JSONL with what is known of the inputs: path, title, actor, date, meeting, "
        "session, kind, language, confidentiality.",
    ),
]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="Where the records of the new workspace are: "
        "postgresql://USER@HOST/DATABASE?schema=NAME; in its folder if not given.",
    ),
]
ShapeOption = Annotated[Shape, typer.Option("--format", help="What is printed.")]
TableOption = Annotated[TableShape, typer.Option("--format", help="What is printed.")]
RecordOption = Annotated[RecordShape, typer.Option("--format", help="What is printed.")]


def workspace_at(folder: Path | None) -> Workspace:
    """The workspace that was named, or the one found from the current folder upwards."""
    from stocktake.services import workspace

    return workspace.find(Path.cwd()) if folder is None else workspace.at(folder)


def who(by: str | None, note: str) -> Person:
    """Who says something and why; the user of this machine if nobody is named."""
    from stocktake.services.deciding import Person

    return Person(by or getpass.getuser(), note)
