"""A report: sections of findings, each sentence with the citations that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from operator import itemgetter


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim is proven. *quote* stands between *before* and *after* in the input's text;
    *target* is the id of the statement, fact or case study that is cited. *actors* are names;
    *remarks* are fixed words: that a person confirmed it, or whose words stand in quotation marks.
    """

    id: str
    target: str
    input_id: str
    input_title: str
    document_id: str
    start: int
    end: int
    page: int | None
    paragraph: int
    before: str
    quote: str
    after: str
    actors: tuple[str, ...] = ()
    language: str | None = None
    date: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence made from a fixed pattern; *citations* are ids of Citations.

    *places* holds, in ascending order, the offset in *text* behind which each citation stands;
    where it is empty, all stand at the end.
    """

    text: str
    citations: tuple[str, ...] = ()
    places: tuple[int, ...] = ()

    def runs(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Stretches of *text* in order, each with the citations that stand right behind it."""
        return _runs(self.text, self.citations, self.places)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together; *note* sets it apart as an explanation of the method."""

    sentences: tuple[Sentence, ...]
    note: bool = False


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A verbatim quotation with who said it; *label* is a fixed word such as "supports"."""

    citation: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a listing: its *heading* and what belongs to it."""

    heading: str
    blocks: tuple[Block, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries of one kind one after another: the proposals of a theme, the case studies."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; *value* is the number behind the text, if it is one.

    *link* is the id of the section or the anchor of the entry where more is said. *places* and
    ``runs`` as in a Sentence.
    """

    text: str
    citations: tuple[str, ...] = ()
    value: float | None = None
    link: str = ""
    places: tuple[int, ...] = ()

    def runs(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Stretches of *text* in order, each with the citations that stand right behind it."""
        return _runs(self.text, self.citations, self.places)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column holds the row headings."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class ChartKind(StrEnum):
    """How a table is drawn."""

    COLUMNS = "columns"
    HEAT = "heat map"
    STACKED_BARS = "stacked bars"
    MAP = "map"
    NETWORK = "network"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a table, never without it."""

    kind: ChartKind
    table: Table


Block = Paragraph | QuoteBlock | Listing | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the report."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole; *citations* hold each Citation once, by id, in the order of the ids.

    *kind* is what it is called above its title.
    """

    title: str
    subtitle: str
    stock_digest: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...] = field(default=())
    kind: str = "Stocktaking report"

    @property
    def is_leaflet(self) -> bool:
        """Whether it is one section without a title, which needs no contents."""
        return len(self.sections) == 1 and not self.sections[0].title

    def walk(self) -> Iterator[Section]:
        """All sections, a section before its subsections."""
        stack = list(reversed(self.sections))
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.sections))


def _runs(
    text: str, citations: tuple[str, ...], places: tuple[int, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    stands = zip(places or (len(text),) * len(citations), citations, strict=True)
    start = 0
    for place, group in groupby(stands, itemgetter(0)):
        yield text[start:place], tuple(citation for _, citation in group)
        start = place
    if start < len(text):
        yield text[start:], ()
