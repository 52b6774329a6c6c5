"""Where actors stand on the subject: the process's own text (the compact), as a whole.

A statement counts only if its content is about the subject itself: the subject is named at or
near the beginning of the content, behind no more than a few words (more, if these tell of its
making: "the conclusion of the negotiations on …"), or in the phrase that leads the sentence; a
sentence that merely mentions it does not count. What is said of it must be a stance on the whole:
who supports, opposes, welcomes, regrets, commits, reserves or withdraws; or who asks that it be
adopted, carried out or the like. To support that somebody leaves it is to oppose it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from stocktake.analysis.positions import Said
from stocktake.analysis.standing import stance_of, turned
from stocktake.lexicon.concepts import concepts
from stocktake.lexicon.spelling import words
from stocktake.model import (
    Act,
    Assignment,
    Input,
    Position,
    PositionStance,
    Quotation,
    SchemeKind,
    Statement,
)

_TELLING = 2.0
_MOST_BEFORE = 3
_MOST_WITH_CARRYING = 7
_ASKING = frozenset({Act.PROPOSES, Act.REQUESTS})


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject's code, and the terms by which each statement speaks of it; or, where they were
    found out before, the stances that these take on it (*taken*)."""

    code: str
    terms: Mapping[str, tuple[Quotation, ...]]
    taken: Mapping[str, PositionStance | None] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, assignments: Iterable[Assignment]) -> Subject:
        return cls(
            code,
            {
                item.statement_id: item.terms
                for item in assignments
                if item.scheme is SchemeKind.THEMES and item.code == code
            },
        )

    @classmethod
    def known(cls, code: str, taken: Mapping[str, PositionStance | None]) -> Subject:
        """The subject of which it is known who speaks of it with what stance."""
        return cls(code, dict.fromkeys(taken, ()), taken)

    @property
    def target(self) -> str:
        return f"theme:{self.code}"

    def stance(self, statement: Statement) -> PositionStance | None:
        """The stance of the speaker on the subject as a whole; None if none is taken."""
        if statement.id in self.taken:
            return self.taken[statement.id]
        leaves = statement.act is Act.WITHDRAWS
        taken = PositionStance.OPPOSES if leaves else stance_of(statement)
        before = self._before(statement)
        if taken is None or before is None or statement.act is Act.REPORTS:
            return None
        return _stance(statement, taken, words(before))

    def _before(self, statement: Statement) -> str | None:
        """The words of the content in front of the subject; None if it is not about it."""
        content = statement.content
        for term in self.terms.get(statement.id, ()):
            if content.start <= term.start and term.end <= content.end:
                return content.text[: term.start - content.start]
            context = statement.context
            if context and context.start <= term.start and term.end <= context.end:
                return ""
        return None


def said_on_subject(subject: Subject, statements: Iterable[Statement]) -> Said:
    """What was said on the subject, by those who take a stance on it."""
    told = ((item, subject.stance(item)) for item in statements if item.id in subject.terms)
    return [(item, stance) for item, stance in told if stance is not None]


def silent(
    subject: Subject,
    inputs: Iterable[Input],
    spoke: Iterable[str],
    mentions: Mapping[str, frozenset[str]],
) -> Iterator[Position]:
    """Positions of those who handed in something readable that nowhere names the subject.

    *spoke* are actors with a statement on it; *mentions* the themes named in the text of each
    input, so that nobody is called silent who wrote of it in words that make no statement.
    """
    heard = set(spoke)
    authors: dict[str, list[str]] = {}
    for input_ in inputs:
        for actor_id in input_.actor_ids:
            authors.setdefault(actor_id, []).append(input_.id)
    for actor_id in sorted(authors):
        read = [mentions[id_] for id_ in authors[actor_id] if id_ in mentions]
        if read and actor_id not in heard and not any(subject.code in told for told in read):
            yield Position(actor_id, subject.target, PositionStance.SILENT, None, ())


def _stance(
    statement: Statement, taken: PositionStance, before: list[str]
) -> PositionStance | None:
    table = concepts()
    parts = [part for word in before for part in table.meanings(word)]
    telling = [part for part in parts if part.weight >= _TELLING]
    carrying = any("carrying" in part.marks for part in parts)
    away = any("away" in part.marks or "not" in part.marks for part in parts)
    others = [part for part in telling if "carrying" not in part.marks]
    if len(others) > (_MOST_WITH_CARRYING if carrying else _MOST_BEFORE):
        return None
    if statement.act in _ASKING and not (carrying or away):
        return None
    if statement.act is Act.REGRETS and telling:
        return None
    return turned(taken) if away else taken
