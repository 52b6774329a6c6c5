"""Tables of how the stock came to be: what became of inputs, what is open, what people said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.exporters.material import Material
from stocktake.exporters.tables.columns import Table, field, text


@dataclass(frozen=True, slots=True)
class _Used:
    name: str
    value: str


def _method(material: Material) -> Iterator[_Used]:
    yield _Used("digest of the stock", material.stock.digest)
    yield from (_Used(name, value) for name, value in material.stock.method)


LEDGER = Table(
    "ledger",
    "What became of an input: nothing disappears.",
    (
        field("input_id", "The input: inputs.input_id.", "9c1b…"),
        field("name", "The name it came under.", "freedonia.pdf"),
        field("status", "processed, partial, failed or withdrawn.", "processed"),
        field("reason", "Why not all of it.", "page 2 is a picture"),
        field("pages", "How many pages were read.", 3),
        field("passages", "How many passages.", 21),
        field("statements", "How many statements were found.", 12),
        field("facts", "How many facts.", 4),
        text(
            "also_under",
            "Further names of the same file, with semicolons between.",
            "copy of freedonia.pdf",
            lambda item, _: "; ".join(item.also_under) or None,
        ),
    ),
    lambda material: material.stock.ledger,
)
ISSUES = Table(
    "issues",
    "Something for a person to look at.",
    (
        field("issue_id", "Hash of the issue.", "15e0…", "id"),
        field("kind", "A short name.", "unknown actor"),
        field("message", "What it is.", "no actor is called 'Utopia'."),
        field("remedy", "What to do.", "Add the name to the lexicon."),
        field("place", "File, page, range as far as known.", "utopia.pdf"),
        field("input_id", "The input, if it is about one.", "9c1b…"),
        field("document_id", "The document, if it is about one.", "0f3a…"),
    ),
    lambda material: material.stock.issues,
)
REVIEWS = Table(
    "reviews",
    "What a person said of a statement.",
    (
        field("review_id", "Hash of the review.", "7e11…", "id"),
        field("record_id", "The statement: statements.statement_id.", "5d20…"),
        field("state", "confirmed, edited or rejected.", "edited"),
        field("field", "What was judged; empty for the whole.", "act"),
        field("machine_value", "What the machine said.", "requests"),
        field("human_value", "What the person said.", "proposes"),
        field("reviewer", "Who.", "A. Rudolf"),
        field("at", "When.", "2031-05-02T10:00:00+00:00"),
        field("note", "Why.", "It is an offer."),
    ),
    lambda material: material.stock.reviews,
)
METHOD = Table(
    "method",
    "By what the stock was made.",
    (
        field("name", "What was used.", "stocktake"),
        field("value", "Which, or how.", "0.1.0"),
    ),
    _method,
)
UPKEEP = (LEDGER, ISSUES, REVIEWS, METHOD)
