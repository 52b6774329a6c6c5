"""The command that writes the stock for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli import summaries
from stocktake.cli.options import WorkspaceOption, workspace_at


def export(
    name: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="F",
            help="csv or parquet (tables with a data dictionary), json (the whole stock), jsonld "
            "(evidence as W3C Web Annotations), graphml or network-csv (who stands with whom).",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="P",
            help="A folder, or a file for json and jsonld; the workspace's export if not given.",
        ),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write the last stock as data for other programs."""
    from stocktake.services import exporting

    summaries.written(exporting.export(workspace_at(workspace), name, out))
