"""Drafts as files: one of the workspace in a format, and a text to write in made from the stock."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stocktake import exporters, legal, reports, store
from stocktake.legal import Version
from stocktake.lexicon.words import vocabulary
from stocktake.model import Document, Draft, Period, Stock
from stocktake.services import drafts, process_file
from stocktake.services.drafts import OneDraft
from stocktake.services.frozen import last_stock
from stocktake.services.nonattribution import SUFFIX, telltales
from stocktake.services.whole_files import write_whole
from stocktake.services.workspace import Workspace

FOLDER = "drafts"
ZERO = "zero-draft"


@dataclass(frozen=True, slots=True)
class Target:
    """In which format a draft is written, and where: a folder or file; None: the workspace's."""

    form: str
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class Zero:
    """What is asked of a text to write in: codes of *themes* (none: all); *everything*: also what
    few voices ask; *unattributed*: without actors and sources, as process.toml can ask always."""

    themes: tuple[str, ...] = ()
    everything: bool = False
    unattributed: bool = False


def formats() -> list[str]:
    """The formats there are."""
    return exporters.DRAFT_EXPORTERS.names()


def export(workspace: Workspace, label: str | None, target: Target) -> Path:
    """Write the draft with that label, or the latest, in a format; the file is given back.

    NotFoundError if there is no such draft, UsageError for an unknown format.
    """
    exporters.DRAFT_EXPORTERS.get(target.form)
    one = drafts.one(workspace, label)
    begun = drafts.versions(workspace)[0].date or ""
    title = process_file.load(workspace.process_file).process.title
    told = _version(one, title, begun)
    return _write(workspace, one.draft, one.version.label, told, target)


def zero(workspace: Workspace, wanted: Zero, target: Target, stock: Stock | None = None) -> Path:
    """Write a text to write in, made from *stock* or the last one; the file is given back.

    NotFoundError if no stock was taken yet, UsageError for an unknown theme or format,
    DisclosureError where a text without attribution would lead to an actor.
    """
    exporters.DRAFT_EXPORTERS.get(target.form)
    known = stock or last_stock(workspace)
    rule = process_file.load(workspace.process_file).unattributed
    bare = wanted.unattributed or rule.always
    text = reports.zero_draft(
        known,
        _documents(workspace, known),
        reports.Wish(wanted.themes, wanted.everything),
        withheld=reports.Withheld(telltales(workspace, known), rule) if bare else None,
        vocabulary=vocabulary(workspace.lexicon),
    )
    told = Version(name="" if bare else known.process.title, label=ZERO)
    name = ZERO + (SUFFIX if bare else "")
    return _write(workspace, legal.parse_draft(text), name, told, target)


def _documents(workspace: Workspace, stock: Stock) -> dict[str, Document]:
    ids = {item.document_id for item in stock.statements}
    with workspace.store() as base, base.reading() as connection:
        return {item.id: item for item in store.documents(connection, ids)}


def _version(one: OneDraft, title: str, begun: str) -> Version:
    """What is told of a draft of the workspace; of a date its first day."""
    version = one.version
    known = {"language": version.language, "author": version.issued_by, "date": version.date}
    given = {name: value for name, value in known.items() if value}
    if "date" in given:
        given["date"] = _day(given["date"])
    return Version(name=title, label=version.label, begun=_day(begun), **given)


def _day(period: str) -> str:
    return str(Period.parse(period).start) if period else ""


def _write(workspace: Workspace, draft: Draft, name: str, told: Version, target: Target) -> Path:
    exporter = exporters.DRAFT_EXPORTERS.get(target.form)
    out = target.out or workspace.root / FOLDER
    is_file = out.suffix != "" and not out.is_dir()
    path = out if is_file else out / f"{_file_name(name)}{exporter.suffix}"
    write_whole(path, exporters.export_draft(draft, target.form, told))
    return path


def _file_name(label: str) -> str:
    """A label as the name of a file: letters, figures, dots, dashes."""
    kept = "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in label)
    return kept.strip(".-") or "draft"
