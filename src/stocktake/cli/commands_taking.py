"""Commands that do the main job in one go: take, demo."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli import summaries
from stocktake.cli.options import (
    ClusterOption,
    ManifestOption,
    Shape,
    ShapeOption,
    StoreOption,
    WorkersOption,
)
from stocktake.cli.progress import shown


def take(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files, folders, zip archives.")
    ],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="The workspace to make.")],
    manifest: ManifestOption = None,
    process: Annotated[
        Path | None, typer.Option("--process", metavar="FILE", help="A process.toml to start with.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="What the process is called.")] = None,
    store: StoreOption = None,
    workers: WorkersOption = None,
    cluster: ClusterOption = "",
    shape: ShapeOption = Shape.TEXT,
) -> int:
    """Documents in, sourced report out: init, add, build and report in one go."""
    from stocktake.services import taking

    wish = taking.Wish(
        tuple(paths), into, manifest, process, title, workers, url=store, cluster=cluster
    )
    return summaries.taken(taking.take(wish, shown()), shape)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR")] = Path("stocktake-demo"),
    workers: WorkersOption = None,
    shape: ShapeOption = Shape.TEXT,
) -> int:
    """The bundled example from start to finish, in DIR."""
    from stocktake.services import taking

    return summaries.taken(taking.demo(folder, workers, shown()), shape)
