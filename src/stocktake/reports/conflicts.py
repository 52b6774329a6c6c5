"""Facts that tell different things of the same, side by side with the passages of both."""

from __future__ import annotations

from stocktake.model import Cell, Conflict, Fact, Section
from stocktake.reports import facts
from stocktake.reports.dates import say_text
from stocktake.reports.patterns import one_line, plain, words
from stocktake.reports.records import Records, cite
from stocktake.reports.stands import paragraph

_OF = ("of", "title", "meeting", "actor")
_DATES = ("date", "dates")


def section(records: Records) -> Section:
    """Each two values for the same thing; a person may say which holds."""
    known = {fact.id: fact for fact in records.stock.facts}
    rows = [_row(item, known, records) for item in records.stock.conflicts]
    rule = paragraph(plain("conflicts_rule"), note=True)
    blocks = (*rule, *facts.tables("conflicts", rows)) if rows else paragraph(plain("no_conflicts"))
    return Section("conflicts", words("conflicts"), blocks)


def _row(item: Conflict, known: dict[str, Fact], records: Records) -> tuple[Cell, ...]:
    told = [known[id_] for id_ in item.fact_ids]
    return (
        Cell(words(f"conflict_{item.attribute}")),
        Cell(_of_what(told, records)),
        *(_said(item.attribute, *pair) for pair in zip(item.values, told, strict=True)),
    )


def _of_what(told: list[Fact], records: Records) -> str:
    """What both facts tell of, in the words of the one that says more."""
    named = [
        "; ".join(
            one_line(records.name(attribute.value))
            for name in _OF
            if (attribute := fact.get(name)) is not None
        )
        for fact in told
    ]
    return max(named, key=lambda text: (len(text), text))


def _said(attribute: str, value: str, fact: Fact) -> Cell:
    text = say_text(value) if attribute in _DATES else value
    return Cell(one_line(text), (cite(fact),))
