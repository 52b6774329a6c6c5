"""Two drafts beside each other: of a workspace, of files, or one of each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stocktake import exporters, legal, readers, workers
from stocktake.errors import NotFoundError
from stocktake.exporters import Between
from stocktake.model import Comparison, Draft, Period, Role, TrackedText
from stocktake.services import aligning, draft_reading, drafts, originals
from stocktake.services.draft_reading import DraftFile
from stocktake.services.draft_writing import FOLDER
from stocktake.services.rows import Row
from stocktake.services.whole_files import write_whole
from stocktake.services.workspace import Workspace
from stocktake.settings import Limits

_WORD = ".docx"


AUTHOR = "stocktake"


@dataclass(frozen=True, slots=True)
class Side:
    """A draft to be compared: what it is called, its *date*, and the *file* it was read from."""

    name: str
    draft: Draft
    file: DraftFile
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """In which format, and where to: a folder or file, None the workspace's or the current folder;
    *author* is whose changes they are called in a Word document."""

    form: str
    out: Path | None = None
    author: str = AUTHOR


def formats() -> list[str]:
    """The formats there are."""
    return exporters.COMPARISON_EXPORTERS.names()


def sides(workspace: Workspace | None, old: str | None, new: str | None) -> tuple[Side, Side]:
    """Both drafts: each a file, or the label of a draft in the workspace.

    Where *new* is not given it is the latest draft, *old* the one before it. NotFoundError if there
    is no such draft or file, ReadError or LimitError if a file cannot be read.
    """
    if workspace and (old is None or new is None):
        labels = [version.label for version in drafts.versions(workspace)]
        new = new or (labels[-1] if labels else None)
        earlier = labels[: labels.index(new)] if new in labels else labels
        old = old or (earlier[-1] if earlier else None)
    if old is None or new is None:
        raise NotFoundError(
            "there are no two drafts to compare.",
            remedy="Name two files or labels: stocktake draft compare OLD NEW",
        )
    return _side(workspace, old), _side(workspace, new)


def compare(old: Side, new: Side, workspace: Workspace | None = None) -> Comparison:
    """What became of each provision and bracket of *old*, as people of *workspace* decided it."""
    said = aligning.said_of(workspace, old.draft, new.draft) if workspace else ()
    return legal.compare(old.draft, new.draft, said)


def rows(comparison: Comparison) -> list[Row]:
    """A row for each alignment, as the new draft goes."""
    found = dict.fromkeys(row.alignment for row in comparison.provisions)
    return [
        {
            "old": " ".join(item.old),
            "new": " ".join(item.new),
            "kind": str(item.kind),
            "moved": item.moved,
            "renumbered": item.renumbered,
            "similarity": item.similarity,
            "confidence": item.confidence,
        }
        for item in found
    ]


def export(workspace: Workspace | None, old: Side, new: Side, target: Target) -> Path:
    """Write the comparison in a format; the file is given back.

    As Word, an *old* that is a Word file with tracked changes keeps them with their authors.
    UsageError for an unknown format.
    """
    exporter = exporters.COMPARISON_EXPORTERS.get(target.form)
    data = exported(workspace, old, new, target.form, target.author)
    path = _path(workspace, target.out, f"{old.name}-{new.name}{exporter.suffix}")
    write_whole(path, data)
    return path


def exported(
    workspace: Workspace | None, old: Side, new: Side, form: str, author: str = AUTHOR
) -> bytes:
    """The same as bytes."""
    exporters.COMPARISON_EXPORTERS.get(form)
    between = Between(old.name, new.name, author, _moment(new.date))
    base = _tracked(old.file) if form == "docx" else None
    if base and base.changes:
        return exporters.track_on(base, _plain(new), between)
    return exporters.export_comparison(compare(old, new, workspace), form, between)


def _side(workspace: Workspace | None, wanted: str) -> Side:
    path = Path(wanted)
    if path.is_file():
        return _of_file(path)
    if workspace is None:
        raise NotFoundError(
            f"there is no file {wanted!r}, and no workspace here.",
            remedy="Name a file, or the label of a draft with --workspace DIR.",
        )
    one = drafts.one(workspace, wanted)
    version = one.version
    original = originals.path_of(workspace, version.source)
    file = DraftFile(original, version.source, version.name)
    return Side(version.label, one.draft, file, version.date)


def _of_file(path: Path) -> Side:
    file = DraftFile(path, hashlib.sha256(path.read_bytes()).hexdigest(), path.name)
    limits = Limits()
    form, document = workers.run_isolated(draft_reading.read, file, limits, limits=limits)
    return Side(path.stem, draft_reading.made(form, document, path), file)


def _moment(date: str | None) -> str:
    """The first moment of a date, as Word writes it."""
    day = str(Period.parse(date).start) if date else "2000-01-01"
    return f"{day}T00:00:00Z"


def _tracked(file: DraftFile) -> TrackedText | None:
    """What a Word file holds of tracked changes; None for another file."""
    if not file.name.lower().endswith(_WORD):
        return None
    limits = Limits()
    return workers.run_isolated(_read_tracked, file, limits, limits=limits)


def _read_tracked(file: DraftFile, limits: Limits) -> TrackedText:
    return readers.tracked_changes(file.path.read_bytes(), file.name, limits)


def _plain(side: Side) -> str:
    """The text of a draft in the way in which that of a Word file is told: a line a paragraph."""
    tracked = _tracked(side.file)
    if tracked is not None:
        return tracked.accepted
    draft = side.draft
    told = legal.number_texts(draft), legal.headings(draft), legal.own_texts(draft)
    lines = [(item.start, [part.get(item.id, "") for part in told]) for item in draft.provisions]
    lines += [(start, [words]) for start, words in _outside(draft)]
    ordered = (line for _, line in sorted(lines, key=lambda line: line[0]))
    return "".join(" ".join(filter(None, line)) + "\n\n" for line in ordered if any(line))


def _outside(draft: Draft) -> Iterator[tuple[int, str]]:
    """What stands in no provision, such as the title, each with its place."""
    for item in draft.stretches:
        if item.provision_id is None and item.role in (Role.HEADING, Role.UNPLACED):
            yield item.start, " ".join(draft.text[item.start : item.end].split())


def _path(workspace: Workspace | None, out: Path | None, name: str) -> Path:
    folder = out or (workspace.root / FOLDER if workspace else Path())
    is_file = folder.suffix != "" and not folder.is_dir()
    kept = "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in name)
    return folder if is_file else folder / kept.strip(".-")
