"""One part for each dimension: its themes, where views meet, where they part, who stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from stocktake.model import Chart, ChartKind, Proposal, SchemeKind, Section, Theme
from stocktake.model.report import Block
from stocktake.reports.limits import CONVERGENT, DIMENSION_PROPOSALS
from stocktake.reports.patterns import Cited, claim, count_cell, plain, table, words
from stocktake.reports.proposals import brief_table, ranked
from stocktake.reports.quantity import share
from stocktake.reports.records import Records, speakers
from stocktake.reports.stands import Stands, number, paragraph, passages, stands_on
from stocktake.reports.themes import title_cell


def section(records: Records, told: frozenset[str]) -> Section:
    """The heat map of themes and dimensions, then the dimensions in the scheme's order."""
    dimensions = records.entries(SchemeKind.DIMENSIONS)
    blocks = (
        *paragraph(plain("dimensions_rule", n=CONVERGENT), note=True),
        *_heat(dimensions, records),
    )
    parts = tuple(part(dimension, told, records) for dimension in dimensions)
    return Section("dimensions", words("dimensions"), blocks, parts)


def _heat(dimensions: Sequence[Theme], records: Records) -> tuple[Block, ...]:
    themes = list(filter(records.is_spoken_of, records.entries(SchemeKind.THEMES)))
    if not themes or not dimensions:
        return ()
    counts = {dimension.code: _by_theme(dimension, records) for dimension in dimensions}
    rows = [
        (
            title_cell(theme, records),
            *(count_cell(counts[item.code][theme.code]) for item in dimensions),
        )
        for theme in themes
    ]
    columns = [dimension.title for dimension in dimensions]
    return (Chart(ChartKind.HEAT, table("heat", rows, columns=columns)),)


def _by_theme(dimension: Theme, records: Records) -> Counter[str]:
    statements = records.about(SchemeKind.DIMENSIONS, dimension.code)
    return Counter(code for item in statements for code in records.themes.get(item.id, ()))


def part(dimension: Theme, told: frozenset[str], records: Records) -> Section:
    """One dimension: who spoke, on what, where views meet and part, what was not said."""
    id_ = f"dimension-{dimension.code}"
    statements = records.on_themes(records.about(SchemeKind.DIMENSIONS, dimension.code))
    if not statements:
        return Section(id_, dimension.title, paragraph(plain("dimension_untouched")))
    actors, counts = speakers(statements), _by_theme(dimension, records)
    spoke = claim(
        "spoke_at_level",
        **share(len(actors), records),
        statements=len(statements),
        citations=passages((item.id for item in statements), records),
    )
    proposals = ranked(
        (
            item
            for item in records.stock.proposals
            if dimension.code in item.dimension_codes and item.theme_codes
        ),
        records,
    )
    blocks = (
        *paragraph(spoke),
        *_themes(id_, counts, records),
        *_views(id_, proposals, told, records),
        *_missing(counts, records),
    )
    return Section(id_, dimension.title, blocks)


def _themes(id_: str, counts: Counter[str], records: Records) -> tuple[Block, ...]:
    rows = [
        (title_cell(theme, records), count_cell(counts[theme.code]))
        for theme in records.entries(SchemeKind.THEMES)
        if counts[theme.code]
    ]
    rows.sort(key=lambda row: -(row[1].value or 0))
    return (table("dimension_themes", rows, id_=f"{id_}-themes"),) if rows else ()


def _converges(stands: Stands) -> bool:
    return stands.is_convergent and number(stands.supports) >= CONVERGENT


def _alone(stands: Stands) -> bool:
    return number(stands.all) == 1


_VIEWS: tuple[tuple[str, Callable[[Stands], bool]], ...] = (
    ("convergent", _converges),
    ("divergent", lambda stands: stands.is_divergent),
    ("single", _alone),
)


def _views(
    id_: str, proposals: list[Proposal], told: frozenset[str], records: Records
) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for name, belongs in _VIEWS:
        chosen = [item for item in proposals if belongs(stands_on(item.id, records))]
        shown = chosen[:DIMENSION_PROPOSALS]
        blocks += paragraph(plain(name, n=len(chosen)))
        if shown:
            blocks.append(brief_table(shown, f"{id_}-{name}", told, records, name))
        if len(chosen) > len(shown):
            blocks += paragraph(plain("more_proposals", n=len(chosen) - len(shown)), note=True)
    return tuple(blocks)


def _missing(counts: Counter[str], records: Records) -> tuple[Block, ...]:
    """Themes that were spoken of, but not at this level."""
    spoken_of = filter(records.is_spoken_of, records.entries(SchemeKind.THEMES))
    missing = [Cited(theme.title) for theme in spoken_of if not counts[theme.code]]
    return paragraph(plain("missing_themes", themes=missing)) if missing else ()
