"""Reads what a language model answered: JSON lines, each a candidate like any other.

Nothing in an answer is believed: what is not in the form that was asked for is told apart here,
and what does not stand in the text is refused where all candidates are proven.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from stocktake.errors import NotFoundError
from stocktake.lexicon import Lexicon
from stocktake.model import (
    Act,
    Candidate,
    Document,
    Input,
    InputKind,
    Prose,
    Quote,
    Stance,
    StatementActor,
)

RULE = "language model"
AUTHOR = "author"
FORM = "not in the form that was asked for"
UNKNOWN = "an actor that nobody knows"
TOO_LONG = "a sentence that is longer than one"
_CONFIDENCE = 0.5
_NEEDED = frozenset({"sentence", "actors", "cue", "content", "act", "stance"})
_ALLOWED = _NEEDED | {"negated"}
_LONGEST = 2000
_FENCE = "```"
_NEWS = frozenset({InputKind.NEWS, InputKind.PRESS_RELEASE})
Named = tuple[StatementActor, Quote | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """The passage ``document.text[start:end]`` about which a model was asked, and whose it is."""

    document: Document
    input_: Input
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unusable:
    """A *line* of an answer, counted from 1, that makes no candidate, and why."""

    line: int
    reason: str


class UnusableError(ValueError):
    """Why a line makes no candidate."""


def read_answer(answer: str, asked: Asked, lexicon: Lexicon) -> Iterator[Candidate | Unusable]:
    """Each line of *answer* as a candidate, or why it is none; never raises on any text."""
    for number, line in enumerate(answer.splitlines(), start=1):
        if line.strip() and not line.strip().startswith(_FENCE):
            try:
                yield _candidate(_object(line), asked, lexicon)
            except UnusableError as error:
                yield Unusable(number, str(error))


def _object(line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnusableError(FORM) from error
    if not isinstance(told, dict) or not told.keys() >= _NEEDED or told.keys() - _ALLOWED:
        raise UnusableError(FORM)
    return told


def _candidate(told: dict[str, Any], asked: Asked, lexicon: Lexicon) -> Candidate:
    sentence, cue, content = (_text(told[name]) for name in ("sentence", "cue", "content"))
    actors = tuple(
        named for name in _names(told["actors"]) for named in _actors(name, asked, lexicon)
    )
    own = all(quote is None for _, quote in actors)
    reported = Prose.NEWS if asked.input_.kind in _NEWS else Prose.REPORT
    return Candidate(
        sentence=Quote(sentence, _start(sentence, asked)),
        content=Quote(content),
        cue=Quote(cue),
        actors=actors,
        act=_one_of(Act, told["act"]),
        stance=_one_of(Stance, told["stance"]),
        prose=Prose.FIRST_PERSON if own else reported,
        rule=RULE,
        confidence=_CONFIDENCE,
        negated=_flag(told.get("negated", False)),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UnusableError(FORM)
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise UnusableError(FORM)
    return value


def _one_of(kind: Any, value: Any) -> Any:
    try:
        return kind(_text(value))
    except ValueError as error:
        raise UnusableError(FORM) from error


def _names(value: Any) -> list[str]:
    if not isinstance(value, list) or not value:
        raise UnusableError(FORM)
    return list(dict.fromkeys(_text(name) for name in value))


def _actors(name: str, asked: Asked, lexicon: Lexicon) -> list[Named]:
    """The actor of that name, with its name as it must stand in the text; or the authors."""
    if name == AUTHOR:
        if not asked.input_.actor_ids:
            raise UnusableError(UNKNOWN)
        return [(_author(actor_id, lexicon), None) for actor_id in asked.input_.actor_ids]
    actor = lexicon.actors.resolve(name)
    if actor is None:
        raise UnusableError(UNKNOWN)
    return [(StatementActor(actor.id, actor.name), Quote(name))]


def _author(actor_id: str, lexicon: Lexicon) -> StatementActor:
    try:
        return StatementActor(actor_id, lexicon.actors.get(actor_id).name)
    except NotFoundError:
        return StatementActor(actor_id, actor_id)


def _start(sentence: str, asked: Asked) -> int | None:
    """Where the sentence begins in the document: where it first stands in the passage."""
    first = asked.document.text.find(sentence, asked.start, asked.end)
    if first >= 0 and not _within_block(first, first + len(sentence), asked.document):
        raise UnusableError(TOO_LONG)
    return first if first >= 0 else None


def _within_block(start: int, end: int, document: Document) -> bool:
    """Whether a range is no longer than a sentence can be, and part of one paragraph."""
    near = (block for block in document.blocks if block.start <= start < block.end)
    return end - start <= _LONGEST and any(end <= block.end for block in near)
