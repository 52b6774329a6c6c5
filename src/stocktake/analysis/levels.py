"""Gaps of single actors at a level: who spoke on a theme, and at which dimensions not.

They are not kept in a stock, as there can be as many as actors times themes times dimensions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from stocktake.lexicon.offices import voice_of
from stocktake.model import Gap, GapKind, SchemeKind, Stock, Theme


def silent_levels(stock: Stock) -> Iterator[Gap]:
    """One gap for each actor that spoke on a theme and each dimension at which it did not."""
    spoken = _spoken(stock)
    levels = [theme.code for theme in _entries(stock, SchemeKind.DIMENSIONS)]
    for theme in _entries(stock, SchemeKind.THEMES):
        for actor_id in sorted(spoken[theme.code]):
            for level in levels:
                if level not in spoken[theme.code][actor_id]:
                    yield Gap(GapKind.SILENT, theme.code, level, actor_id)


def _entries(stock: Stock, kind: SchemeKind) -> Iterator[Theme]:
    for scheme in stock.schemes:
        if scheme.kind is kind:
            yield from scheme.themes


def _spoken(stock: Stock) -> Mapping[str, Mapping[str, set[str]]]:
    """For each theme, the actors that spoke on it, each with the dimensions at which it did."""
    codes: dict[str, dict[SchemeKind, set[str]]] = defaultdict(lambda: defaultdict(set))
    for item in stock.assignments:
        codes[item.statement_id][item.scheme].add(item.code)
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for statement in stock.statements:
        about = codes[statement.id]
        for theme in about[SchemeKind.THEMES]:
            for actor in statement.actors:
                found[theme][voice_of(actor.id)] |= about[SchemeKind.DIMENSIONS]
    return found
