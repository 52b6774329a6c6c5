"""Take inputs into a workspace: originals are kept by their hash, names and what was told beside.

All of it is one transaction: a run that is stopped has taken nothing in, and is simply run again.
"""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from stocktake import lexicon, store
from stocktake.errors import SettingsError, StocktakeError, UsageError
from stocktake.model import Input, Issue, Metadatum, content_id
from stocktake.services import gathering, manifest, originals, process_file, whole_files
from stocktake.services.gathering import Found, Offered, Skipped, Unreadable
from stocktake.services.media_types import media_type
from stocktake.services.metadata_checks import Known
from stocktake.services.process_file import ProcessFile
from stocktake.services.progress import SILENT, Progress, told
from stocktake.services.workspace import Workspace

REFUSED_ARCHIVE = "archive not taken apart"
UNREADABLE_FILE = "file cannot be opened"


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding. *files* were looked at, of which *new* are inputs not known before
    and the others known already; *skipped* are hidden, system and workspace files; *problems*
    are wrong lines of the manifest, files that cannot be opened, archives that cannot be read."""

    files: int
    new: int
    skipped: int
    problems: tuple[StocktakeError, ...]


@dataclass(frozen=True, slots=True)
class _Catch:
    """An input whose original is kept. *path* is where it lay."""

    input_: Input
    path: Path
    problem: StocktakeError | None


@dataclass(frozen=True, slots=True)
class _Told:
    """What manifests tell: rows by where the file should lie, and what is wrong."""

    rows: dict[str, manifest.Row]
    problems: list[SettingsError]

    def of(self, catch: _Catch) -> manifest.Row | None:
        return self.rows.get(_key(catch.path)) or self.rows.get(_key(catch.input_.name))


def add(
    workspace: Workspace,
    paths: Sequence[Path],
    manifest_path: Path | None = None,
    progress: Progress = SILENT,
) -> Added:
    """Take in the files, folders and zip archives at *paths*, with what a manifest tells of them.

    Without *paths*, those that the manifest lists. A folder's own manifest.csv or .jsonl is used
    if none is named. NotFoundError if one of *paths* does not exist; what cannot be read is named
    among the problems, and the rest goes on.
    """
    settings = process_file.load(workspace.process_file)
    manifests = [manifest_path] if manifest_path else _manifests_in(paths)
    tale = _read_manifests(workspace, settings, manifests)
    wanted = [(path, path.name) for path in paths] or _listed(tale)
    if not wanted:
        raise UsageError("there is nothing to add.", remedy="Name files, folders or archives.")
    aside = frozenset(path.absolute() for path in manifests)
    found = told(progress, "taking in", gathering.gather(wanted, settings.limits, aside), None)
    whole_files.sweep(workspace.originals)
    outcomes = [_kept(workspace, item) for item in found]
    catches = [item for item in outcomes if isinstance(item, _Catch)]
    closed = [item.error for item in outcomes if isinstance(item, Unreadable)]
    refused = [catch.problem for catch in catches if catch.problem]
    new = _record(workspace, catches, tale, closed)
    return Added(
        files=len(catches),
        new=new,
        skipped=sum(isinstance(item, Skipped) for item in outcomes),
        problems=(*tale.problems, *_unused(tale, catches), *closed, *refused),
    )


def _manifests_in(paths: Sequence[Path]) -> list[Path]:
    found = (gathering.manifest_in(path) for path in paths if path.is_dir())
    return [path for path in found if path is not None]


def _read_manifests(workspace: Workspace, settings: ProcessFile, paths: list[Path]) -> _Told:
    tale = _Told({}, [])
    if paths:
        known = Known.of(settings.process, lexicon.load(workspace.lexicon))
        for path in paths:
            rows, wrong = manifest.read(path, known)
            tale.problems.extend(wrong)
            tale.rows.update((_key(path.parent.absolute() / row.path), row) for row in rows)
    return tale


def _listed(tale: _Told) -> list[tuple[Path, str]]:
    """The files that manifests list, under the names they have there."""
    return [(Path(path), row.path) for path, row in tale.rows.items() if Path(path).exists()]


def _key(path: Path | str) -> str:
    return unicodedata.normalize("NFC", os.path.normpath(path))


def _kept(workspace: Workspace, item: Found) -> _Catch | Skipped | Unreadable:
    if not isinstance(item, Offered):
        return item
    try:
        original = originals.keep(workspace, item.stream)
    except OSError as error:
        return Unreadable(gathering.closed(item.path, error))
    kind = media_type(item.name, original.head)
    input_ = Input(original.sha256, item.name, kind, original.size)
    return _Catch(input_, item.path, item.problem)


def _record(
    workspace: Workspace, catches: list[_Catch], tale: _Told, closed: list[StocktakeError]
) -> int:
    """Write all down in one transaction; returns how many inputs are new."""
    metadata: dict[str, list[Metadatum]] = defaultdict(list)
    for catch in catches:
        row = tale.of(catch)
        metadata[catch.input_.id] += row.metadata if row else ()
    refused = (
        _issue(REFUSED_ARCHIVE, catch.problem, catch.input_.id)
        for catch in catches
        if catch.problem
    )
    issues = [*refused, *(_issue(UNREADABLE_FILE, error, None) for error in closed)]
    originals.settle_in(workspace, [catch.input_.id for catch in catches])
    with workspace.store() as base, base.writing() as connection:
        before = store.ids(connection)
        store.add_inputs(connection, [catch.input_ for catch in catches])
        store.tell(connection, metadata)
        store.add_findings(connection, store.ISSUES, issues)
    return len({catch.input_.id for catch in catches} - before)


def _issue(kind: str, error: StocktakeError, input_id: str | None) -> Issue:
    identity = content_id(kind, input_id, error.message, error.place)
    return Issue(identity, kind, error.message, error.remedy, error.place, input_id)


def _unused(tale: _Told, catches: Iterable[_Catch]) -> Iterator[SettingsError]:
    used = {row.place for catch in catches if (row := tale.of(catch))}
    for path, row in tale.rows.items():
        if row.place not in used:
            there = Path(path).exists()
            yield SettingsError(
                f"{row.path!r} is not among the files added.",
                remedy="Add it too." if there else f"There is no such file; looked at {path}.",
                place=row.place,
            )
