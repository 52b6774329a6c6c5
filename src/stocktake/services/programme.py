"""The programme of a process or of one of its meetings, in every format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from stocktake import exporters, lexicon, reports
from stocktake.model import Programme
from stocktake.services import current_process, found_process, process_writing
from stocktake.services.current_process import Current
from stocktake.services.days import day_of
from stocktake.services.whole_files import file_in, write_whole
from stocktake.services.workspace import Workspace

NAME = "programme"
FORMATS = tuple(exporters.PROGRAMME_EXPORTERS.names())


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: one *meeting* by its id, or all; *day*, of which the data are, is written
    into a calendar (each event's own first day if None); *found*: as facts in inputs tell it."""

    meeting: str | None = None
    day: str | None = None
    found: bool = False


def programme(workspace: Workspace, wish: Wish) -> Programme:
    """The programme that process.toml tells, or the facts.

    NotFoundError for a meeting that is not in it, UsageError for what is no day.
    """
    known = current_process.current(workspace)
    if wish.found:
        known = replace(known, process=found_process.found(workspace, known.process).process)
    chosen = (known.meeting(wish.meeting),) if wish.meeting else ()
    who = {id_ for item in known.process.documents for id_ in item.who}
    return reports.build_programme(
        reports.Shown(
            known.process,
            chosen,
            {id_: known.name(id_) for id_ in who},
            _dimensions(known, workspace),
            day_of(wish.day, "--date") if wish.day else None,
        )
    )


def tables(workspace: Workspace) -> str:
    """What facts tell of the process, as tables for process.toml, each with its proofs."""
    known = current_process.current(workspace)
    return process_writing.write(found_process.found(workspace, known.process))


def export(made: Programme, form: str) -> bytes:
    """A programme in the format *form*; UsageError lists the known ones."""
    return exporters.export_programme(made, form)


def media_type(form: str) -> str:
    """The media type of a programme in the format *form*; UsageError lists the known ones."""
    return exporters.PROGRAMME_EXPORTERS.get(form).media_type


def write(workspace: Workspace, made: Programme, form: str, out: Path | None = None) -> Path:
    """Write a programme into the workspace's folder report, or to *out*, a folder or file."""
    data = export(made, form)
    suffix = exporters.PROGRAMME_EXPORTERS.get(form).suffix
    target = file_in(out or workspace.report, NAME, suffix)
    write_whole(target, data)
    return target


def _dimensions(known: Current, workspace: Workspace) -> dict[str, str]:
    name = known.process.dimensions
    path = workspace.root / name if name.endswith(".toml") else name
    scheme = lexicon.load_scheme(path, workspace.lexicon)
    return {theme.code: theme.title for theme in scheme.themes}
