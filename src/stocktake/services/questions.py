"""What a language model is asked about a document, and what it answered: answers are kept in the
workspace as they came, so that a build repeats without asking again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stocktake import text
from stocktake.model import Document
from stocktake.services.whole_files import write_whole
from stocktake.settings import LanguageModel

PROMPT = "statements"


@dataclass(frozen=True, slots=True)
class Question:
    """The passage ``[start, end)`` of a document; *key* is the hash of model, prompt and words."""

    document_id: str
    start: int
    end: int
    words: str
    key: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers that are kept in a folder, one file each."""

    folder: Path

    def get(self, question: Question) -> str | None:
        """The answer that is kept, or None; a file that somebody spoilt counts as none."""
        try:
            kept = json.loads(self._path(question).read_bytes())
            answer = kept["answer"]
        except (OSError, ValueError, LookupError, TypeError):
            return None
        return answer if isinstance(answer, str) else None

    def keep(self, question: Question, model: str, answer: str) -> None:
        """Keep an answer; it stands before an earlier one."""
        kept = {"model": model, "asked": question.words, "answer": answer}
        data = json.dumps(kept, ensure_ascii=True, indent=1)
        write_whole(self._path(question), data.encode())

    def _path(self, question: Question) -> Path:
        return self.folder / question.key[:2] / f"{question.key}.json"


def questions(document: Document, model: LanguageModel, prompt: str) -> Iterator[Question]:
    """The passages of a document in their order, each of whole paragraphs or sentences."""
    for start, end in _passages(document, model.passage_chars):
        words = document.text[start:end]
        parts = json.dumps([model.model, prompt, words])
        key = hashlib.sha256(parts.encode()).hexdigest()
        yield Question(document.id, start, end, words, key)


def _passages(document: Document, most: int) -> Iterator[tuple[int, int]]:
    first: int | None = None
    last = 0
    for start, end in _pieces(document, most):
        if first is not None and end - first > most:
            yield first, last
            first = None
        first, last = (start if first is None else first), end
    if first is not None:
        yield first, last


def _pieces(document: Document, most: int) -> Iterator[tuple[int, int]]:
    """Paragraphs; of those that are too long, sentences; of those, stretches."""
    for block in document.blocks:
        if block.end - block.start <= most:
            yield block.start, block.end
            continue
        words = document.text[block.start : block.end]
        for start, end in text.sentences(words, document.language):
            for first in range(start, end, most):
                yield block.start + first, block.start + min(first + most, end)
