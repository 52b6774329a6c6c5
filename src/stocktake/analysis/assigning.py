"""Statements → assignments: what each is about, and the words that say so.

Terms are looked for where the weight of a statement lies: first in its content and its leading
phrase ("On finance, …"); only if none stands there, in the whole sentence; only if none stands
there either, in the heading right above. A term that asks for other words ("data & migra*") may
find these in the sentence, in the heading above it and in the title of the document; in the
paragraph only where it says so ("the compact && migra*"), since neighbours speak of other things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stocktake.analysis.matching import Hit, Matcher, Text
from stocktake.analysis.mentions import themes_in
from stocktake.analysis.sources import Sources
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


@dataclass(frozen=True, slots=True)
class About:
    """What is about what: *assignments* of statements, and, for each input that was read, the
    codes of the themes that its text names anywhere, whether or not in a statement."""

    assignments: tuple[Assignment, ...]
    mentions: Mapping[str, frozenset[str]]


def about(statements: Sequence[Statement], schemes: Sequence[Scheme], sources: Sources) -> About:
    """Assignments of *statements* in their order, in the order of schemes and codes; mentions of
    the scheme of themes, if it is among *schemes*. Each document is looked through once."""
    matchers = _Matchers(schemes)
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_document[statement.document_id].append(statement)
    found: dict[str, list[Assignment]] = {}
    mentions: dict[str, frozenset[str]] = defaultdict(frozenset)
    for document in sources.documents.values():
        title = Text.of(_title(document, sources))
        surroundings = Surroundings(document, title, Text.of(document.text))
        spoken = matchers.of(sources.language(document.id))
        for statement in by_document[document.id]:
            found[statement.id] = list(_assign(statement, surroundings, spoken))
        if SchemeKind.THEMES in spoken:
            named = themes_in(document, surroundings.whole, spoken[SchemeKind.THEMES])
            mentions[document.input_id] |= named
    return About(
        tuple(item for statement in statements for item in found.get(statement.id, ())),
        dict(mentions),
    )


class _Matchers:
    """The matchers of all schemes, by language."""

    def __init__(self, schemes: Sequence[Scheme]) -> None:
        self._schemes = schemes
        self._by_language: dict[str, Matchers] = {}

    def of(self, language: str) -> Matchers:
        if language not in self._by_language:
            self._by_language[language] = {
                scheme.kind: Matcher(scheme, language) for scheme in self._schemes
            }
        return self._by_language[language]


@dataclass(frozen=True, slots=True)
class _Near:
    """What stands around a sentence: its paragraph, the heading above, and this with the title."""

    paragraph: Text | None
    heading: Text | None
    above: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A document's text with its blocks and headings, looked up once for all its statements."""

    document: Document
    title: Text
    whole: Text
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
        paragraph = self._part(blocks[index]) if index < len(blocks) else None
        block = self._heading_above(index)
        heading = self._part(block) if block else None
        return _Near(paragraph, heading, (heading, self.title) if heading else (self.title,))

    def _heading_above(self, index: int) -> Block | None:
        blocks = self.document.blocks
        return next(
            (blocks[at] for at in range(index - 1, -1, -1) if blocks[at].kind is BlockKind.HEADING),
            None,
        )

    def _part(self, block: Block) -> Text:
        return self.whole.part(block.start, block.end)


def _title(document: Document, sources: Sources) -> str:
    input_ = sources.inputs.get(document.input_id)
    return " ".join(filter(None, (document.title, input_.get("title") if input_ else None)))


def _assign(
    statement: Statement, surroundings: Surroundings, matchers: Matchers
) -> Iterator[Assignment]:
    near = surroundings.of(statement.sentence.start)
    sentence = surroundings.whole.part(statement.sentence.start, statement.sentence.end)
    places = [place for place in (statement.content, statement.context) if place]
    text = surroundings.document.text
    for kind, matcher in matchers.items():
        terms: dict[str, list[Quotation]] = defaultdict(list)
        for hit in _hits(sentence, places, near, matcher):
            quotation = Quotation(hit.start, hit.end, text[hit.start : hit.end])
            terms[hit.code].append(quotation)
        for code in sorted(terms):
            yield Assignment(statement.id, kind, code, tuple(terms[code]))


def _hits(
    sentence: Text, places: Sequence[Quotation], near: _Near, matcher: Matcher
) -> Sequence[Hit]:
    """The hits that count."""
    hits = matcher.find(sentence, near.above, near.paragraph)
    weighty = [hit for hit in hits if _within(hit, places)]
    if weighty or hits or near.heading is None:
        return weighty or hits
    return matcher.find(near.heading, near.above, near.paragraph)


def _within(hit: Hit, places: Sequence[Quotation]) -> bool:
    return any(place.start <= hit.start and hit.end <= place.end for place in places)
