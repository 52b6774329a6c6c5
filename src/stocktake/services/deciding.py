"""What people decide of proposals: to merge some, to split one, to word it; and to take it back.

A decision is a Review and holds from the next build on, whatever is added later. A number is
never lost: one that was merged leads to where its proposal stands now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model import Decided, Proposal, Review, ReviewState, Split, Stock, content_id
from stocktake.model.audit import Deed
from stocktake.model.decisions import MERGE, NAME, SPLIT, is_of_proposals, number_of, record_of
from stocktake.services import clock
from stocktake.services.workspace import Workspace

_SHORTEST = 6
_LIST = "See them with: stocktake show proposals"


@dataclass(frozen=True, slots=True)
class Person:
    """Who decides, why, and when (ISO; now if it is not given); what is decided by an account is
    logged."""

    name: str
    note: str = ""
    at: str | None = None
    account_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Decision:
    number: int
    field: str
    machine_value: str
    human_value: str


@dataclass(frozen=True, slots=True)
class _Known:
    """The last stock, and all that people said since the beginning."""

    stock: Stock
    reviews: list[Review]
    decided: Decided
    highest: int

    @classmethod
    def read(cls, connection: Connection) -> _Known:
        frozen = store.latest(connection)
        if frozen is None:
            raise NotFoundError("no stock was taken yet.", remedy="Run: stocktake build")
        reviews = store.reviews(connection)
        decided = Decided.by(reviews)
        numbers = store.proposal_numbers(connection).values()
        return cls(frozen.stock, reviews, decided, max((*numbers, *decided.used), default=0))

    def standing(self, number: int) -> tuple[int, list[Proposal]]:
        """The number under which *number* stands now, and the proposals of the last stock that
        are in it; NotFoundError if there are none."""
        now = self.decided.now(number)
        found = [item for item in self.stock.proposals if self.decided.now(item.number) == now]
        if not found:
            raise NotFoundError(f"there is no proposal {number}.", remedy=_LIST)
        return now, found


def merge(workspace: Workspace, numbers: Sequence[int], person: Person) -> tuple[Review, ...]:
    """Make one proposal of several; it keeps the lowest number, the others lead to it.

    UsageError unless they are two or more, NotFoundError for a number that no proposal bears.
    """
    with workspace.store() as base, base.writing() as connection:
        known = _Known.read(connection)
        lowest, *others = sorted({known.standing(number)[0] for number in numbers})
        if not others:
            raise UsageError("one proposal cannot be merged.", remedy="Give two numbers or more.")
        made = [_Decision(one, MERGE, str(one), str(lowest)) for one in others]
        return _keep(connection, known, made, person)


def split(
    workspace: Workspace, number: int, statements: Sequence[str], person: Person
) -> tuple[Review, ...]:
    """Make a proposal of its own of some *statements* (beginnings of ids) of a proposal.

    NotFoundError if it has no such statement, UsageError if none would be left.
    """
    with workspace.store() as base, base.writing() as connection:
        known = _Known.read(connection)
        now, proposals = known.standing(number)
        ids = [id_ for item in proposals for id_ in item.statement_ids]
        chosen = sorted({_one_of(ids, which, number) for which in statements})
        rest = sorted(set(ids) - set(chosen))
        if not chosen or not rest:
            raise UsageError(
                f"a split leaves some of the {len(ids)} statements of proposal {number} and takes "
                "others.",
                remedy="Give some of them with --statement.",
            )
        made = Split(known.highest + 1, now, tuple(chosen), tuple(rest))
        return _keep(connection, known, [_Decision(made.number, SPLIT, *made.values)], person)


def rename(workspace: Workspace, number: int, name: str, person: Person) -> tuple[Review, ...]:
    """Word a proposal; the verbatim wording stays beside it."""
    if not name.strip():
        raise UsageError(
            "a name cannot be empty.", remedy=f"Say: stocktake proposals undo {number}"
        )
    with workspace.store() as base, base.writing() as connection:
        known = _Known.read(connection)
        now, proposals = known.standing(number)
        statements = {item.id: item for item in known.stock.statements}
        wording = statements[proposals[0].wording_id].content.text
        return _keep(connection, known, [_Decision(now, NAME, wording, name.strip())], person)


def undo(workspace: Workspace, number: int, person: Person) -> tuple[Review, ...]:
    """Take back the last decision that stands on a proposal: its name, that it was merged into
    another or another into it, that it was split off. NotFoundError if there is none."""
    with workspace.store() as base, base.writing() as connection:
        known = _Known.read(connection)
        last = next((item for item in _standing(known.reviews) if _is_on(item, number)), None)
        if last is None:
            raise NotFoundError(
                f"nothing was decided on proposal {number}.",
                remedy="See what was, with: stocktake show reviews",
            )
        made = _Decision(number_of(last), last.field, last.machine_value, "")
        return _keep(connection, known, [made], person, ReviewState.MACHINE)


def add(connection: Connection, reviews: Iterable[Review], person: Person, act: str) -> None:
    """Keep what a person said; what an account said is logged as *act*, each on its own."""
    for review in reviews:
        store.add_review(connection, review)
        if person.account_id:
            what = ((review.field, review.human_value),)
            deed = Deed(review.at, person.account_id, act, review.record_id, what)
            store.log(connection, deed)


def _standing(reviews: Iterable[Review]) -> list[Review]:
    """The decisions that stand, the last one first."""
    found: dict[tuple[str, str], Review] = {}
    for review in filter(is_of_proposals, reviews):
        found.pop((review.record_id, review.field), None)
        if review.human_value:
            found[review.record_id, review.field] = review
    return list(reversed(found.values()))


def _is_on(review: Review, number: int) -> bool:
    into = int(review.human_value) if review.field == MERGE else None
    return number in {number_of(review), into}


def _one_of(ids: Iterable[str], which: str, number: int) -> str:
    found = [id_ for id_ in ids if len(which) >= _SHORTEST and id_.startswith(which.lower())]
    if len(found) == 1:
        return found[0]
    problem = "is several statements" if found else "is no statement"
    raise NotFoundError(
        f"{which!r} {problem} of proposal {number}.",
        remedy=f"See them with: stocktake proposals show {number}",
    )


def _keep(
    connection: Connection,
    known: _Known,
    decisions: Iterable[_Decision],
    person: Person,
    state: ReviewState = ReviewState.EDITED,
) -> tuple[Review, ...]:
    when = person.at or clock.now()
    count = len(known.reviews)
    made = tuple(
        Review(
            id=content_id(item.number, item.field, item.human_value, person.name, when, count),
            record_id=record_of(item.number),
            state=state,
            field=item.field,
            machine_value=item.machine_value,
            human_value=item.human_value,
            reviewer=person.name,
            at=when,
            note=person.note,
        )
        for item in decisions
    )
    add(connection, made, person, "decided")
    return made
