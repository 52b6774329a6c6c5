"""Extraction measured against statements labelled by hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from stocktake import lexicon
from stocktake.lexicon import Lexicon
from stocktake.model import Document, Statement
from stocktake.services.evaluation import Evaluation, Judged
from stocktake.services.extracting import Words, extract_text, read_file
from stocktake.services.labels import Labelled, read_labels
from stocktake.services.scoring import Claim, Pair, Spaced, paired


def evaluate(path: Path, texts: Path | None = None, folder: Path | None = None) -> Evaluation:
    """Judge extraction by the labels in *path*.

    *texts* is the folder from which their sources are named (that of *path* if not given),
    *folder* a workspace's lexicon. NotFoundError and SettingsError tell what is missing or wrong.
    """
    known = lexicon.load(folder)
    words = (folder, known.digest)
    labelled = read_labels(path, texts or path.parent)
    return Evaluation(tuple(_judged(each, known, words) for each in labelled))


def _judged(labelled: Labelled, known: Lexicon, words: Words) -> Judged:
    if labelled.document is None:
        found = extract_text(labelled.sentence.text, labelled.language, labelled.author, known)
        return _compared(labelled, found, 0)
    found = _read_once(labelled.document, words)
    start = _place(labelled, found[0].text)
    if start is None:
        return Judged(labelled, tuple(Pair(label, None) for label in labelled.claims), placed=False)
    return _compared(labelled, found, start)


def _compared(labelled: Labelled, found: tuple[Document, list[Statement]], start: int) -> Judged:
    """*start*: how many characters that are no white space stand before the sentence."""
    whole, end = _spaced(found[0].text), start + len(labelled.sentence)
    claims = [claim for each in found[1] for claim in _claims(each, whole, start)]
    within = [claim for claim in claims if 0 <= claim.cue[0] < end - start]
    return Judged(labelled, tuple(paired(labelled.claims, within, labelled.sentence)))


def _claims(statement: Statement, whole: Spaced, start: int) -> Iterator[Claim]:
    cue, content = (
        (first - start, behind - start)
        for first, behind in (
            whole.span(part.start, part.end) for part in (statement.cue, statement.content)
        )
    )
    for actor in statement.actors:
        yield Claim(
            actor.id, cue, content, statement.negated, statement.act, statement.stance, statement
        )


def _place(labelled: Labelled, text: str) -> int | None:
    """Where the sentence begins in *text*: of several places the one nearest to where it was
    labelled; counted in characters that are no white space."""
    words, whole = _squeezed(labelled.sentence.text), _squeezed(text)
    places = []
    place = whole.find(words)
    while place >= 0:
        places.append(place)
        place = whole.find(words, place + 1)
    return min(places, key=lambda each: abs(each - labelled.before), default=None)


@lru_cache(maxsize=2)
def _read_once(path: Path, words: Words) -> tuple[Document, list[Statement]]:
    return read_file(path, words)


@lru_cache(maxsize=2)
def _squeezed(text: str) -> str:
    return "".join(text.split())


@lru_cache(maxsize=2)
def _spaced(text: str) -> Spaced:
    return Spaced(text)
