"""Gaps: what nobody spoke of, who was not heard, and why; silence is told from absence."""

from __future__ import annotations

from collections import Counter, defaultdict

from stocktake.model import Cell, Gap, GapKind, SchemeKind, Section
from stocktake.model.report import Block
from stocktake.reports import voices_missing
from stocktake.reports.patterns import Cited, cell, count_cell, plain, table, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph
from stocktake.reports.voices import by_actor


def section(records: Records) -> Section:
    """Themes by dimension, regional groups, expected actors, unreadable inputs."""
    blocks = (
        *paragraph(plain("gaps_rule"), note=True),
        *_unspoken(records),
        *_regions(records),
        *voices_missing.regions(records),
        *voices_missing.affected(records),
        *_expected(records),
        *_actors(records),
    )
    return Section("gaps", words("gaps"), blocks)


def _unspoken(records: Records) -> tuple[Block, ...]:
    """Each theme with the levels at which nobody spoke of it."""
    missing: dict[str, set[str | None]] = defaultdict(set)
    for gap in records.stock.gaps:
        if gap.actor_id is None and gap.theme_code is not None:
            missing[gap.theme_code].add(gap.dimension_code)
    rows = [
        (Cell(theme.title), _levels(missing[theme.code], records))
        for theme in records.entries(SchemeKind.THEMES)
        if theme.code in missing
    ]
    return (table("unspoken", rows),) if rows else paragraph(plain("nothing_unspoken"))


def _levels(missing: set[str | None], records: Records) -> Cell:
    levels = records.entries(SchemeKind.DIMENSIONS)
    if None in missing:
        return Cell(words("no_level"))
    if missing.issuperset(level.code for level in levels):
        return Cell(words("every_dimension"))
    titles = [Cited(level.title) for level in levels if level.code in missing]
    return cell("names", names=titles)


def _regions(records: Records) -> tuple[Block, ...]:
    """Regional groups with their States heard and their statements."""
    heard: dict[str, set[str]] = defaultdict(set)
    statements: Counter[str] = Counter()
    for actor, said in by_actor(records.stock.statements).items():
        region = records.region(actor)
        if region:
            heard[region].add(actor)
            statements[region] += len(said)
    rows = [
        (Cell(region), count_cell(len(heard[region])), count_cell(statements[region]))
        for region in sorted(heard)
    ]
    return (table("regions", rows),) if rows else ()


def _expected(records: Records) -> tuple[Block, ...]:
    """Who is not heard at all, and why; whether actors were expected."""
    nothing = [gap for gap in records.stock.gaps if gap.actor_id and gap.theme_code is None]
    blocks = [_without_voice(kind, nothing, records) for kind in _NOT_HEARD]
    expected = len(records.stock.process.expected_actor_ids)
    rule = plain("all_expected", n=expected) if expected else plain("nobody_expected")
    return (*paragraph(rule), *(block for found in blocks for block in found))


_NOT_HEARD = {
    GapKind.NO_INPUT: "did_not_hand_in",
    GapKind.UNREADABLE: "unreadable",
    GapKind.WITHDRAWN: "left",
}


def _without_voice(kind: GapKind, gaps: list[Gap], records: Records) -> tuple[Block, ...]:
    names = records.names(gap.actor_id for gap in gaps if gap.kind is kind and gap.actor_id)
    if not names:
        return ()
    actors = [Cited(name) for name in names]
    return paragraph(plain(_NOT_HEARD[kind], n=len(names), actors=actors))


def _actors(records: Records) -> tuple[Block, ...]:
    """For each theme, how many of the actors had nothing to say on it, by reason."""
    counts: dict[str, Counter[GapKind]] = defaultdict(Counter)
    for gap in records.stock.gaps:
        if gap.actor_id is not None and gap.theme_code and gap.dimension_code is None:
            counts[gap.theme_code][gap.kind] += 1
    kinds = [kind for kind in GapKind if any(counts[code][kind] for code in counts)]
    rows = [
        (Cell(theme.title), *(count_cell(counts[theme.code][kind]) for kind in kinds))
        for theme in records.entries(SchemeKind.THEMES)
        if theme.code in counts
    ]
    if not rows:
        return ()
    return (table("actor_gaps", rows, columns=[words(f"gap_{kind.value}") for kind in kinds]),)
