"""Statements → assignments: what each is about, and the words that say so.

Terms are looked for where the weight of a statement lies: first in its content and its leading
phrase ("On finance, …"); only if none stands there, in the whole sentence; only if none stands
there either, in the heading right above. A term that asks for other words ("data & migra*") may
find these in the sentence, in the heading above it and in the title of the document; in the
paragraph only where it says so ("the compact && migra*"), since neighbours speak of other things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stocktake.analysis.matching import Hit, Matcher, Numbers, Text, matchers
from stocktake.analysis.mentions import themes_in
from stocktake.analysis.sources import Sources
from stocktake.model import (
    Assignment,
    Block,
    BlockKind,
    Document,
    Gist,
    Input,
    Quotation,
    Scheme,
    SchemeKind,
    Statement,
)

Hits = Mapping[SchemeKind, Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class About:
    """What is about what: *assignments* of statements, and, for each input that was read, the
    codes of the themes that its text names anywhere, whether or not in a statement."""

    assignments: tuple[Assignment, ...]
    mentions: Mapping[str, frozenset[str]]


def about(
    statements: Sequence[Statement],
    schemes: Sequence[Scheme],
    sources: Sources,
    gists: Mapping[str, Gist] | None = None,
) -> About:
    """Assignments of *statements* in their order, in the order of schemes and codes; mentions of
    the scheme of themes, if it is among *schemes*. Each document is looked through once, unless
    its gist is there and covers its statements."""
    found = gists_of(statements, schemes, sources, gists or {})
    mentions: dict[str, frozenset[str]] = defaultdict(frozenset)
    if Looker(schemes).looks_for_themes:
        for gist in found.values():
            mentions[sources.documents[gist.document_id].input_id] |= frozenset(gist.mentions)
    return About(assignments_of(statements, found), dict(mentions))


def gists_of(
    statements: Iterable[Statement],
    schemes: Sequence[Scheme],
    sources: Sources,
    known: Mapping[str, Gist],
) -> dict[str, Gist]:
    """The gist of each document, by its id; those *known* that cover its statements stay."""
    looker = Looker(schemes)
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_document[statement.document_id].append(statement)
    found = {}
    for document in sources.documents.values():
        said = by_document[document.id]
        gist = known.get(document.id)
        if gist is None or not gist.covers(said):
            gist = looker.gist(document, sources.inputs.get(document.input_id), said)
        found[document.id] = gist
    return found


def assignments_of(
    statements: Iterable[Statement], gists: Mapping[str, Gist]
) -> tuple[Assignment, ...]:
    """What *statements* are about, in their order."""
    found: dict[str, list[Assignment]] = defaultdict(list)
    for gist in gists.values():
        for assignment in gist.assignments:
            found[assignment.statement_id].append(assignment)
    return tuple(item for statement in statements for item in found.get(statement.id, ()))


class Looker:
    """Looks through documents for the terms of schemes, which are compiled once a language."""

    def __init__(self, schemes: Sequence[Scheme]) -> None:
        self._schemes = schemes
        self._kinds = [scheme.kind for scheme in schemes]
        self._by_language: dict[str, list[Matcher]] = {}

    @property
    def looks_for_themes(self) -> bool:
        return SchemeKind.THEMES in self._kinds

    def gist(
        self, document: Document, input_: Input | None, statements: Sequence[Statement]
    ) -> Gist:
        """What *document* tells by itself; *statements* are those that stand in it."""
        spoken = self._matchers(document.language or "en")
        title = Text.of(_title(document, input_))
        around = Surroundings(document, title, Text.of(document.text), spoken)
        return Gist(
            document.id,
            tuple(item.id for item in statements),
            tuple(found for item in statements for found in _assign(item, around, self._kinds)),
            tuple(sorted(themes_in(document, around.whole, spoken)))
            if self.looks_for_themes
            else (),
        )

    def _matchers(self, language: str) -> list[Matcher]:
        if language not in self._by_language:
            self._by_language[language] = matchers(self._schemes, language)
        return self._by_language[language]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The further parts of terms of one matcher that stand *above* a sentence (in its heading, in
    the title) and in its *paragraph*."""

    matcher: Matcher
    above: Numbers
    paragraph: Numbers

    def find(self, text: Text) -> list[Hit]:
        return self.matcher.find(text, self.above, self.paragraph)


@dataclass(frozen=True, slots=True)
class _Near:
    """What stands around a sentence: further parts of terms, and the hits in its heading."""

    parts: tuple[_Parts, ...]
    heading: Hits


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A document's text with its blocks and headings, looked up once for all its statements."""

    document: Document
    title: Text
    whole: Text
    matchers: Sequence[Matcher]
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
        paragraph = [self._part(blocks[index])] if index < len(blocks) else []
        block = self._heading_above(index)
        heading = [self._part(block)] if block else []
        parts = tuple(
            _Parts(each, each.parts(*heading, self.title), each.parts(*paragraph))
            for each in self.matchers
        )
        return _Near(parts, _hits(heading[0], parts) if heading else {})

    def _heading_above(self, index: int) -> Block | None:
        blocks = self.document.blocks
        return next(
            (blocks[at] for at in range(index - 1, -1, -1) if blocks[at].kind is BlockKind.HEADING),
            None,
        )

    def _part(self, block: Block) -> Text:
        return self.whole.part(block.start, block.end)


def _title(document: Document, input_: Input | None) -> str:
    return " ".join(filter(None, (document.title, input_.get("title") if input_ else None)))


def _assign(
    statement: Statement, surroundings: Surroundings, kinds: Sequence[SchemeKind]
) -> Iterator[Assignment]:
    near = surroundings.of(statement.sentence.start)
    sentence = surroundings.whole.part(statement.sentence.start, statement.sentence.end)
    places = [place for place in (statement.content, statement.context) if place]
    text = surroundings.document.text
    found = _hits(sentence, near.parts)
    for kind in kinds:
        terms: dict[str, list[Quotation]] = defaultdict(list)
        for hit in _weightiest(found.get(kind), places) or near.heading.get(kind, ()):
            quotation = Quotation(hit.start, hit.end, text[hit.start : hit.end])
            terms[hit.code].append(quotation)
        for code in sorted(terms):
            yield Assignment(statement.id, kind, code, tuple(terms[code]))


def _hits(text: Text, parts: Iterable[_Parts]) -> Hits:
    """The hits in *text*, by scheme."""
    found: dict[SchemeKind, list[Hit]] = defaultdict(list)
    for each in parts:
        for hit in each.find(text):
            found[hit.scheme].append(hit)
    return found


def _weightiest(hits: Sequence[Hit] | None, places: Sequence[Quotation]) -> Sequence[Hit]:
    """Those of *hits* that lie in one of *places*; all of them, if none does."""
    weighty = [hit for hit in hits or () if _within(hit, places)]
    return weighty or hits or ()


def _within(hit: Hit, places: Sequence[Quotation]) -> bool:
    return any(place.start <= hit.start and hit.end <= place.end for place in places)
