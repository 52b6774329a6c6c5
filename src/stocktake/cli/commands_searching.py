"""The command that searches, with all that narrows a search down."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from stocktake.cli import summaries, summaries_meaning
from stocktake.cli.options import RecordOption, RecordShape, WorkspaceOption, workspace_at

Values = list[str] | None


class Sort(StrEnum):
    """Which hits come first."""

    RELEVANCE = "relevance"
    OLDEST = "oldest"
    NEWEST = "newest"


def search(
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY",
            help='Words that must all be there; "a phrase", word*, OR, -without. None: all.',
        ),
    ] = None,
    actors: Annotated[
        Values, typer.Option("--actor", help="Said by this actor: a name or id.")
    ] = None,
    through_groups: Annotated[
        bool, typer.Option("--through-groups", help="Also by a group of the actor on that day.")
    ] = False,
    groups: Annotated[
        Values, typer.Option("--group", help="Said by this group or any member of it on that day.")
    ] = None,
    actor_kinds: Annotated[
        Values, typer.Option("--actor-kind", help="Said by a State, civil society, academia, …")
    ] = None,
    kinds: Annotated[
        Values, typer.Option("--kind", help="In an input of this kind: statement, report, news, …")
    ] = None,
    meetings: Annotated[
        Values, typer.Option("--meeting", help="For this meeting: its id in process.toml.")
    ] = None,
    since: Annotated[str | None, typer.Option(help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(help="Up to this day, month or year.")] = None,
    themes: Annotated[Values, typer.Option("--theme", help="On this theme: its code.")] = None,
    dimensions: Annotated[
        Values, typer.Option("--dimension", help="At this level: local, national, global, …")
    ] = None,
    lenses: Annotated[Values, typer.Option("--lens", help="Children, gender, climate, …")] = None,
    acts: Annotated[Values, typer.Option("--act", help="proposes, requests, supports, …")] = None,
    stances: Annotated[
        Values, typer.Option("--stance", help="supports, opposes or neutral.")
    ] = None,
    confidence: Annotated[
        float | None, typer.Option(min=0, max=1, help="At least as sure as this.")
    ] = None,
    reviews: Annotated[
        Values, typer.Option("--review", help="machine (nobody looked), confirmed or edited.")
    ] = None,
    records: Annotated[
        Values, typer.Option("--only", metavar="RECORD", help="statement or passage.")
    ] = None,
    meaning: Annotated[
        bool,
        typer.Option(
            "--meaning",
            help="Statements that mean what QUERY means, in whatever words and language; needs a "
            "model (stocktake models install).",
        ),
    ] = False,
    sort: Annotated[
        Sort, typer.Option(help="What comes first: the best hits, the oldest or newest inputs.")
    ] = Sort.RELEVANCE,
    limit: Annotated[int, typer.Option(min=1, help="How many hits a page.")] = 20,
    page: Annotated[int, typer.Option(min=1, help="Which page of hits.")] = 1,
    workspace: WorkspaceOption = None,
    shape: RecordOption = RecordShape.TEXT,
) -> None:
    """Find words in statements and passages; filters given several times take any of the values."""
    from stocktake.services import meaning as by_meaning
    from stocktake.services import searching
    from stocktake.services.narrowing import Narrowing
    from stocktake.store import Look, Order

    wanted = Narrowing(
        actors=tuple(actors or ()),
        through_groups=through_groups,
        groups=tuple(groups or ()),
        actor_kinds=tuple(actor_kinds or ()),
        kinds=tuple(kinds or ()),
        meetings=tuple(meetings or ()),
        since=since,
        until=until,
        themes=tuple(themes or ()),
        dimensions=tuple(dimensions or ()),
        lenses=tuple(lenses or ()),
        acts=tuple(acts or ()),
        stances=tuple(stances or ()),
        confidence=confidence,
        reviews=tuple(reviews or ()),
        records=tuple(records or ()),
    )
    look = Look(
        limit=limit, skip=limit * (page - 1), order=Order(sort), marks=summaries.marks(shape)
    )
    if meaning:
        alike = by_meaning.search(workspace_at(workspace), " ".join(query or ()), wanted, look)
        summaries_meaning.alike(alike, shape, look.skip)
        return
    found = searching.search(workspace_at(workspace), " ".join(query or ()), wanted, look)
    summaries.found(found, shape, look.skip)
