"""Tables of what was handed in, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.exporters.material import Material
from stocktake.exporters.tables.columns import Column, Table, Type, field, listed, text
from stocktake.model import Block, Document


def _known(name: str, meaning: str, example: str) -> Column:
    return text(name, meaning, example, lambda item, _: item.get(name))


@dataclass(frozen=True, slots=True)
class _Passage:
    document: Document
    block: Block
    number: int


def _passages(material: Material) -> Iterator[_Passage]:
    for _, document in sorted(material.documents.items()):
        for number, block in enumerate(document.blocks, 1):
            yield _Passage(document, block, number)


INPUTS = Table(
    "inputs",
    "A file that was handed in.",
    (
        field("input_id", "SHA-256 of the file's bytes.", "9c1b…", "id"),
        field("name", "The name it came under.", "freedonia.pdf"),
        field("title", "Its title, or its name where none is known.", "Statement by Freedonia"),
        field("kind", "statement, report, recommendations, summary, …", "statement"),
        _known("date", "Its date: a day, month, year, or two of them with a slash.", "2031-03-04"),
        _known("meeting", "The meeting it was made for: its id in process.toml.", "first"),
        _known("session", "The session of it: its id in process.toml.", "opening"),
        _known("language", "Language code, where it is told.", "en"),
        _known("confidentiality", "Who may see it, where it is told.", "public"),
        text(
            "actor_ids",
            "Who handed it in: actors.actor_id, with spaces between.",
            "XFR",
            lambda item, _: listed(item.actor_ids),
        ),
        text(
            "known_from",
            "How its metadata are known: name=origin, with semicolons between.",
            "date=manifest; title=inferred: title page",
            lambda item, _: "; ".join(f"{each.name}={each.origin}" for each in item.metadata),
        ),
        field("media_type", "What kind of file it is.", "application/pdf"),
        field("size", "Bytes of the file.", 48213),
    ),
    lambda material: material.stock.inputs,
)
DOCUMENTS = Table(
    "documents",
    "The text that an input was read into.",
    (
        field("document_id", "Hash of the text and how it was read.", "0f3a…", "id"),
        field("input_id", "The input: inputs.input_id.", "9c1b…"),
        field("language", "Language code, found out from the text.", "en"),
        field("reader", "The reader that made it.", "pdf"),
        Column(
            "pages",
            Type.INTEGER,
            "Number of pages; 0 where there are none.",
            3,
            lambda item, _: len(item.page_starts),
        ),
        Column(
            "characters",
            Type.INTEGER,
            "Length of the text in code points.",
            8120,
            lambda item, _: len(item.text),
        ),
        field("ocr_confidence", "0..1; empty where no OCR was used.", 0.97),
        text(
            "notes",
            "What the reader could not do.",
            "page 2 is a picture",
            lambda item, _: "; ".join(item.notes) or None,
        ),
    ),
    lambda material: [item for _, item in sorted(material.documents.items())],
)
PASSAGES = Table(
    "passages",
    "A paragraph, heading, list item, cell or footnote of a document.",
    (
        text(
            "document_id",
            "The document: documents.document_id.",
            "0f3a…",
            lambda item, _: item.document.id,
        ),
        field("paragraph", "Its number in the document, from 1.", 7, "number"),
        text("kind", "What it is on the page.", "paragraph", lambda item, _: item.block.kind.value),
        Column(
            "page",
            Type.INTEGER,
            "Page, from 1; empty where there are none.",
            2,
            lambda item, _: item.document.page_at(item.block.start),
        ),
        Column(
            "start",
            Type.INTEGER,
            "Where it begins in the text, in code points from 0.",
            1180,
            lambda item, _: item.block.start,
        ),
        Column(
            "end",
            Type.INTEGER,
            "Where it ends: the offset behind its last character.",
            1420,
            lambda item, _: item.block.end,
        ),
        text(
            "text",
            "Its words.",
            "We call on all States to keep ports open.",
            lambda item, _: item.document.text[item.block.start : item.block.end],
        ),
    ),
    _passages,
)
ACTORS = Table(
    "actors",
    "Who speaks, is spoken for or was expected.",
    (
        field("actor_id", "ISO 3166 alpha-3 of a State; group:…, un:…, org:… else.", "XFR", "id"),
        field("name", "What it is called.", "Freedonia"),
        field("kind", "State, group of States, UN entity, civil society, …", "State"),
        field("region", "UN regional group of a State.", "WEOG"),
    ),
    lambda material: material.stock.actors,
)
MEMBERSHIPS = Table(
    "memberships",
    "A member of a group that is among the actors, in a stretch of time.",
    (
        field("group_id", "The group: actors.actor_id.", "group:coastal"),
        field("member_id", "The member, in the way of actors.actor_id.", "XFR"),
        field("since", "First day; empty where none is told.", "2001-01-01"),
        field("until", "Last day; empty where it goes on.", "2019-12-31"),
        field("source", "Where it is told.", "secretariat of the group"),
    ),
    lambda material: material.memberships,
)
SOURCES = (INPUTS, DOCUMENTS, PASSAGES, ACTORS, MEMBERSHIPS)
