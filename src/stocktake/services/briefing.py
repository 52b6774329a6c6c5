"""The brief on a meeting, as a file in a format that people read."""

from __future__ import annotations

import re
from pathlib import Path

from stocktake import exporters, reports
from stocktake.errors import DisclosureError
from stocktake.lexicon.words import vocabulary
from stocktake.model import Report
from stocktake.model.accounts import Audience
from stocktake.reports import Asked
from stocktake.services import editions, process_file
from stocktake.services.days import day_of
from stocktake.services.frozen import last_stock
from stocktake.services.reporting import texts_of
from stocktake.services.whole_files import file_in, write_whole
from stocktake.services.workspace import Workspace

FEED = "feed.atom"


def brief(workspace: Workspace, meeting: str, day: str | None = None) -> Report:
    """The brief on a meeting, as it was known on *day* (ISO 8601), or on the meeting's first day.

    NotFoundError if no stock was taken, or no meeting has that id or title; UsageError if *day*
    is no day; DisclosureError if no report may name an actor.
    """
    may_name_actors(workspace)
    stock = last_stock(workspace)
    asked = Asked(meeting, day_of(day) if day else None)
    return reports.brief(stock, texts_of(workspace, stock), asked, vocabulary(workspace.lexicon))


def digest(workspace: Workspace, day: str, meeting: str | None = None) -> Report:
    """What came in and happened on *day* (ISO 8601), in the whole process or at one meeting.

    Errors as of a brief.
    """
    may_name_actors(workspace)
    stock = last_stock(workspace)
    words, texts = vocabulary(workspace.lexicon), texts_of(workspace, stock)
    return reports.digest(stock, texts, day_of(day), meeting, words)


def feed(workspace: Workspace, out: Path | None = None) -> Path:
    """Write what is new as an Atom feed, to *out*, a file or folder, or into the folder report.

    NotFoundError if no stock was taken, DisclosureError if no report may name an actor.
    """
    may_name_actors(workspace)
    stock = last_stock(workspace)
    target = out or workspace.report
    target = target if target.suffix else target / FEED
    write_whole(target, exporters.atom(reports.feed(stock, texts_of(workspace, stock))))
    return target


def write(workspace: Workspace, made: Report, form: str, out: Path | None, about: str) -> Path:
    """Write what was made as html, md or docx, to *out*, a file or folder, or into the workspace's
    folder report under a name made of what it is *about*."""
    target = file_in(out or workspace.report, plain(about), f".{form}")
    write_whole(target, exporters.export(made, form))
    return target


def seen_by(workspace: Workspace, audience: Audience) -> Workspace:
    """The workspace that holds what an audience may see; itself if nothing is kept back."""
    with workspace.store() as base:
        return editions.of(workspace, base, audience)


def may_name_actors(workspace: Workspace) -> None:
    """DisclosureError if process.toml asks for reports that name no actor."""
    if process_file.load(workspace.process_file).unattributed.always:
        raise DisclosureError(
            "this names actors, and process.toml asks for reports that name none.",
            remedy="Write the report without attribution: stocktake report.",
            place=str(workspace.process_file),
        )


def plain(name: str) -> str:
    """A name as part of a file's name."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
