"""Votes in tables: a row for each country, columns recognised by what stands above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stocktake.lexicon import Lexicon
from stocktake.lexicon.notation import Phrases
from stocktake.model import (
    Block,
    BlockKind,
    Document,
    FactCandidate,
    FactKind,
    Input,
    OfferedAttribute,
    Quote,
)

RULE = "vote in a table"
_NEEDED = ({"vote", "actor"}, {"vote", "code"})
_CONFIDENCE = 0.99

Cells = Mapping[int, Block]


class VoteTables:
    """Reads who voted how from tables that have a column for the country and one for the vote."""

    name = "vote tables"
    version = "1"

    def extract(
        self,
        document: Document,
        input_: Input,  # noqa: ARG002 - what every extractor is given
        lexicon: Lexicon,
    ) -> Iterator[FactCandidate]:
        """Offer a fact for each row; a name or vote that nobody knows stands in it as written."""
        for rows in _tables(document):
            head = _head(rows, document.text, lexicon)
            if head:
                for row in sorted(number for number in rows if number > head.row):
                    yield from _vote(rows[row], head, document.text, lexicon)


@dataclass(frozen=True, slots=True)
class _Head:
    """In which *row* the columns are named, and which column holds what."""

    row: int
    columns: Mapping[str, int]


def columns_of(cells: Mapping[int, str], titles: Phrases) -> dict[str, int]:
    """What the columns with these headings hold: actor, code, vote, resolution, date."""
    found: dict[str, int] = {}
    for column, text in sorted(cells.items()):
        value = titles.whole(" ".join(text.split()))
        if value:
            found.setdefault(value, column)
    return found


def is_of_votes(columns: Mapping[str, int]) -> bool:
    """Whether columns tell who voted and how."""
    return any(needed <= columns.keys() for needed in _NEEDED)


def _tables(document: Document) -> Iterator[dict[int, dict[int, Block]]]:
    tables: dict[int, dict[int, dict[int, Block]]] = defaultdict(lambda: defaultdict(dict))
    for block in document.blocks:
        if block.kind is BlockKind.CELL and block.table is not None:
            tables[block.table][block.row or 0][block.column or 0] = block
    yield from tables.values()


def _head(rows: Mapping[int, Cells], text: str, lexicon: Lexicon) -> _Head | None:
    titles = lexicon.process.table("votes.columns")
    for row in sorted(rows):
        words = {column: text[cell.start : cell.end] for column, cell in rows[row].items()}
        columns = columns_of(words, titles)
        if is_of_votes(columns):
            return _Head(row, columns)
    return None


def _vote(cells: Cells, head: _Head, text: str, lexicon: Lexicon) -> Iterator[FactCandidate]:
    told = {
        name: _Told(text, cells[column]) for name, column in head.columns.items() if column in cells
    }
    who = told.get("actor") or told.get("code")
    if who is None or "vote" not in told:
        return
    named = (told[name].words for name in ("actor", "code") if name in told)
    known = next((found for name in named if (found := actor_id(name, lexicon))), None)
    vote = lexicon.process.table("votes.choices").whole(told["vote"].words)
    attributes = [who.attribute("actor", known), told["vote"].attribute("vote", vote)]
    attributes += [told[name].attribute(name) for name in ("resolution", "date") if name in told]
    blocks = [cells[column] for column in sorted(cells)]
    sentence = Quote(text[blocks[0].start : blocks[-1].end], blocks[0].start)
    yield FactCandidate(FactKind.VOTE, sentence, tuple(attributes), RULE, _CONFIDENCE)


@dataclass(frozen=True, slots=True)
class _Told:
    text: str
    cell: Block

    @property
    def words(self) -> str:
        return self.text[self.cell.start : self.cell.end]

    def attribute(self, name: str, value: str | None = None) -> OfferedAttribute:
        return OfferedAttribute(name, value or self.words, Quote(self.words, self.cell.start))


def actor_id(name: str, lexicon: Lexicon) -> str | None:
    """The id of the State that *name* names in any language or by its ISO code, or None."""
    found = lexicon.actors.resolve(lexicon.alpha2.get(name.upper(), name))
    return found.id if found else None
