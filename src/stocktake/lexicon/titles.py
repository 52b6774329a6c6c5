"""Joins a title with the actor beside it: "Foreign Minister" and "Mexico" are one office."""

from __future__ import annotations

import re

from stocktake.lexicon.name_index import Found
from stocktake.lexicon.names import Name
from stocktake.lexicon.offices import PREFIX, Office, behind, office_id

_OF = re.compile(r"(?:,?\s+(?:of|for|to|at|OF|FOR)(?:\s+(?:the|THE))?|,)\s+")
_POSSESSIVE = re.compile(r"['’]s?\s+")
_SPACE = re.compile(r"\s+")


def join_titles(text: str, names: list[Found], offices: dict[str, Office]) -> list[Found]:
    """*names* with each title joined to its State or organisation.

    A title without one is left out, unless the office may stand alone.
    """
    joined: list[Found] = []
    position = 0
    while position < len(names):
        pair = names[position : position + 2]
        both = _joined(text, pair[0], pair[1]) if len(pair) == 2 else None
        joined.append(both or pair[0])
        position += 2 if both else 1
    return [found for found in joined if not _is_bare(found, offices)]


def _joined(text: str, first: Found, second: Found) -> Found | None:
    between = text[first.end : second.start]
    if _is_title(first) and _can_hold(second) and not second.name.adjective:
        return _office(text, first, second) if _OF.fullmatch(between) else None
    if _can_hold(first) and _is_title(second):
        joint = _SPACE if first.name.adjective or not _is_state(first) else _POSSESSIVE
        fits = joint.fullmatch(between) or _POSSESSIVE.fullmatch(between)
        return _office(text, second, first) if fits else None
    return None


def _office(text: str, title: Found, holder: Found) -> Found:
    start, end = min(title.start, holder.start), max(title.end, holder.end)
    actor_id = office_id(str(title.name.actor_id), str(holder.name.actor_id))
    return Found(start, end, Name(text[start:end], actor_id))


def _is_title(found: Found) -> bool:
    actor_id = found.name.actor_id or ""
    return actor_id.startswith(PREFIX) and behind(actor_id) is None


def _can_hold(found: Found) -> bool:
    return bool(found.name.actor_id) and not str(found.name.actor_id).startswith(PREFIX)


def _is_state(found: Found) -> bool:
    return ":" not in str(found.name.actor_id)


def _is_bare(found: Found, offices: dict[str, Office]) -> bool:
    if not _is_title(found):
        return False
    office = offices.get(str(found.name.actor_id).removeprefix(PREFIX))
    return office is None or not office.alone
