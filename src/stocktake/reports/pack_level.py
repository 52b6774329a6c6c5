"""An action group: its dimension's themes by who spoke, where views meet and part, and gaps."""

from __future__ import annotations

from collections import defaultdict

from stocktake.lexicon.offices import voice_of
from stocktake.lexicon.relations import thresholds
from stocktake.model import Cell, Chart, ChartKind, SchemeKind, Section, SessionNeeds, Theme
from stocktake.model.report import Block
from stocktake.reports import dimensions, facts, relations_views
from stocktake.reports.patterns import count_cell, plain, table, words
from stocktake.reports.records import Records, alphabetical
from stocktake.reports.stands import paragraph
from stocktake.reports.targets import Targets
from stocktake.reports.voices import group


def sections(needs: SessionNeeds, records: Records) -> tuple[Section, ...]:
    """The dimension as the report tells it, with the table of themes by who spoke before it."""
    entries = records.entries(SchemeKind.DIMENSIONS)
    found = next((item for item in entries if item.code == needs.session.dimension), None)
    if found is None:
        return ()
    level = dimensions.part(found, frozenset(), records)
    matrix = _matrix(found, records)
    rule = paragraph(plain("pack_level_rule"), note=True) if matrix else ()
    told = Section(level.id, level.title, (*rule, *matrix, *level.blocks))
    return (told, *_views(found, records))


def _matrix(dimension: Theme, records: Records) -> tuple[Block, ...]:
    heard: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in records.about(SchemeKind.DIMENSIONS, dimension.code):
        for actor in {voice_of(item.id) for item in statement.actors}:
            for code in records.themes.get(statement.id, ()):
                heard[code, group(actor, records)].add(actor)
    groups = sorted({name for _, name in heard}, key=alphabetical)
    rows = [
        (Cell(theme.title), *(count_cell(len(heard[theme.code, name])) for name in groups))
        for theme in records.entries(SchemeKind.THEMES)
        if records.is_spoken_of(theme)
    ]
    return (Chart(ChartKind.HEAT, table("pack_level", rows, columns=groups)),) if groups else ()


def _views(dimension: Theme, records: Records) -> tuple[Section, ...]:
    """Convergence and divergence on the proposals of the level, with their measures."""
    here = {
        item.id
        for item in records.stock.proposals
        if dimension.code in item.dimension_codes and item.theme_codes
    }
    found = sorted(
        (item for item in records.stock.relations.convergence if item.target in here),
        key=lambda item: (-item.spoke, item.target),
    )
    rows = relations_views.rows(found, Targets.of(records, frozenset()))
    if not rows:
        return ()
    rules = relations_views.rules(thresholds(records.stock.process.relations))
    blocks = (*rules, *facts.tables("views_proposals", rows))
    return (Section("pack-views", words("pack_views"), blocks),)
