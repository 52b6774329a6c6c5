"""Who asks whom to act: those that are asked, by the regional group or kind of those that ask."""

from __future__ import annotations

from collections import defaultdict

from stocktake.lexicon.offices import voice_of
from stocktake.model import Cell, Chart, ChartKind, Stance
from stocktake.model.report import Block
from stocktake.reports.patterns import count_cell, plain, table
from stocktake.reports.records import Records, alphabetical
from stocktake.reports.stands import paragraph
from stocktake.reports.voices import group

_MOST = 12
_FEWEST = 2

Asked = dict[str, dict[str, set[str]]]


def chart(records: Records) -> tuple[Block, ...]:
    """The chart with its table; nothing where fewer than two are asked."""
    asked = _asked(records)
    if len(asked) < _FEWEST:
        return ()
    most = sorted(asked, key=lambda name: (-_number(asked[name]), *alphabetical(name)))[:_MOST]
    groups = sorted({group for name in most for group in asked[name]}, key=alphabetical)
    rows = [
        (Cell(name), *(count_cell(len(asked[name].get(group, ()))) for group in groups))
        for name in most
    ]
    rule = paragraph(plain("asking_whom_rule", n=_MOST), note=True)
    return (*rule, Chart(ChartKind.HEAT, table("asking_whom", rows, columns=groups)))


def _asked(records: Records) -> Asked:
    """By the name of who is asked, and the group of who asks: the ids of those that ask."""
    found: Asked = defaultdict(lambda: defaultdict(set))
    for statement in records.on_themes(records.stock.statements):
        if statement.stance is Stance.OPPOSES:
            continue
        for actor in {voice_of(item.id) for item in statement.actors}:
            for addressee in statement.addressees:
                if addressee != actor:
                    found[records.name(addressee)][group(actor, records)].add(actor)
    return found


def _number(groups: dict[str, set[str]]) -> int:
    return len({actor for actors in groups.values() for actor in actors})
