"""What a table and a column of it are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from stocktake.exporters.material import Material
from stocktake.model import Quotation

Value = str | int | float | bool | None
Row = tuple[Value, ...]


class Type(StrEnum):
    """What values of a column are; None stands for a value that is not there."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its *name*, the *type* of its values, what they mean, an *example* (invented), and
    how the value is told from one record of the table."""

    name: str
    type: Type
    meaning: str
    example: Value
    value: Callable[[Any, Material], Value]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its *name*, what one row of it is, its columns, and where its records are."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    records: Callable[[Material], Iterable[Any]]

    def rows(self, material: Material) -> Iterator[Row]:
        """The rows, in the stock's order."""
        for record in self.records(material):
            yield tuple(column.value(record, material) for column in self.columns)


def text(name: str, meaning: str, example: str, value: Callable[[Any, Material], Value]) -> Column:
    return Column(name, Type.TEXT, meaning, example, value)


def field(name: str, meaning: str, example: Value, attribute: str = "") -> Column:
    """A column for an attribute of the record, of the type that its example has."""

    def value(record: Any, _: Material) -> Value:
        found = getattr(record, attribute or name)
        return None if found is None or found == "" else _plain(found)

    return Column(name, _TYPES[type(example)], meaning, example, value)


def words(name: str, meaning: str, example: str, attribute: str = "") -> Column:
    """A column for the words of a Quotation that may not be there."""

    def value(record: Any, _: Material) -> Value:
        quotation: Quotation | None = getattr(record, attribute or name)
        return quotation.text if quotation else None

    return Column(name, Type.TEXT, meaning, example, value)


def place(attribute: str) -> tuple[Column, ...]:
    """Columns for where a Quotation of a record stands: document, input, page, paragraph, range."""

    def at(record: Any) -> Quotation:
        found: Quotation = getattr(record, attribute)
        return found

    def page(record: Any, material: Material) -> Value:
        return material.documents[record.document_id].page_at(at(record).start)

    def paragraph(record: Any, material: Material) -> Value:
        return material.documents[record.document_id].paragraph_at(at(record).start)

    def input_id(record: Any, material: Material) -> Value:
        return material.documents[record.document_id].input_id

    return (
        field("document_id", "The document: documents.document_id.", "0f3a…"),
        text("input_id", "The input: inputs.input_id.", "9c1b…", input_id),
        Column("page", Type.INTEGER, "Page, from 1; empty where there are none.", 2, page),
        Column("paragraph", Type.INTEGER, "Paragraph of the document, from 1.", 7, paragraph),
        Column(
            "start",
            Type.INTEGER,
            f"Where the {attribute} begins in the document's text, in code points from 0.",
            1204,
            lambda record, _: at(record).start,
        ),
        Column(
            "end",
            Type.INTEGER,
            f"Where the {attribute} ends: the offset behind its last character.",
            1261,
            lambda record, _: at(record).end,
        ),
    )


def listed(values: Iterable[object]) -> str | None:
    """Several ids or codes in one cell, with a space between them."""
    return " ".join(map(str, values)) or None


_TYPES = {str: Type.TEXT, int: Type.INTEGER, float: Type.NUMBER, bool: Type.BOOLEAN}


def _plain(value: Any) -> Value:
    return value if type(value) in _TYPES else str(value)
