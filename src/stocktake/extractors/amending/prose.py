"""Amendments proposed in running text: by statements of actors, or by the author as orders."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from stocktake.extractors.amending.hits import hits, is_order
from stocktake.extractors.amending.instructions import (
    Instruction,
    instructions,
    preferred,
    whole_texts,
)
from stocktake.extractors.amending.scene import (
    Range,
    Scene,
    quotes,
    starting_in,
    units,
    whole_sentences,
)
from stocktake.extractors.amending.who import Sides, sides, wishing
from stocktake.extractors.shared import actors_named, sentences_of
from stocktake.lexicon import Lexicon
from stocktake.lexicon.amending import AmendingWords
from stocktake.lexicon.drafts import DraftWords
from stocktake.model import (
    AmendmentCandidate,
    Block,
    BlockKind,
    Document,
    Input,
    InputKind,
    Quote,
    Statement,
)

_OTHERS_VOICES = frozenset([InputKind.REPORT, InputKind.NEWS, InputKind.SUMMARY])
_HEADER_TAIL = re.compile(r"[\s:.\-–—*_]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with all that is needed to read it."""

    document: Document
    authors: tuple[str, ...]
    is_own_voice: bool
    statements: tuple[Statement, ...]
    lexicon: Lexicon
    words: AmendingWords
    quoted: list[Range]
    units: list[Range]

    @classmethod
    def of(
        cls,
        document: Document,
        input_: Input,
        statements: Iterable[Statement],
        lexicon: Lexicon,
        words: tuple[AmendingWords, DraftWords],
    ) -> Reading:
        quoted = quotes(document.text)
        said = tuple(sorted(wishing(statements), key=lambda item: (item.content, item.id)))
        own = input_.kind not in _OTHERS_VOICES
        named = units(document.text, quoted, words[1])
        return cls(document, input_.actor_ids, own, said, lexicon, words[0], quoted, named)


def prose(reading: Reading) -> Iterator[AmendmentCandidate]:
    """The amendments in blocks other than cells, in the order of the text."""
    header: Range | None = None
    blocks = reading.document.blocks
    spans = sentences_of(reading.document)
    places = [item.content.start for item in reading.statements]
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.CELL:
            continue
        header = _header(reading, block) or (None if block.kind is BlockKind.HEADING else header)
        below = blocks[number + 1] if number + 1 < len(blocks) else None
        for span in whole_sentences(spans[number], reading.quoted):
            first, last = (bisect_left(places, place) for place in span)
            said = list(reading.statements[first:last])
            scene = _scene(reading, span, said, header, below)
            yield from _offered(reading, scene, said)


def _header(reading: Reading, block: Block) -> Range | None:
    """The unit with which a block opens, where it stands alone or a colon follows it."""
    text = reading.document.text
    first = next(iter(starting_in(reading.units, block.start, block.end)), None)
    if first is None or text[block.start : first[0]].strip(" *_#[(–-"):
        return None
    tail = _HEADER_TAIL.match(text, first[1], block.end)
    end = tail.end() if tail else first[1]
    is_led = ":" in text[first[1] : end] or block.kind is BlockKind.HEADING
    return first if is_led or end == block.end else None


def _scene(
    reading: Reading,
    span: Range,
    said: list[Statement],
    header: Range | None,
    below: Block | None,
) -> Scene:
    text = reading.document.text
    ends_open = text[span[0] : span[1]].rstrip().endswith(":")
    return Scene(
        text,
        *span,
        reading.words,
        starting_in(reading.quoted, *span),
        starting_in(reading.units, *span),
        tuple((item.content.start, item.content.end) for item in said),
        header,
        (below.start, below.end) if below and ends_open else None,
    )


def _offered(reading: Reading, scene: Scene, said: list[Statement]) -> Iterator[AmendmentCandidate]:
    found = hits(scene)
    for hit in found:
        about = _sides(reading, scene, hit.start, said)
        is_own = about.is_nobody and reading.is_own_voice and is_order(scene, hit)
        if about.is_nobody and not is_own:
            continue
        for item in instructions(scene, hit):
            if not is_own or _is_told(item):
                yield _candidate(reading, scene, item, about)
    if not found:
        yield from _without_verb(reading, scene, said)


def _without_verb(
    reading: Reading, scene: Scene, said: list[Statement]
) -> Iterator[AmendmentCandidate]:
    for item in (*whole_texts(scene), *preferred(scene)):
        about = _sides(reading, scene, item.place, said)
        if not about.is_nobody or (reading.is_own_voice and item.rule != "rather"):
            yield _candidate(reading, scene, item, about)


def _is_told(item: Instruction) -> bool:
    """Whether an order names quoted words or a unit: "include women" is none."""
    return bool(item.old or item.new or item.target)


def _sides(reading: Reading, scene: Scene, place: int, said: list[Statement]) -> Sides:
    if not said:
        return Sides()
    mentions = actors_named(reading.document.text, reading.lexicon.actors)
    return sides(scene, place, said, reading.authors, mentions)


def _candidate(
    reading: Reading, scene: Scene, item: Instruction, about: Sides
) -> AmendmentCandidate:
    known = replace(about, actors=reading.authors) if about.is_nobody else about
    end = max(scene.end, item.new[1] if item.new else 0)
    return candidate(scene, item, known, (scene.start, end))


def candidate(scene: Scene, item: Instruction, about: Sides, passage: Range) -> AmendmentCandidate:
    """What is offered for an instruction; *passage* holds all that proves it."""
    return AmendmentCandidate(
        _quote(scene.text, passage),
        item.action,
        tuple(_quote(scene.text, span) for span in item.target),
        item.rule,
        _quote_if(scene.text, item.old),
        _quote_if(scene.text, item.new),
        _quote_if(scene.text, item.described),
        item.where,
        about.actors,
        about.supporters,
        about.opponents,
        about.statements,
    )


def _quote(text: str, span: Range) -> Quote:
    return Quote(text[slice(*span)], span[0])


def _quote_if(text: str, span: Range | None) -> Quote | None:
    return None if span is None else _quote(text, span)


def words_of(language: str | None, known: Mapping[str, AmendingWords]) -> AmendingWords:
    """The words of a document's language; English where it is not known."""
    return known.get(language or "en", known["en"])
