"""One input, from its bytes to what stands in it; runs in a worker of its own."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from stocktake import analysis, extractors, lexicon, readers, text
from stocktake.analysis import Early
from stocktake.errors import StocktakeError
from stocktake.lexicon import Lexicon
from stocktake.model import Document, Gist, Input, Metadatum
from stocktake.services import metadata
from stocktake.services.extraction import Findings, Subject, Tools, findings, tools
from stocktake.services.looking import Place, looker
from stocktake.settings import Limits


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs. *document* is the *input_* as read before, None if it must be read;
    *told* is what people say of it; *words* names the lexicon: its folder and its digest;
    *schemes* what the text is looked through for, if anything."""

    input_: Input
    path: Path
    told: tuple[Metadatum, ...]
    patterns: tuple[str, ...]
    words: tuple[Path | None, str]
    limits: Limits
    schemes: Place | None = None
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a worker found out; *early* for the stock that is taken of it next, if one is."""

    document: Document
    inferred: tuple[Metadatum, ...]
    findings: Findings
    gist: Gist | None
    early: Early | None


def work(task: Task) -> Outcome:
    """Read the input, infer its metadata, extract and prove; ReadError if it cannot be read."""
    words = known_words(*task.words)
    name = task.input_.name
    document = task.document or read(task.path.read_bytes(), name, task.limits)
    inferred = tuple(extractors.infer_metadata(document, name, task.patterns, words))
    known = metadata.resolved(metadata.merge(task.told, inferred), words)
    about = dataclasses.replace(task.input_, metadata=(*known, *task.input_.metadata))
    subject = Subject(document, about, words)
    found = findings(subject, _tools())
    place = task.schemes
    gist = looker(place).gist(document, about, found.statements) if place else None
    early = analysis.early(document, found.statements) if place else None
    return Outcome(document, inferred, found, gist, early)


def early_of(outcome: Outcome | StocktakeError) -> dict[str, Early]:
    """What was found out early, by the id of the document."""
    if isinstance(outcome, StocktakeError) or not outcome.early:
        return {}
    return {outcome.document.id: outcome.early}


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The Document of a file, with the language its text is in."""
    document = readers.read(data, name, limits)
    if document.language:
        return document
    return dataclasses.replace(document, language=text.detect_language(document.text))


@lru_cache(maxsize=2)
def known_words(folder: Path | None, digest: str) -> Lexicon:  # noqa: ARG001 the digest is part of the key
    """The lexicon of a workspace, loaded once a process as long as its files stay the same."""
    return lexicon.load(folder)


@cache
def _tools() -> Tools:
    """The extractors of this worker, which lives for one build."""
    return tools()
