"""Statements → assignments: what each is about, and the words that say so.

Terms are looked for where the weight of a statement lies: first in its content and its leading
phrase ("On finance, …"); only if none stands there, in the whole sentence; only if none stands
there either, in the heading right above. A term that asks for other words ("data & migra*") may
find these in the paragraph, in the heading above it and in the title of the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stocktake.analysis.sources import Sources
from stocktake.analysis.terms import Hit, Matcher, Text, compile_scheme
from stocktake.model import (
    Assignment,
    Block,
    BlockKind,
    Document,
    Quotation,
    Scheme,
    SchemeKind,
    Statement,
)

Matchers = Mapping[SchemeKind, Matcher]


def assign(
    statements: Sequence[Statement], schemes: Sequence[Scheme], sources: Sources
) -> tuple[Assignment, ...]:
    """Assignments of *statements* in their order, in the order of schemes and codes."""
    matchers = _Matchers(schemes)
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_document[statement.document_id].append(statement)
    found: dict[str, list[Assignment]] = {}
    for document_id, told in by_document.items():
        document = sources.documents.get(document_id)
        if document is not None:
            surroundings = Surroundings(document, _title(document, sources))
            spoken = matchers.of(sources.language(document_id))
            for statement in told:
                found[statement.id] = list(_assign_one(statement, surroundings, spoken))
    return tuple(item for statement in statements for item in found.get(statement.id, ()))


class _Matchers:
    """The compiled matchers of all schemes, by language."""

    def __init__(self, schemes: Sequence[Scheme]) -> None:
        self._schemes = schemes
        self._by_language: dict[str, Matchers] = {}

    def of(self, language: str) -> Matchers:
        if language not in self._by_language:
            self._by_language[language] = {
                scheme.kind: compile_scheme(scheme, language) for scheme in self._schemes
            }
        return self._by_language[language]


@dataclass(frozen=True, slots=True)
class _Near:
    """What stands around a sentence: texts where further words may stand, and its heading."""

    around: tuple[Text, ...]
    heading: Text | None
    heading_start: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A document's blocks and headings, cut into words once for all its statements."""

    document: Document
    title: str
    _near: dict[int, _Near] = field(default_factory=dict, repr=False, compare=False)

    def of(self, offset: int) -> _Near:
        """What stands around the sentence that begins at *offset*."""
        index = self.document.paragraph_at(offset) - 1
        known = self._near.get(index)
        if known is None:
            known = self._near[index] = self._look(index)
        return known

    def _look(self, index: int) -> _Near:
        blocks = self.document.blocks
        block = Text.of(self._text(blocks[index])) if index < len(blocks) else Text.of("")
        above = self._heading_above(index)
        heading = Text.of(self._text(above)) if above else None
        around = (block, *((heading,) if heading else ()), Text.of(self.title))
        return _Near(around, heading, above.start if above else 0)

    def _heading_above(self, index: int) -> Block | None:
        blocks = self.document.blocks
        return next(
            (blocks[at] for at in range(index - 1, -1, -1) if blocks[at].kind is BlockKind.HEADING),
            None,
        )

    def _text(self, block: Block) -> str:
        return self.document.text[block.start : block.end]


def _title(document: Document, sources: Sources) -> str:
    input_ = sources.inputs.get(document.input_id)
    return " ".join(filter(None, (document.title, input_.get("title") if input_ else None)))


def _assign_one(
    statement: Statement, surroundings: Surroundings, matchers: Matchers
) -> Iterator[Assignment]:
    near = surroundings.of(statement.sentence.start)
    sentence = Text.of(statement.sentence.text)
    for kind, matcher in matchers.items():
        hits, start, text = _hits(statement, sentence, near, matcher)
        for code in sorted({hit.code for hit in hits}):
            terms = tuple(
                Quotation(start + hit.start, start + hit.end, text[hit.start : hit.end])
                for hit in hits
                if hit.code == code
            )
            yield Assignment(statement.id, kind, code, terms)


def _hits(
    statement: Statement, sentence: Text, near: _Near, matcher: Matcher
) -> tuple[Sequence[Hit], int, str]:
    """The hits that count, with the start of the text they stand in, and that text."""
    begin = statement.sentence.start
    hits = matcher.find(sentence, near.around)
    weighty = [hit for hit in hits if _within(hit, begin, (statement.content, statement.context))]
    if weighty or hits or near.heading is None:
        return weighty or hits, begin, sentence.text
    return matcher.find(near.heading, near.around), near.heading_start, near.heading.text


def _within(hit: Hit, begin: int, places: Iterable[Quotation | None]) -> bool:
    start, end = begin + hit.start, begin + hit.end
    return any(place and place.start <= start and end <= place.end for place in places)
