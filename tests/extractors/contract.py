"""What every statement extractor must do, whatever it finds."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors import StatementExtractor
from stocktake.lexicon import Lexicon
from stocktake.model import Block, BlockKind, Candidate, Document, Input, Metadatum, Quote


def document(text: str, *, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    """*text* as a document, each line a block of that kind."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        if line.strip():
            blocks.append(Block(kind, start + len(line) - len(line.lstrip()), end))
        start += len(line)
    return Document("document", "input", text, tuple(blocks))


def input_of(kind: str, *actors: str) -> Input:
    """An input of that kind by these actors."""
    metadata = [Metadatum("kind", kind, "manifest")]
    metadata += [Metadatum("actor", actor, "manifest") for actor in actors]
    return Input("input", "input.txt", "text/plain", 1, tuple(metadata))


def quotes(candidate: Candidate) -> Iterator[Quote]:
    """All quotes of a candidate."""
    fields = (candidate.sentence, candidate.content, candidate.cue, candidate.context)
    more = (candidate.condition, candidate.quoted, candidate.answers)
    names = (quote for _, quote in candidate.actors)
    yield from (quote for quote in (*fields, *more, *names) if quote)


def check_statement_extractor(
    extractor: StatementExtractor, lexicon: Lexicon, text: str, kind: str
) -> list[Candidate]:
    """Assert the contract on *text*: no error, each quote at its place, the same again."""
    read, given = document(text), input_of(kind)
    found = list(extractor.extract(read, given, lexicon))
    assert found == list(extractor.extract(read, given, lexicon))
    for candidate in found:
        assert candidate.actors
        assert 0 <= candidate.confidence <= 1
        for quote in quotes(candidate):
            assert quote.text
            assert quote.start is not None
            assert text[quote.start : quote.start + len(quote.text)] == quote.text
    return found
