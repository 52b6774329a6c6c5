"""From provisional citation keys to numbered citations with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from stocktake.model import (
    Cell,
    Chart,
    Citation,
    Document,
    Entry,
    Listing,
    Paragraph,
    Prose,
    QuoteBlock,
    ReviewState,
    Section,
    Sentence,
    Statement,
    Table,
)
from stocktake.model.report import Block
from stocktake.reports.patterns import one_line, words
from stocktake.reports.records import Records

AROUND = 160
T = TypeVar("T", Sentence, Cell)
_KEY = re.compile(r"(?P<target>.*)@(?P<document>[^@]*):(?P<start>\d+)-(?P<end>\d+)", re.DOTALL)


def number(
    sections: tuple[Section, ...], records: Records
) -> tuple[tuple[Section, ...], tuple[Citation, ...]]:
    """Give the cited passages the ids c1, c2, … in the order of inputs and of their texts."""
    used = {found for section in sections for found in _used(section)}
    places = sorted((_Place.read(found) for found in used), key=lambda place: place.order(records))
    ids = {place.key: f"c{position}" for position, place in enumerate(places, 1)}
    citations = tuple(_citation(ids[place.key], place, records) for place in places)
    return tuple(_section(section, ids) for section in sections), citations


def document_of(key: str) -> str:
    """The id of the document in which the passage of a citation key stands."""
    return _Place.read(key).document_id


@dataclass(frozen=True, slots=True)
class _Place:
    key: str
    target: str
    document_id: str
    start: int
    end: int

    @classmethod
    def read(cls, key: str) -> _Place:
        found = _KEY.fullmatch(key)
        if found is None:
            raise ValueError(f"{key!r} is no citation key")
        return cls(key, found["target"], found["document"], int(found["start"]), int(found["end"]))

    def order(self, records: Records) -> tuple[int, str, int, int, str]:
        return (
            records.order.get(records.texts[self.document_id].input_id, len(records.order)),
            self.document_id,
            self.start,
            self.end,
            self.target,
        )


def _citation(id_: str, place: _Place, records: Records) -> Citation:
    document = records.texts[place.document_id]
    source = records.inputs.get(document.input_id)
    statement = records.statements.get(place.target)
    actor_ids = [actor.id for actor in statement.actors] if statement else []
    return Citation(
        id=id_,
        target=place.target,
        input_id=document.input_id,
        input_title=source.title if source else document.title or "",
        document_id=document.id,
        start=place.start,
        end=place.end,
        page=document.page_at(place.start),
        paragraph=document.paragraph_at(place.start),
        before=_before(document, place.start),
        quote=document.text[place.start : place.end],
        after=_after(document, place.end),
        actors=tuple(dict.fromkeys(records.name(actor_id) for actor_id in actor_ids)),
        language=document.language,
        date=source.get("date") if source else None,
        remarks=tuple(_remarks(statement)) if statement else (),
    )


def _remarks(statement: Statement) -> Iterator[str]:
    """Whose words stand in quotation marks, and whether a person looked at it."""
    if statement.quoted and statement.prose is not Prose.FIRST_PERSON:
        yield words("own_words", words=one_line(statement.quoted.text))
    if statement.review is not ReviewState.MACHINE:
        yield words(statement.review.value)


def _before(document: Document, start: int) -> str:
    text = document.text[max(0, start - AROUND) : start]
    return text if start <= AROUND else text.partition(" ")[2]


def _after(document: Document, end: int) -> str:
    text = document.text[end : end + AROUND]
    return text if end + AROUND >= len(document.text) else text.rpartition(" ")[0]


def _used(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from _used_in(block)
    for part in section.sections:
        yield from _used(part)


def _used_in(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(sentences=sentences):
            yield from (key for sentence in sentences for key in sentence.citations)
        case QuoteBlock(citation=citation):
            yield citation
        case Listing(entries=entries):
            for inner in (inner for entry in entries for inner in entry.blocks):
                yield from _used_in(inner)
        case Table(rows=rows) | Chart(table=Table(rows=rows)):
            yield from (key for row in rows for cell in row for key in cell.citations)


def _section(section: Section, ids: Mapping[str, str]) -> Section:
    return replace(
        section,
        blocks=tuple(_block(block, ids) for block in section.blocks),
        sections=tuple(_section(part, ids) for part in section.sections),
    )


def _block(block: Block, ids: Mapping[str, str]) -> Block:
    match block:
        case Paragraph():
            sentences = tuple(_renamed(sentence, ids) for sentence in block.sentences)
            return replace(block, sentences=sentences)
        case QuoteBlock():
            return replace(block, citation=ids[block.citation])
        case Listing():
            return Listing(tuple(_entry(entry, ids) for entry in block.entries))
        case Table():
            return _table(block, ids)
        case Chart():
            return replace(block, table=_table(block.table, ids))


def _entry(entry: Entry, ids: Mapping[str, str]) -> Entry:
    return replace(entry, blocks=tuple(_block(block, ids) for block in entry.blocks))


def _table(table: Table, ids: Mapping[str, str]) -> Table:
    rows = tuple(tuple(_renamed(cell, ids) for cell in row) for row in table.rows)
    return replace(table, rows=rows)


def _renamed(cited: T, ids: Mapping[str, str]) -> T:
    return replace(cited, citations=tuple(ids[key] for key in cited.citations))
