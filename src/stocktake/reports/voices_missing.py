"""Whose voice is missing: regional groups on a theme, and those whom a theme affects most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from stocktake.lexicon.offices import voice_of
from stocktake.model import (
    AffectedVoice,
    Cell,
    Chart,
    ChartKind,
    RegionHeard,
    SchemeKind,
    Theme,
)
from stocktake.model.report import Block
from stocktake.reports.patterns import Cited, cell, count_cell, plain, table, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph
from stocktake.reports.themes import title_cell
from stocktake.reports.voices import named


def regions(records: Records) -> tuple[Block, ...]:
    """Themes by regional group with the number of States that spoke, and who is under-heard."""
    heard: dict[str, dict[str, RegionHeard]] = defaultdict(dict)
    for item in records.stock.regions:
        heard[item.theme_code][item.region] = item
    themes = [item for item in records.entries(SchemeKind.THEMES) if item.code in heard]
    if not themes:
        return ()
    return (_matrix(themes, heard, records), *_under_heard(themes, heard, records))


def _matrix(
    themes: Sequence[Theme], heard: Mapping[str, Mapping[str, RegionHeard]], records: Records
) -> Chart:
    most: dict[str, int] = defaultdict(int)
    for item in records.stock.regions:
        most[item.region] = max(most[item.region], item.expected + item.through_group)
    rows = [
        (
            title_cell(theme, records),
            *(count_cell(heard[theme.code][region].heard) for region in most),
        )
        for theme in themes
    ]
    columns = [words("region_of", region=region, n=number) for region, number in most.items()]
    return Chart(ChartKind.HEAT, table("theme_regions", rows, columns=columns))


def _under_heard(
    themes: Sequence[Theme], heard: Mapping[str, Mapping[str, RegionHeard]], records: Records
) -> tuple[Block, ...]:
    rows = [
        _row(theme, item, records)
        for theme in themes
        for item in heard[theme.code].values()
        if item.under_heard
    ]
    rule = paragraph(plain("regions_rule"), note=True)
    if not rows:
        return (*rule, *paragraph(plain("nobody_under_heard")))
    return (*rule, table("under_heard", rows))


def _row(theme: Theme, item: RegionHeard, records: Records) -> tuple[Cell, ...]:
    numbers = (item.heard, item.expected, item.all_heard, item.all_expected)
    return (
        title_cell(theme, records),
        Cell(item.region),
        *map(count_cell, numbers),
        Cell(f"{item.tail:.4f}", value=item.tail),
    )


def affected(records: Records) -> tuple[Block, ...]:
    """Themes and lenses that were spoken of, with those most affected that spoke, or nobody."""
    voices = [item for item in records.stock.affected if records.about(item.scheme, item.code)]
    if not voices:
        return ()
    titles = {
        (kind, entry.code): entry.title for kind in SchemeKind for entry in records.entries(kind)
    }
    missing = [Cited(titles[item.scheme, item.code]) for item in voices if not item.actor_ids]
    rows = [
        (
            Cell(titles[item.scheme, item.code]),
            Cell(words("quoted", text=", ".join(item.words))),
            cell("names", names=_spoke(item, records)),
        )
        for item in voices
        if item.actor_ids
    ]
    none = plain("no_affected_voice", n=len(missing), of=len(voices), themes=missing)
    return (
        *paragraph(plain("affected_rule"), note=True),
        *(paragraph(none) if missing else ()),
        *((table("affected", rows),) if rows else ()),
    )


def _spoke(item: AffectedVoice, records: Records) -> list[Cited]:
    """Those most affected that spoke, each with its first few passages."""
    ids = set(item.actor_ids)
    theirs = [
        statement
        for statement in records.about(item.scheme, item.code)
        if ids & {voice_of(actor.id) for actor in statement.actors}
    ]
    return [cited for actor, cited in named(theirs, records).items() if actor in ids]
