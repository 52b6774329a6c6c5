"""The last stock in formats that other programs read."""

from __future__ import annotations

from pathlib import Path

from stocktake import exporters, lexicon, store
from stocktake.errors import UsageError
from stocktake.exporters import Material
from stocktake.lexicon import Lexicon
from stocktake.model import Membership, Stock
from stocktake.services.frozen import last_stock
from stocktake.services.whole_files import write_whole
from stocktake.services.workspace import Workspace
from stocktake.store import Store

FOLDER = "export"


def formats() -> list[str]:
    """The formats there are."""
    return exporters.STOCK_EXPORTERS.names()


def export(workspace: Workspace, name: str, out: Path | None = None) -> list[Path]:
    """Write the last stock in the format *name*; returns the files, in alphabetical order.

    They go into the workspace's folder export, or to *out*: a folder, or a file for a format that
    is one. NotFoundError if no stock was taken yet, UsageError for an unknown format, or for a file
    where the format needs a folder.
    """
    exporters.STOCK_EXPORTERS.get(name)
    files = exporters.export_stock(material(workspace), name)
    folder = out or workspace.root / FOLDER
    if len(files) == 1 and folder.suffix and not folder.is_dir():
        [content] = files.values()
        files, folder = {folder.name: content}, folder.parent
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; {name} is several files.", remedy="Name a folder.")
    for file, content in files.items():
        write_whole(folder / file, content)
    return [folder / file for file in sorted(files)]


def material(workspace: Workspace) -> Material:
    """The last stock with its documents and the members of its groups."""
    with workspace.store() as base:
        return material_of(base, last_stock(workspace), lexicon.load(workspace.lexicon))


def material_of(base: Store, stock: Stock, words: Lexicon) -> Material:
    """The same of a stock that is at hand."""
    with base.reading() as connection:
        ids = store.searchable_documents(connection)
        documents = {item.id: item for item in store.documents(connection, ids)}
    return Material(stock, documents, _memberships(stock, words.memberships))


def _memberships(stock: Stock, known: tuple[Membership, ...]) -> tuple[Membership, ...]:
    """Those of groups that play a part in the stock."""
    there = {actor.id for actor in stock.actors}
    return tuple(sorted((item for item in known if item.group_id in there), key=_place))


def _place(item: Membership) -> tuple[str, str, str, str]:
    return item.group_id, item.member_id, str(item.since or ""), str(item.until or "")
