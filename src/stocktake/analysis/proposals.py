"""Statements → proposals: what is asked for, gathered from those who ask, support or oppose it.

A proposal stands on statements that ask (propose, request) or take sides on something that can be
done; what others commit to, reserve, welcome or regret counts for it if it is as alike as its
statements are, but makes no proposal of its own. A statement that answers another belongs to its
proposal. One ask alone is a proposal too. The wording is the content of the most central statement,
verbatim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from stocktake.analysis.asked import asked
from stocktake.analysis.deciding import UNDECIDED, Standing, decide
from stocktake.analysis.early import Early
from stocktake.analysis.grouping import Group, group
from stocktake.analysis.likeness import Meanings
from stocktake.analysis.memo import FORGETFUL, Memo
from stocktake.analysis.told import Told
from stocktake.model import (
    Assignment,
    Decided,
    Gathered,
    Proposal,
    SchemeKind,
    Statement,
    Stock,
    content_id,
)


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of each statement, by scheme."""

    by_statement: Mapping[str, Mapping[SchemeKind, tuple[str, ...]]]

    @classmethod
    def of(cls, assignments: Iterable[Assignment]) -> Codes:
        found: dict[str, dict[SchemeKind, tuple[str, ...]]] = defaultdict(dict)
        for item in assignments:
            kinds = found[item.statement_id]
            kinds[item.scheme] = (*kinds.get(item.scheme, ()), item.code)
        return cls(dict(found))

    def get(self, statement_id: str, kind: SchemeKind) -> tuple[str, ...]:
        return self.by_statement.get(statement_id, {}).get(kind, ())

    def all(self, statement_ids: Iterable[str], kind: SchemeKind) -> tuple[str, ...]:
        """The codes of several statements, each once, in alphabetical order."""
        return tuple(sorted({code for id_ in statement_ids for code in self.get(id_, kind)}))


@dataclass(frozen=True, slots=True)
class Forming:
    """How groups are formed: with what *meanings* of statements, if a model is there; and whether
    *anew*, without regard to how they were before: an earlier version may have formed them. The
    *memo* keeps what was found out for the next time, and changes nothing; nor does what workers
    found out *early*, by the ids of documents. Statements may stand without their words, which then
    are *told*."""

    meanings: Meanings | None = None
    anew: bool = False
    memo: Memo = FORGETFUL
    early: Mapping[str, Early] = field(default_factory=dict)
    told: Told | None = None


AS_BEFORE = Forming()


def propose(
    statements: Sequence[Statement],
    codes: Codes,
    previous: Mapping[str, int],
    decided: Decided = UNDECIDED,
    forming: Forming = AS_BEFORE,
) -> tuple[Proposal, ...]:
    """The proposals of *statements*, which stand in canonical order, in order of their numbers.

    *previous* are the numbers that earlier proposals bear, by the ids of their statements (see
    `numbers`): what was together stays together, what was apart stays apart, and a proposal keeps
    the number that most of its statements had, the lower of two. *forming* may say that groups
    are formed anew; then they keep no more than the numbers.
    What people *decided* of proposals is applied last, to what the machine gathered.
    """
    every = forming.told or Told.of(statements)
    able = every.founding | every.joining
    taking_part = [item for item in statements if item.id in able]
    founding = [item.id in every.founding for item in taking_part]
    earlier = None if forming.anew else [previous.get(item.id) for item in taking_part]
    meant = forming.meanings.of([item.id for item in taking_part]) if forming.meanings else None
    asks = asked(taking_part, forming.memo, meant, forming.early, every)
    groups = group(asks, founding, earlier, memo=forming.memo)
    members = _with_answers(groups, taking_part)
    numbered = _numbered(members, previous, decided)
    gathered = [
        Gathered(number, taking_part[found.centre].id, every.in_order(ids))
        for found, ids, number in zip(groups, members, numbered, strict=True)
    ]
    return tuple(_proposal(item, codes) for item in decide(gathered, decided, every))


def numbers(stock: Stock) -> dict[str, int]:
    """The numbers that the proposals of a stock bear, by the ids of their statements: what a
    later `propose` needs to keep them. Of what people merged or split, those that the machine
    gave: so a decision can be taken back."""
    return {
        id_: part.number
        for item in stock.proposals
        for part in (item.parts or (item,))
        for id_ in part.statement_ids
    }


def _proposal(found: Standing, codes: Codes) -> Proposal:
    return Proposal(
        id=content_id("proposal", found.wording_id),
        number=found.number,
        wording_id=found.wording_id,
        statement_ids=found.statement_ids,
        theme_codes=codes.all(found.statement_ids, SchemeKind.THEMES),
        dimension_codes=codes.all(found.statement_ids, SchemeKind.DIMENSIONS),
        name=found.name,
        also=found.also,
        parts=found.parts,
    )


def _with_answers(groups: Sequence[Group], statements: Sequence[Statement]) -> list[list[str]]:
    """The statements of each group, and those that answer one of them and are in no other."""
    members = [[statements[place].id for place in found.members] for found in groups]
    where = {id_: at for at, ids in enumerate(members) for id_ in ids}
    for statement in statements:
        answered = where.get(statement.answers_id or "")
        if answered is not None and statement.id not in where:
            members[answered].append(statement.id)
    return members


def _numbered(members: list[list[str]], previous: Mapping[str, int], decided: Decided) -> list[int]:
    """The number of each group: the one it had, or one that was never used."""
    kept = _kept_numbers(members, previous)
    free = count(max((*previous.values(), *decided.used), default=0) + 1)
    return [kept[at] if at in kept else next(free) for at in range(len(members))]


def _kept_numbers(members: list[list[str]], previous: Mapping[str, int]) -> dict[int, int]:
    """Which groups keep which number: the most statements in common first."""
    common: dict[tuple[int, int], int] = defaultdict(int)
    for at, ids in enumerate(members):
        for id_ in ids:
            if id_ in previous:
                common[at, previous[id_]] += 1
    kept: dict[int, int] = {}
    taken: set[int] = set()
    for at, number in sorted(common, key=lambda pair: (-common[pair], pair[1], pair[0])):
        if at not in kept and number not in taken:
            kept[at] = number
            taken.add(number)
    return kept
