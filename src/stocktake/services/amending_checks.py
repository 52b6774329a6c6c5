"""What a person tells of an amendment, looked at before it is kept: who, where, which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stocktake import legal, lexicon
from stocktake.errors import NotFoundError, SettingsError, StocktakeError, UsageError
from stocktake.lexicon import Lexicon
from stocktake.lexicon.drafts import draft_words
from stocktake.model import (
    Amendment,
    AmendmentAction,
    AmendmentResult,
    AmendmentState,
    Draft,
    Period,
    ReviewState,
    Where,
    content_id,
)
from stocktake.services.anchoring import ENTERED
from stocktake.services.drafts import OneDraft
from stocktake.services.metadata import known_actor
from stocktake.services.workspace import Workspace

_SHOWN = 160
_NEW_WORDS = (AmendmentAction.INSERT, AmendmentAction.REPLACE, AmendmentAction.MOVE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a person tells of an amendment; None: nothing of it. *place* is the id of a provision
    or a reference ("Article 4, paragraph 2"), actors are names or ids."""

    action: AmendmentAction | None = None
    place: str | None = None
    old: str | None = None
    new: str | None = None
    where: Where | None = None
    actors: tuple[str, ...] | None = None
    supporters: tuple[str, ...] | None = None
    opponents: tuple[str, ...] | None = None
    date: str | None = None
    source: str | None = None


def made(
    workspace: Workspace, one: OneDraft, told: Told, before: Amendment | None = None
) -> Amendment:
    """The amendment that is told, or *before* with what is told in its place, tied to a draft.

    NotFoundError, UsageError or SettingsError name what is missing or wrong, and what to do.
    """
    words = lexicon.load(workspace.lexicon)
    amendment = tied(one, _told(told, before or _blank(told), words), told.place)
    _check(amendment)
    _refuse(alone(workspace, one, amendment), one)
    if before:
        return amendment
    return replace(amendment, id=_id(amendment), review=ReviewState.CONFIRMED)


def tied(one: OneDraft, amendment: Amendment, place: str | None = None) -> Amendment:
    """The amendment tied to the provision at *place*, or to its own, with the words of it now."""
    id_ = amendment.provision_id
    if place or id_ is None or amendment.draft_id != one.draft.id:
        id_ = _provision(one, place or amendment.target)
    base = content_id(legal.own_texts(one.draft)[id_])
    target = place or amendment.target
    return replace(amendment, target=target, draft_id=one.draft.id, provision_id=id_, base=base)


def alone(workspace: Workspace, one: OneDraft, amendment: Amendment) -> AmendmentResult:
    """How an amendment fares on a draft if it is the only one."""
    words = draft_words(workspace.lexicon)
    return legal.amend(one.draft, [amendment], words).results[0]


def _blank(told: Told) -> Amendment:
    if told.action is None:
        actions = ", ".join(AmendmentAction)
        raise UsageError("no action is told.", remedy=f"Say one of: {actions}.")
    for name in ("place", "actors", "source"):
        if not getattr(told, name):
            raise UsageError(f"{_MISSING[name][0]} is not told.", remedy=_MISSING[name][1])
    return Amendment("", told.action, told.place or "", origin=ENTERED)


_MISSING = {
    "place": ("the place", "Say it with --in: a provision's id, or “Article 4, paragraph 2”."),
    "actors": ("who proposes it", "Say it with --actor, once for each."),
    "source": ("the source", "Say with --source from where you know of it."),
}


def _told(told: Told, before: Amendment, words: Lexicon) -> Amendment:
    actors, supporters, opponents = (
        before_them if names is None else _actors(names, words)
        for names, before_them in (
            (told.actors, before.actors),
            (told.supporters, before.supporters),
            (told.opponents, before.opponents),
        )
    )
    return replace(
        before,
        action=told.action or before.action,
        old=before.old if told.old is None else told.old.strip(),
        new=before.new if told.new is None else told.new.strip(),
        where=told.where or before.where or _where(told),
        actors=actors,
        supporters=supporters,
        opponents=opponents,
        date=_date(told.date) if told.date else before.date,
        source=told.source or before.source,
        described="" if told.old or told.new else before.described,
        review=ReviewState.EDITED,
    )


def _where(told: Told) -> Where | None:
    if told.action is not AmendmentAction.INSERT:
        return None
    return Where.AFTER if told.old else Where.END


def _actors(names: Iterable[str], words: Lexicon) -> tuple[str, ...]:
    found = []
    for name in names:
        id_ = known_actor(name, words)
        if id_ is None:
            raise SettingsError(
                f"no actor is called {name!r}.",
                remedy="Correct it, or add it to lexicon/actors/organisations.csv in the "
                "workspace.",
            )
        found.append(id_)
    return tuple(dict.fromkeys(found))


def _date(text: str) -> str:
    try:
        return str(Period.parse(text.strip()))
    except ValueError as error:
        remedy = "Write 2030, 2030-12 or 2030-12-31."
        raise SettingsError(f"the date: {error}.", remedy=remedy) from error


def _provision(one: OneDraft, place: str) -> str:
    """The id of the provision that a reference or id means; NotFoundError, UsageError."""
    label = one.version.label
    if any(item.id == place for item in one.draft.provisions):
        return place
    found = legal.find(one.draft, place)
    if not found:
        raise NotFoundError(
            f"the draft {label!r} has no provision {place!r}.",
            remedy=f"See them with: stocktake draft show {label}",
        )
    if len(found) > 1:
        ids = ", ".join(item.id for item in found[:8])
        raise UsageError(f"{place!r} may be several provisions.", remedy=f"Say one of: {ids}.")
    return found[0].id


def _check(amendment: Amendment) -> None:
    """UsageError where words are missing, or given to no purpose."""
    action = amendment.action
    if action in _NEW_WORDS and not amendment.new:
        remedy = "Say them with --new; for a move, the place to go to."
        raise UsageError(f"to {action} takes new words.", remedy=remedy)
    if action not in _NEW_WORDS and amendment.new:
        raise UsageError(f"to {action} takes no new words.", remedy="Leave --new away.")


def _refuse(result: AmendmentResult, one: OneDraft) -> None:
    """An error where the old words do not stand in the provision exactly once."""
    old = result.amendment.old
    if result.state is AmendmentState.TEXT_NOT_FOUND:
        raise _no_such_words(result, one.draft)
    if result.state is AmendmentState.TEXT_NOT_CLEAR:
        raise UsageError(
            f"{old!r} stands more than once in {result.provision_id}.",
            remedy="Give more of the words around it with --old.",
        )
    if result.state is AmendmentState.PLACE_NOT_CLEAR:
        raise UsageError(
            "it is not clear where the new words go.",
            remedy=f"Say it with --where: {', '.join(Where)}.",
        )


def _no_such_words(result: AmendmentResult, draft: Draft) -> StocktakeError:
    own = " ".join(legal.own_texts(draft)[result.provision_id or ""].split())
    shown = own if len(own) <= _SHOWN else f"{own[:_SHOWN]}…"
    return NotFoundError(
        f"{result.amendment.old!r} does not stand in {result.provision_id}.",
        remedy=f"It reads: “{shown}”" if shown else "It has no words of its own: name another.",
    )


def _id(item: Amendment) -> str:
    words = (item.action, item.where, item.old, item.new)
    return content_id("amendment entered", item.draft_id, item.provision_id, *words, *item.actors)
