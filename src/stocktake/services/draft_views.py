"""What is shown of a draft: its structure, what is open, its brackets, what found no place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake import legal
from stocktake.errors import NotFoundError, UsageError
from stocktake.model import Bracket, BracketKind, Draft, ProvisionKind, Role
from stocktake.services.drafts import OneDraft
from stocktake.services.rows import Row

TEXTS = ("text", "clean")
_AROUND = 30
_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Wish:
    """Which options are chosen, by the ids of brackets and options; *without_brackets* leaves out
    what is bracketed and not chosen."""

    chosen: tuple[str, ...] = ()
    without_brackets: bool = False


def text(one: OneDraft, view: str, wish: Wish | None = None) -> str:
    """The text as it stands, or clean under a choice; NotFoundError for an id that is not there."""
    if view == "text":
        return one.draft.text
    return legal.clean_text(one.draft, choice(one.draft, wish or Wish()))


def rows(one: OneDraft, view: str) -> list[Row]:
    """A table of the draft; UsageError for a view there is not."""
    if view not in _VIEWS:
        known = ", ".join((*TEXTS, *_VIEWS))
        raise UsageError(f"drafts have no view {view!r}.", remedy=f"One of: {known}.")
    return list(_VIEWS[view](one.draft))


def choice(draft: Draft, wish: Wish) -> legal.Choice:
    """The choice that a person made; NotFoundError for an id that is not there."""
    known = {item.id for item in draft.brackets}
    known |= {item.id for item in draft.provisions if item.kind is ProvisionKind.OPTION}
    strange = [id_ for id_ in wish.chosen if id_ not in known]
    if strange:
        raise NotFoundError(
            f"the draft has no bracket or option {strange[0]!r}.",
            remedy="See them with: stocktake draft show --view brackets, or --view open",
        )
    return legal.Choice(kept=frozenset(wish.chosen), otherwise=not wish.without_brackets)


def _structure(draft: Draft) -> Iterator[Row]:
    texts, heads = legal.own_texts(draft), legal.headings(draft)
    numbers, statuses = legal.number_texts(draft), legal.statuses(draft)
    for item in draft.provisions:
        verb = draft.text[slice(*item.verb)] if item.verb else ""
        yield {
            "id": item.id,
            "kind": item.kind.value,
            "number": numbers[item.id],
            "heading": heads.get(item.id, ""),
            "opening verb": verb.strip("*_[] "),
            "status": statuses[item.id].value,
            "text": _short(texts[item.id]),
        }


def _open(draft: Draft) -> Iterator[Row]:
    texts, statuses = legal.own_texts(draft), legal.statuses(draft)
    inside: dict[str | None, list[Bracket]] = {}
    for bracket in draft.brackets:
        inside.setdefault(bracket.provision_id, []).append(bracket)
    for item in legal.only_open(draft):
        actors = [name for bracket in inside.get(item.id, ()) for name in bracket.actors]
        yield {
            "id": item.id,
            "status": statuses[item.id].value,
            "brackets": " ".join(bracket.id for bracket in inside.get(item.id, ())),
            "actors": "; ".join(dict.fromkeys((*item.actors, *actors))),
            "text": texts[item.id],
        }


def _brackets(draft: Draft) -> Iterator[Row]:
    """All brackets, then what closes nothing; each that is not balanced says so."""
    first = {item.run: item.id for item in reversed(draft.brackets) if item.run is not None}
    for item in draft.brackets:
        yield {
            "id": item.id,
            "provision": item.provision_id or "",
            "kind": item.kind.value,
            "balanced": "yes" if item.closed else "never closed",
            "depth": item.depth,
            "choose among": first[item.run] if item.run is not None else "",
            "actors": "; ".join(item.actors),
            "place": item.start,
            "text": _short(draft.text[slice(*item.inside)])
            if item.closed
            else _around(draft, item.start),
        }
    for place in draft.strays:
        yield _stray(draft, place)


def _stray(draft: Draft, place: int) -> Row:
    return {
        "id": "",
        "provision": provision_at(draft, place) or "",
        "kind": BracketKind.TEXT.value,
        "balanced": "closes nothing",
        "depth": 0,
        "choose among": "",
        "actors": "",
        "place": place,
        "text": _around(draft, place),
    }


def _unbalanced(draft: Draft) -> Iterator[Row]:
    return (row for row in _brackets(draft) if row["balanced"] != "yes")


def _unplaced(draft: Draft) -> Iterator[Row]:
    for item in draft.stretches:
        words = draft.text[item.start : item.end]
        if item.role is Role.UNPLACED and words.strip():
            yield {"start": item.start, "end": item.end, "text": " ".join(words.split())}


_VIEWS = {
    "structure": _structure,
    "open": _open,
    "brackets": _brackets,
    "unbalanced": _unbalanced,
    "unplaced": _unplaced,
}


def provision_at(draft: Draft, place: int) -> str | None:
    """The innermost provision in which a place of the text lies."""
    around = [item for item in draft.provisions if item.start <= place < item.end]
    return around[-1].id if around else None


def _around(draft: Draft, place: int) -> str:
    """The words around a place, with it marked."""
    before = draft.text[max(place - _AROUND, 0) : place]
    behind = draft.text[place + 1 : place + _AROUND]
    return " ".join(f"…{before}»{draft.text[place]}«{behind}…".split())


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"
