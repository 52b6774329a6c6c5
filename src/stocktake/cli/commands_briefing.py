"""Commands that tell the news: the brief on a meeting, the digest of a day, the feed, an actor."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli import summaries
from stocktake.cli.options import WorkspaceOption, workspace_at
from stocktake.model.accounts import Audience


class PageShape(StrEnum):
    """In what format a page is written."""

    HTML = "html"
    MD = "md"
    DOCX = "docx"


PageOption = Annotated[PageShape, typer.Option("--format", help="html, md or docx.")]
AudienceOption = Annotated[
    Audience, typer.Option("--for", help="Only from inputs that these may see.")
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="P", help="Folder or file; else the workspace's report."),
]


def brief(
    meeting: Annotated[
        str, typer.Argument(metavar="MEETING", help="Its id in process.toml, or its title.")
    ],
    date: Annotated[
        str | None,
        typer.Option(metavar="D", help="As known on that day, 2030-12-31; else its first day."),
    ] = None,
    audience: AudienceOption = Audience.CHAIRS,
    shape: PageOption = PageShape.HTML,
    out: OutOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write a sourced news brief on a meeting, from the facts that passages prove."""
    from stocktake.services import briefing

    place = workspace_at(workspace)
    made = briefing.brief(briefing.seen_by(place, audience), meeting, date)
    summaries.written([briefing.write(place, made, shape.value, out, f"brief {meeting}")])


def digest(
    date: Annotated[str, typer.Option("--date", metavar="D", help="Of which day: 2030-12-31.")],
    meeting: Annotated[
        str | None, typer.Option(metavar="MEETING", help="Only what is filed under this meeting.")
    ] = None,
    audience: AudienceOption = Audience.CHAIRS,
    shape: PageOption = PageShape.HTML,
    out: OutOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write what came in on a day, what happened, and where who stood for the first time."""
    from stocktake.services import briefing

    place = workspace_at(workspace)
    made = briefing.digest(briefing.seen_by(place, audience), date, meeting)
    summaries.written([briefing.write(place, made, shape.value, out, f"digest {date}")])


def feed(
    audience: AudienceOption = Audience.PUBLIC,
    out: OutOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write an Atom feed of what is new: inputs, departures, releases, adoptions, positions."""
    from stocktake.services import briefing

    place = workspace_at(workspace)
    seen = briefing.seen_by(place, audience)
    summaries.written([briefing.feed(seen, out or place.report)])


def actor(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of a State, group, organisation.")],
    shape: PageOption = PageShape.HTML,
    out: OutOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write the page on an actor: groups, participation, asks and what became of them, changes."""
    from stocktake.services import actor_page, briefing

    place = workspace_at(workspace)
    made = actor_page.page(place, name)
    summaries.written([briefing.write(place, made, shape.value, out, f"actor {made.title}")])
