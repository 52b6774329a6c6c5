"""Facts of one kind as rows of a table: what each attribute says, and the passage behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from stocktake.model import Attribute, Cell, Fact, FactKind, Precision
from stocktake.model.report import Block
from stocktake.reports.dates import parsed, say_text
from stocktake.reports.limits import PASSAGES, TABLE_ROWS
from stocktake.reports.patterns import one_line, plain, table, words
from stocktake.reports.records import Records, cite, key
from stocktake.reports.stands import paragraph

_DATED = ("dates", "date")


def rows(kind: FactKind, names: tuple[str, ...], records: Records) -> list[tuple[Cell, ...]]:
    """One row for each different set of values of the attributes *names*, in order of dates.

    Several names for one column are joined by ``+``. The first cell carries the citations of all
    facts that say the same; a fact that says nothing of any column is left to its passage.
    """
    found: dict[tuple[str, ...], list[Fact]] = {}
    for fact in sorted(records.facts(kind), key=_order):
        texts = tuple(_column(fact, name, records) for name in names)
        if any(texts):
            found.setdefault(texts, []).append(fact)
    return [_row(texts, facts, records) for texts, facts in found.items()]


def _row(texts: tuple[str, ...], facts: list[Fact], records: Records) -> tuple[Cell, ...]:
    citations = joined(facts)
    first, *others = texts
    named = first or _holder(facts[0], records) or words("not_told")
    return (Cell(named, citations), *(Cell(text) for text in others))


def _holder(fact: Fact, records: Records) -> str:
    """Who presides without being named: the office and the State that the passage tells."""
    office, state = _column(fact, "office", records), _column(fact, "state", records)
    told = fact.kind is FactKind.CHAIR and office and state
    return words("holder", office=office, state=state) if told else ""


def _order(fact: Fact) -> tuple[str, str, list[int]]:
    """By date, then where it is told."""
    dated = next((fact.get(name) for name in _DATED if fact.get(name)), None)
    period = parsed(dated.value) if dated else None
    return (
        period.start.isoformat() if period else "9999",
        fact.document_id,
        sorted(attribute.quotation.start for attribute in fact.attributes),
    )


def _column(fact: Fact, names: str, records: Records) -> str:
    values = [
        _value(attribute, records) for name in names.split("+") for attribute in fact.all(name)
    ]
    return "; ".join(dict.fromkeys(one_line(value) for value in values if value))


def _value(attribute: Attribute, records: Records) -> str:
    return _WRITTEN.get(attribute.name, _verbatim)(attribute, records)


def _verbatim(attribute: Attribute, _: Records) -> str:
    return attribute.value


def _quoted(attribute: Attribute, _: Records) -> str:
    return words("quoted", text=one_line(attribute.quotation.text))


def _date(attribute: Attribute, records: Records) -> str:
    """The date as we write dates; in the text's own words where these name a part of a year."""
    period = parsed(attribute.value)
    if period and period.precision is Precision.PART_OF_YEAR:
        return _quoted(attribute, records)
    return say_text(attribute.value)


def _actor(attribute: Attribute, records: Records) -> str:
    known = records.actors.get(attribute.value)
    return known.name if known else attribute.quotation.text


_Writer = Callable[[Attribute, Records], str]
_WRITTEN: dict[str, _Writer] = {
    "date": _date,
    "dates": _date,
    "actor": _actor,
    "state": _actor,
    "to": _actor,
    "with": _actor,
    "quotation": _quoted,
    "reason": _quoted,
}


def joined(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The citations of the first few of some facts."""
    return tuple(dict.fromkeys(passage for fact in facts for passage in _cited(fact)))[:PASSAGES]


def _cited(fact: Fact) -> Iterator[str]:
    """The citation of its sentence, and of others that tell of the same."""
    yield cite(fact)
    for passage in fact.all("passage"):
        yield key(fact.id, fact.document_id, passage.quotation)


def tables(name: str, found: Sequence[tuple[Cell, ...]]) -> tuple[Block, ...]:
    """The first rows as a table, and a sentence that counts the others; nothing without rows."""
    if not found:
        return ()
    left = len(found) - TABLE_ROWS
    more = paragraph(plain("more_rows", n=left), note=True) if left > 0 else ()
    return (table(name, found[:TABLE_ROWS]), *more)
