"""A compilation of amendments as a file: the base text with each amendment at its place."""

from __future__ import annotations

from pathlib import Path

from stocktake import exporters, legal
from stocktake.model import AmendmentResult, Compilation, CompiledEntry
from stocktake.services import amendment_rows, amendments
from stocktake.services.amendments import OnDraft
from stocktake.services.draft_writing import FOLDER
from stocktake.services.whole_files import write_whole
from stocktake.services.workspace import Workspace


def write(workspace: Workspace, label: str | None, form: str, out: Path | None = None) -> Path:
    """Write the compilation of the draft with that label, or the latest; the file is given back.

    NotFoundError if there is no such draft or no stock, UsageError for an unknown format.
    """
    exporter = exporters.COMPILATION_EXPORTERS.get(form)
    found = amendments.on_draft(workspace, label)
    folder = out or workspace.root / FOLDER
    is_file = folder.suffix == exporter.suffix and not folder.is_dir()
    name = f"{found.one.version.label}-amendments{exporter.suffix}".replace("/", "-")
    target = folder if is_file else folder / name
    write_whole(target, exporter.export(made(found)))
    return target


def made(found: OnDraft) -> Compilation:
    """The compilation of a draft with what inputs propose to change in it."""
    version = found.one.version
    names = found.proposed.names
    applied = sum(item.start is not None for item in found.results)
    dated = f" of {version.date}" if version.date else ""
    return Compilation(
        f"Compilation of amendments to draft {version.label}",
        f"Draft {version.label}{dated}. Amendments proposed: {len(found.results)}, of which "
        f"{applied} have a place in the text. Nothing here is agreed.",
        legal.compilation(found.one.draft, found.results, names),
        tuple(_entry(item, found) for item in amendment_rows.in_order(found)),
    )


def _entry(item: AmendmentResult, found: OnDraft) -> CompiledEntry:
    row = amendment_rows.row(item, found)
    amendment = item.amendment
    return CompiledEntry(
        amendment.id,
        legal.who([amendment], found.proposed.names),
        legal.asks(amendment),
        _place(item.provision_id or "", amendment.target),
        item.state.value,
        item.conflicts,
        row["source"],
        row["evidence"],
    )


def _place(found: str, written: str) -> str:
    """The provision that was found, and how its place was written where that is something else."""
    told = f"as written: {written}" if written else "no place is told"
    if found == written:
        return found or told
    return f"{found} ({told})" if found else told
