"""What a person says of a fact: it is right, it is wrong, or a value should be another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from stocktake import lexicon, store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model import Fact, Period, Review, ReviewState, content_id
from stocktake.model.fact_reviews import field_of
from stocktake.services import clock
from stocktake.services.judging import actor_called, state_of
from stocktake.services.workspace import Workspace

_SHORTEST = 6
_DATES = ("date", "dates")
_ACTORS = ("actor", "state", "with")


@dataclass(frozen=True, slots=True)
class FactJudgement:
    """*which* is the beginning of a fact's id, *verdict* one of ``judging.VERDICTS``; *values* are
    pairs ``name=value`` of what an edited fact should say, an empty value for what it should not.
    """

    which: str
    verdict: str
    values: tuple[str, ...] = ()
    note: str = ""


def is_fact(workspace: Workspace, which: str) -> bool:
    """Whether an id that so begins is a fact's."""
    with workspace.store() as base, base.reading() as connection:
        return bool(_beginning(connection, which))


def judge(
    workspace: Workspace, judgement: FactJudgement, reviewer: str, at: str | None = None
) -> tuple[Review, ...]:
    """Keep what a person says of a fact, which holds from the next build on; *at* is now if it is
    not given. The machine's values are kept beside the person's.

    UsageError for what cannot be said, NotFoundError if there is no such fact or actor.
    """
    state = state_of(judgement.verdict)
    when = at or clock.now()
    with workspace.store() as base, base.writing() as connection:
        fact = _find(connection, judgement.which)
        values = _values(judgement, state, fact, workspace)
        count = len(store.reviews(connection))
        made = tuple(
            Review(
                id=content_id(fact.id, name, value, state, reviewer, when, count),
                record_id=fact.id,
                state=state,
                field=field_of(name),
                machine_value="; ".join(item.value for item in fact.all(name)),
                human_value=value,
                reviewer=reviewer,
                at=when,
                note=judgement.note,
            )
            for name, value in values.items()
        )
        for review in made:
            store.add_review(connection, review)
    return made


def _values(
    judgement: FactJudgement, state: ReviewState, fact: Fact, workspace: Workspace
) -> dict[str, str]:
    """What is judged: the whole, under an empty name, or the values given."""
    if state is not ReviewState.EDITED:
        if judgement.values:
            raise UsageError("--set goes with edit.", remedy="Say: edit.")
        return {"": ""}
    if not judgement.values:
        raise UsageError("nothing is edited.", remedy="Give --set NAME=VALUE, as place=Geneva.")
    return dict(_given(judgement.values, fact, workspace))


def _given(values: tuple[str, ...], fact: Fact, workspace: Workspace) -> Iterator[tuple[str, str]]:
    known = list(dict.fromkeys(item.name for item in fact.attributes))
    for pair in values:
        name, sign, value = (part.strip() for part in pair.partition("="))
        if not sign or name not in known:
            raise UsageError(
                f"the fact has no value {name!r}.",
                remedy=f"Give --set NAME=VALUE; it has: {', '.join(known)}.",
            )
        yield name, _checked(name, value, workspace) if value else ""


def _checked(name: str, value: str, workspace: Workspace) -> str:
    if name in _DATES:
        try:
            return str(Period.parse(value))
        except ValueError as error:
            raise UsageError(
                f"{value!r} is no date: {error}.",
                remedy="Write 2031-05-04, 2031-05 or 2031-05-04/2031-05-06.",
            ) from error
    if name in _ACTORS:
        return actor_called(value, lexicon.load(workspace.lexicon))
    return value


def _find(connection: Connection, which: str) -> Fact:
    found = _beginning(connection, which)
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(item.id[:12] for item in found)
        raise NotFoundError(f"{which!r} is several facts.", remedy=f"Say which: {ids}.")
    raise NotFoundError(
        f"there is no fact {which!r}.", remedy="See them with: stocktake review facts"
    )


def _beginning(connection: Connection, which: str) -> list[Fact]:
    if len(which) < _SHORTEST:
        return []
    return store.beginning(connection, store.FACTS, which.lower())
