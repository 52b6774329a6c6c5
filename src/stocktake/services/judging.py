"""What a person says of a statement: it is right, it is wrong, or it should say something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from stocktake import lexicon, store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model import Act, Review, ReviewState, Stance, Statement, content_id
from stocktake.model.audit import Deed
from stocktake.services import clock, spanning
from stocktake.services.metadata import known_actor
from stocktake.services.reviewed import SEVERAL
from stocktake.services.spanning import Span
from stocktake.services.workspace import Workspace

VERDICTS = {
    "confirm": ReviewState.CONFIRMED,
    "reject": ReviewState.REJECTED,
    "edit": ReviewState.EDITED,
    "undo": ReviewState.MACHINE,
}
_SHORTEST = 6
_FOLLOWS = {Act.SUPPORTS: Stance.SUPPORTS, Act.OPPOSES: Stance.OPPOSES}


@dataclass(frozen=True, slots=True)
class Judgement:
    """*which* is the beginning of a statement's id, *verdict* one of VERDICTS; *act*, *stance*,
    *actors* (names or ids) and *span* (the range of its words in the document) are what an edited
    statement should say, as far as they are wrong."""

    which: str
    verdict: str
    act: str | None = None
    stance: str | None = None
    actors: tuple[str, ...] = ()
    note: str = ""
    span: Span | None = None

    @property
    def state(self) -> ReviewState:
        return state_of(self.verdict)


def state_of(verdict: str) -> ReviewState:
    """How what is so judged stands; UsageError for what is no verdict."""
    if verdict not in VERDICTS:
        raise UsageError(f"{verdict!r} is no verdict.", remedy=f"One of: {', '.join(VERDICTS)}.")
    return VERDICTS[verdict]


def judge(
    workspace: Workspace,
    judgement: Judgement,
    reviewer: str,
    at: str | None = None,
    account_id: str | None = None,
) -> tuple[Review, ...]:
    """Keep what a person says of a statement, which holds from the next build on; *at* is now if
    it is not given. The machine's values are kept beside the person's. What is done by an account
    is logged.

    UsageError for what cannot be said, NotFoundError if there is no such statement or actor.
    """
    values = _values(judgement, workspace)
    when = at or clock.now()
    with workspace.store() as base, base.writing() as connection:
        statement = _find(connection, judgement.which)
        values |= _spans(connection, statement, judgement)
        count = len(store.reviews(connection))
        made = tuple(
            Review(
                id=content_id(statement.id, name, value, judgement.state, reviewer, when, count),
                record_id=statement.id,
                state=judgement.state,
                field=name,
                machine_value=_machine_value(statement, name),
                human_value=value,
                reviewer=reviewer,
                at=when,
                note=judgement.note,
            )
            for name, value in values.items()
        )
        for review in made:
            store.add_review(connection, review)
        if account_id:
            detail = (("verdict", judgement.verdict),)
            store.log(connection, Deed(when, account_id, "judged", statement.id, detail))
    return made


def _values(judgement: Judgement, workspace: Workspace) -> dict[str, str]:
    """What is judged: the whole, under an empty name, or the values given."""
    state = judgement.state
    values = dict(_edits(judgement, workspace))
    if state is not ReviewState.EDITED:
        if values:
            raise _only_edited()
        return {"": ""}
    if not values and judgement.span is None:
        raise UsageError("nothing is edited.", remedy="Give an act, a stance, actors or a span.")
    return values


def _edits(judgement: Judgement, workspace: Workspace) -> Iterator[tuple[str, str]]:
    if judgement.act:
        yield "act", _one_of(Act, judgement.act, "act")
    if judgement.stance:
        yield "stance", _one_of(Stance, judgement.stance, "stance")
    elif judgement.act in _FOLLOWS:
        yield "stance", _FOLLOWS[Act(judgement.act)]
    if judgement.actors:
        words = lexicon.load(workspace.lexicon)
        yield "actors", SEVERAL.join(actor_called(name, words) for name in judgement.actors)


def _spans(connection: Connection, statement: Statement, judgement: Judgement) -> dict[str, str]:
    if judgement.span is None:
        return {}
    if judgement.state is not ReviewState.EDITED:
        raise _only_edited()
    document = next(store.documents(connection, [statement.document_id]))
    return spanning.marked(document, statement, judgement.span)


def _one_of(kind: type[Act] | type[Stance], value: str, name: str) -> str:
    known = [member.value for member in kind]
    if value not in known:
        raise UsageError(f"{value!r} is no {name}.", remedy=f"One of: {', '.join(known)}.")
    return value


def actor_called(name: str, words: lexicon.Lexicon) -> str:
    """The id of the actor that a person means; NotFoundError if nobody knows it."""
    actor_id = known_actor(name, words)
    if actor_id is None:
        raise NotFoundError(
            f"no actor is called {name!r}.",
            remedy="Add it to lexicon/actors/organisations.csv in the workspace.",
        )
    return actor_id


def _only_edited() -> UsageError:
    return UsageError("an act, a stance, actors and a span go with edit.", remedy="Say: edit.")


def _machine_value(statement: Statement, name: str) -> str:
    actors = SEVERAL.join(actor.id for actor in statement.actors)
    values = {
        "act": statement.act.value,
        "stance": statement.stance.value,
        "actors": actors,
        spanning.CONTENT: spanning.told(statement.content),
        spanning.SENTENCE: spanning.told(statement.sentence),
    }
    return values.get(name, "")


def _find(connection: Connection, which: str) -> Statement:
    found: list[Statement] = []
    if len(which) >= _SHORTEST:
        found = store.beginning(connection, store.STATEMENTS, which.lower())
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(item.id[:12] for item in found)
        raise NotFoundError(f"{which!r} is several statements.", remedy=f"Say which: {ids}.")
    raise NotFoundError(
        f"there is no statement {which!r}.", remedy="See them with: stocktake show review"
    )
