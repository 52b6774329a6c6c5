"""An input to be read: its text block by block, with what was said in it marked in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from stocktake.errors import NotFoundError
from stocktake.model import Block, BlockKind, Document
from stocktake.services.pages import inputs
from stocktake.services.pages.evidence import Evidence, cited
from stocktake.services.pages.inputs import InputLine
from stocktake.services.pages.shown import Shown

BLOCKS = 200
AROUND = 3


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that begins at *start*; *ids* are the statements whose content it is part
    of, *first* those whose content begins here; *sought* is whether it was asked for."""

    text: str
    start: int
    ids: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    sought: bool = False


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A paragraph, heading, item, cell or footnote; *page* where it is the first on its page."""

    kind: str
    level: int
    number: str
    start: int
    runs: tuple[Run, ...]
    page: int | None


@dataclass(frozen=True, slots=True)
class Reader:
    """A part of an input's text: blocks *skip* and following of *total*, with its statements.

    *document_id* is empty for an input that could not be read."""

    input: InputLine
    media_type: str
    metadata: tuple[tuple[str, str, str], ...]
    document_id: str
    language: str
    pages: int
    blocks: tuple[ReadBlock, ...]
    statements: tuple[Evidence, ...]
    skip: int
    total: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage by its permanent address, with the blocks around it; *skip* is where the reader
    shows it."""

    input: InputLine
    document_id: str
    language: str
    start: int
    end: int
    page: int | None
    paragraph: int
    text: str
    blocks: tuple[ReadBlock, ...]
    skip: int


def read(shown: Shown, input_id: str, skip: int = 0) -> Reader:
    """The input with that id, from its block *skip* on; NotFoundError if the stock has none."""
    item = shown.inputs.get(input_id)
    if item is None:
        raise NotFoundError(f"there is no input {input_id!r}.")
    line = inputs.line(shown, item)
    told = tuple(
        sorted(
            (datum.name, _value(shown, datum.name, datum.value), datum.origin)
            for datum in item.metadata
        )
    )
    document_id = shown.document_of.get(input_id)
    if document_id is None:
        return Reader(line, item.media_type, told, "", "", 0, (), (), 0, 0, None, None)
    document = shown.document(document_id)
    some = document.blocks[skip : skip + BLOCKS]
    said = shown.said_in.get(document_id, ())
    ends = (some[0].start, some[-1].end) if some else (0, 0)
    return Reader(
        input=line,
        media_type=item.media_type,
        metadata=told,
        document_id=document_id,
        language=document.language or "",
        pages=len(document.page_starts),
        blocks=tuple(_blocks(shown, document, some)),
        statements=tuple(cited(shown, s) for s in said if ends[0] <= s.content.start < ends[1]),
        skip=skip,
        total=len(document.blocks),
        before=max(0, skip - BLOCKS) if skip else None,
        after=skip + BLOCKS if skip + BLOCKS < len(document.blocks) else None,
    )


def passage(shown: Shown, document_id: str, start: int, end: int) -> PassageView:
    """The words at ``[start, end)`` of a document; NotFoundError if there are none."""
    document = shown.document(document_id)
    try:
        found = document.passage(start, end)
    except ValueError as error:
        raise NotFoundError(f"there is no such passage: {error}.") from error
    item = shown.inputs[document.input_id]
    at = found.paragraph - 1
    some = document.blocks[max(0, at - AROUND) : document.paragraph_at(end - 1) + AROUND]
    return PassageView(
        input=inputs.line(shown, item),
        document_id=document_id,
        language=document.language or "",
        start=start,
        end=end,
        page=found.page,
        paragraph=found.paragraph,
        text=found.text,
        blocks=tuple(_blocks(shown, document, some, (start, end))),
        skip=at // BLOCKS * BLOCKS,
    )


def _value(shown: Shown, name: str, value: str) -> str:
    return shown.names.actor(value) if name == "actor" else value


def _blocks(
    shown: Shown,
    document: Document,
    blocks: tuple[Block, ...],
    sought: tuple[int, int] | None = None,
) -> Iterator[ReadBlock]:
    page = None
    spans = [
        (item.content.start, item.content.end, item.id)
        for item in shown.said_in.get(document.id, ())
    ]
    for block in blocks:
        here = document.page_at(block.start)
        yield ReadBlock(
            block.kind.value,
            block.level,
            _number(document.text, block),
            block.start,
            tuple(_runs(document.text, block, spans, sought)),
            here if here != page and block.kind is not BlockKind.CELL else None,
        )
        page = here


def _number(text: str, block: Block) -> str:
    """The number before a block, where it does not stand in the text itself."""
    number = block.number or ""
    return "" if text.startswith(number, block.start) else number


def _runs(
    text: str,
    block: Block,
    spans: list[tuple[int, int, str]],
    sought: tuple[int, int] | None,
) -> Iterator[Run]:
    """The block cut wherever a statement or what is sought begins or ends."""
    inside = [span for span in spans if span[0] < block.end and span[1] > block.start]
    edges = {edge for start, end, _ in inside for edge in (start, end)} | set(sought or ())
    cuts = sorted({block.start, block.end, *(e for e in edges if block.start < e < block.end)})
    for start, end in pairwise(cuts):
        here = tuple(id_ for first, last, id_ in inside if first <= start and end <= last)
        first = tuple(id_ for begin, _, id_ in inside if start == max(begin, block.start) == begin)
        is_sought = sought is not None and sought[0] <= start and end <= sought[1]
        yield Run(text[start:end], start, here, first, is_sought)
