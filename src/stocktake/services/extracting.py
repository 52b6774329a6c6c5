"""Statements of one text or file, without a workspace."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from stocktake import lexicon, text, workers
from stocktake.errors import NotFoundError, ReadError, UsageError
from stocktake.lexicon import Lexicon
from stocktake.lexicon.files import digest
from stocktake.model import Block, BlockKind, Document, Input, Metadatum, Statement, content_id
from stocktake.services import reading
from stocktake.services.explaining import Explanation, explain
from stocktake.services.extraction import Subject, Tools, statements, tools
from stocktake.services.metadata import known_actor
from stocktake.services.paths import existing
from stocktake.services.reading import Task
from stocktake.settings import Limits

PLAIN_TEXT = "text/plain"
Words = tuple[Path | None, str]


@dataclass(frozen=True, slots=True)
class Extracted:
    """A statement with the document it stands in; *line* if each line is a text of its own."""

    statement: Statement
    document: Document
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Kit:
    """What extracting takes, loaded once for many texts."""

    lexicon: Lexicon
    tools: Tools


def extract_text(
    words: str, language: str | None = None, author: str | None = None, known: Lexicon | None = None
) -> tuple[Document, list[Statement]]:
    """The text as a Document, and the statements in it in their order; *author* is a name or id
    of an actor whose statement it is. Paragraphs are parted by an empty line."""
    kit = Kit(known, tools()) if known else _packaged()
    document, found = _statements(words, language, _author(author, kit.lexicon), kit)
    return document, list(found)


@cache
def _packaged() -> Kit:
    """With the lexicon of the package, whose files do not change while a program runs."""
    return Kit(lexicon.load(), tools())


def extract_lines(
    lines: Iterable[str], language: str | None = None, folder: Path | None = None
) -> Iterator[Extracted]:
    """The statements of each line, which is a text of its own; lines count from 1. *folder* is a
    workspace's lexicon."""
    kit = Kit(lexicon.load(folder), tools())
    for number, line in enumerate(lines, start=1):
        if line.strip():
            document, found = _statements(line, language, (), kit)
            yield from (Extracted(statement, document, number) for statement in found)


def extract_file(
    path: Path, limits: Limits | None = None, folder: Path | None = None
) -> list[Extracted]:
    """The statements of one file, read in a worker of its own; *folder* is a workspace's lexicon.

    NotFoundError if there is no such file, ReadError or LimitError if it cannot be read.
    """
    if existing(path).is_dir():
        raise UsageError(f"{path} is a folder.", remedy="Name one file, or: stocktake take")
    bounds = limits or Limits()
    outcome = workers.run_isolated(
        reading.work, _task(path, (folder, digest(folder)), bounds), limits=bounds
    )
    return [Extracted(item, outcome.document) for item in outcome.findings.statements]


def read_file(path: Path, words: Words = (None, "")) -> tuple[Document, list[Statement]]:
    """A file of ours, which needs no worker, with its statements; *words* names the lexicon."""
    outcome = reading.work(_task(existing(path), words, Limits()))
    return outcome.document, list(outcome.findings.statements)


def _task(path: Path, words: Words, limits: Limits) -> Task:
    input_ = Input("", path.name, PLAIN_TEXT, path.stat().st_size)
    return Task(input_, path.absolute(), (), (), words, limits)


def read_lines(path: Path) -> list[str]:
    """The lines of a text file in UTF-8; ReadError if it is none."""
    try:
        return existing(path).read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"is not text in UTF-8 ({error.reason}).",
            remedy="Save it as UTF-8, or leave out --lines.",
            place=str(path),
        ) from error


def explained(
    found: Iterable[Extracted], folder: Path | None = None
) -> Iterator[tuple[dict[str, Any], Explanation]]:
    """Each statement as ``extract --explain --format jsonl`` writes it, and why it was found."""
    known = lexicon.load(folder)
    for item in found:
        explanation = explain(item.statement, item.document, known)
        yield contract(item) | {"explain": dataclasses.asdict(explanation)}, explanation


def contract(item: Extracted) -> dict[str, Any]:
    """A statement as the object that ``extract --format jsonl`` writes."""
    statement, document = item.statement, item.document
    line = {} if item.line is None else {"line": item.line}
    return line | {
        "page": document.page_at(statement.content.start),
        "language": document.language,
        "sentence": statement.sentence.text,
        "start": statement.content.start,
        "end": statement.content.end,
        "actors": [{"id": actor.id, "name": actor.name} for actor in statement.actors],
        "act": statement.act.value,
        "stance": statement.stance.value,
        "cue": statement.cue.text,
        "negated": statement.negated,
        "content": statement.content.text,
        "context": statement.context.text if statement.context else None,
        "confidence": statement.confidence,
    }


def _statements(
    words: str, language: str | None, about: tuple[Metadatum, ...], kit: Kit
) -> tuple[Document, tuple[Statement, ...]]:
    document = _document(words, language or text.detect_language(words))
    input_ = Input(document.input_id, "text", PLAIN_TEXT, len(words), about)
    subject = Subject(document, input_, kit.lexicon)
    return document, statements(subject, kit.tools).statements


def _document(words: str, language: str | None) -> Document:
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    blocks = tuple(Block(BlockKind.PARAGRAPH, start, end) for start, end in _paragraphs(words))
    return Document(content_id("text", digest), digest, words, blocks, language=language)


def _paragraphs(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for piece in words.split("\n\n"):
        stripped = piece.strip()
        if stripped:
            begin = start + piece.index(stripped)
            yield begin, begin + len(stripped)
        start += len(piece) + 2


def _author(author: str | None, known: Lexicon) -> tuple[Metadatum, ...]:
    if author is None:
        return ()
    actor_id = known_actor(author, known)
    if actor_id is None:
        raise NotFoundError(f"no actor is called {author!r}.", remedy="Give a name or an id.")
    return (Metadatum("actor", actor_id, "told"), Metadatum("kind", "statement", "told"))
