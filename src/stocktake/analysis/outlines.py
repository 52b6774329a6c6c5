"""What a document gives to a stock, in little: enough for all that looks at many documents.

Statements stand in it without their words. Whoever needs these reads them (`told.Told.whole`); most
analyses do not, so that of a thousand documents in which nothing changed none has to be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from stocktake.analysis.asks import founds, joins
from stocktake.analysis.subject import Subject
from stocktake.model import (
    Act,
    ActorRole,
    Assignment,
    Block,
    BlockKind,
    Document,
    Part,
    PositionStance,
    Prose,
    Quotation,
    SchemeKind,
    Stance,
    Statement,
    StatementActor,
)

FOUNDS, JOINS = 1, 2
_WORDLESS = Quotation(0, 0, "")
_NOWHERE = (Block(BlockKind.PARAGRAPH, 0, 0),)
_ACTS, _STANCES, _PROSE = tuple(Act), tuple(Stance), tuple(Prose)
_ROLES, _SCHEMES = tuple(ActorRole), tuple(SchemeKind)
_ON_SUBJECT = (None, PositionStance.SUPPORTS, PositionStance.OPPOSES)

Kept = tuple[str, int]
_Actor = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """A document by its ids, language, and how many pages and passages it has; the parts of its
    *statements* and of what they are about (*assignments*), by key and count; *actors* and what
    they *said*, what it is *about*, and which themes are *mentioned*, as plain data."""

    document_id: str
    input_id: str
    language: str | None
    pages: int
    passages: int
    notes: Sequence[str]
    statements: Kept
    assignments: Kept
    actors: Sequence[Sequence[Any]]
    said: Sequence[Sequence[Any]]
    about: Sequence[Sequence[int | str]]
    mentions: Sequence[str]

    @classmethod
    def of(
        cls,
        document: Document,
        parts: tuple[Part[Statement], Part[Assignment]],
        mentions: Sequence[str],
        subject: Subject | None,
    ) -> Outline:
        """The outline of a document; *parts* are its statements and what they are about."""
        statements, assignments = parts
        actors = {actor: None for item in statements.records for actor in _actors(item)}
        numbers = {actor: at for at, actor in enumerate(actors)}
        places = {item.id: at for at, item in enumerate(statements.records)}
        return cls(
            document.id,
            document.input_id,
            document.language,
            len(document.page_starts),
            len(document.blocks),
            document.notes,
            (statements.key, statements.count),
            (assignments.key, assignments.count),
            list(actors),
            [_row(item, numbers, subject) for item in statements.records],
            [
                (places[item.statement_id], _SCHEMES.index(item.scheme), item.code)
                for item in assignments.records
            ],
            mentions,
        )

    @classmethod
    def unpacked(cls, packed: bytes) -> Outline:
        """The outline that ``packed`` wrote."""
        return cls(**json.loads(packed))

    def packed(self) -> bytes:
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")

    def document(self) -> Document:
        """The document without its text: as many pages and passages, all of them empty."""
        return Document(
            self.document_id,
            self.input_id,
            "",
            _NOWHERE * self.passages,
            (0,) * self.pages,
            language=self.language,
            notes=tuple(self.notes),
        )

    def bare_statements(self) -> Iterator[Statement]:
        """The statements without their words, in the order of the text; of places, they have that
        of the sentence alone."""
        actors = [StatementActor(id_, name, _ROLES[role]) for id_, name, role in self.actors]
        for row in self.said:
            id_, place, act, stance, prose, by, addressees, answers_id = row[:8]
            yield Statement(
                id_,
                self.document_id,
                Quotation(place[0], place[1], ""),
                _WORDLESS,
                _WORDLESS,
                tuple([actors[at] for at in by]),
                _ACTS[act],
                _STANCES[stance],
                _PROSE[prose],
                rule="",
                confidence=0.0,
                addressees=tuple(addressees),
                answers_id=answers_id,
            )

    def bare_assignments(self) -> Iterator[Assignment]:
        """What the statements are about, without the terms that say so."""
        for at, scheme, code in self.about:
            yield Assignment(self.said[int(at)][0], _SCHEMES[int(scheme)], str(code), ())

    def marked(self, mark: int) -> list[str]:
        """The ids of the statements that bear a mark."""
        return [row[0] for row in self.said if row[8] & mark]

    def on_subject(self) -> Iterator[tuple[str, PositionStance | None]]:
        """The statements that speak of the subject, with the stance on it that each takes."""
        return ((row[0], _ON_SUBJECT[row[9]]) for row in self.said if row[9] is not None)


def _actors(statement: Statement) -> Iterator[_Actor]:
    return ((actor.id, actor.name, _ROLES.index(actor.role)) for actor in statement.actors)


def _row(
    statement: Statement, numbers: Mapping[_Actor, int], subject: Subject | None
) -> tuple[Any, ...]:
    named = subject is not None and statement.id in subject.terms
    return (
        statement.id,
        (statement.sentence.start, statement.sentence.end),
        _ACTS.index(statement.act),
        _STANCES.index(statement.stance),
        _PROSE.index(statement.prose),
        [numbers[actor] for actor in _actors(statement)],
        statement.addressees,
        statement.answers_id,
        FOUNDS * founds(statement) | JOINS * joins(statement),
        _ON_SUBJECT.index(subject.stance(statement)) if subject and named else None,
    )


def marked(outlines: Iterable[Outline], mark: int) -> frozenset[str]:
    """The ids of all statements that bear a mark."""
    return frozenset(id_ for outline in outlines for id_ in outline.marked(mark))
