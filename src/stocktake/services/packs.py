"""The pack for a session: a report of its own, made from the last stock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from stocktake import analysis, exporters, reports
from stocktake.analysis.sources import Sources
from stocktake.errors import SettingsError
from stocktake.lexicon.programme import programme_words
from stocktake.lexicon.words import vocabulary
from stocktake.model import Meeting, Report, SchemeKind, Session, SessionNeeds
from stocktake.services import current_process, process_file
from stocktake.services.briefing import may_name_actors
from stocktake.services.current_process import Current
from stocktake.services.frozen import last_stock
from stocktake.services.place_of_entry import place_of
from stocktake.services.reporting import texts_of
from stocktake.services.whole_files import file_in, write_whole
from stocktake.services.workspace import Workspace

OVERVIEW, DIMENSION = "overview", "dimension"
_NEEDED: dict[str, tuple[tuple[str, Callable[[analysis.Ground], Any]], ...]] = {
    "ideas": (("ideas", analysis.ideas), ("objectives", analysis.objectives)),
    "follow_up": (("arrangements", analysis.arrangements),),
}


def pack(workspace: Workspace, which: str) -> Report:
    """The pack for the session of that id (or ``MEETING/SESSION``), as process.toml tells of it
    now, from the last stock.

    NotFoundError if there is no such session or no stock, SettingsError for a session on a
    dimension that the scheme does not have, DisclosureError if no report may name an actor,
    WordingError as for any report.
    """
    may_name_actors(workspace)
    known = current_process.current(workspace)
    meeting, session = known.session(which)
    stock = replace(last_stock(workspace), process=known.process)
    texts = texts_of(workspace, stock)
    ground = analysis.Ground(
        stock,
        Sources.of(stock.inputs, texts.values()),
        known.words,
        programme_words(workspace.lexicon),
    )
    wording = process_file.load(workspace.process_file).wording or None
    needs = _needs(meeting, session, known, ground)
    return reports.build_pack(stock, texts, needs, wording, vocabulary(workspace.lexicon))


def write(workspace: Workspace, which: str, form: str, out: Path | None = None) -> Path:
    """Write the pack in one format, into the workspace's folder report or to *out*, a folder or
    file; returns the file. UsageError for an unknown format, else as ``pack``."""
    suffix = exporters.EXPORTERS.get(form).suffix
    data = exporters.export(pack(workspace, which), form)
    target = file_in(out or workspace.report, f"pack-{which.replace('/', '-')}", suffix)
    write_whole(target, data)
    return target


def _needs(
    meeting: Meeting, session: Session, known: Current, ground: analysis.Ground
) -> SessionNeeds:
    need = _need(meeting, session, ground)
    here = (meeting.id, session.id)
    return SessionNeeds(
        meeting=meeting,
        session=session,
        need=need,
        input_ids=tuple(item.id for item in ground.stock.inputs if place_of(item, known) == here),
        few=int(ground.words.numbers["idea_supporters"]),
        **{name: find(ground) for name, find in _NEEDED.get(need, ())},
    )


def _need(meeting: Meeting, session: Session, ground: analysis.Ground) -> str:
    """What the session needs; a session on a dimension is about that, whatever its format."""
    if not session.dimension:
        found = ground.words.need(session.format, session.title)
        return OVERVIEW if found in {None, DIMENSION} else str(found)
    schemes = [item for item in ground.stock.schemes if item.kind is SchemeKind.DIMENSIONS]
    codes = [theme.code for scheme in schemes for theme in scheme.themes]
    if session.dimension not in codes:
        raise SettingsError(
            f"'dimension' is none of the scheme: {session.dimension!r}.",
            remedy=f"One of: {', '.join(codes)}.",
            place=f"process.toml, meeting {meeting.id!r}, session {session.id!r}",
        )
    return DIMENSION
