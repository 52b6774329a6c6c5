"""Joins a title with the actor beside it: "Foreign Minister" and "Mexico" are one office."""

from __future__ import annotations

import re

from stocktake.lexicon.name_index import Found
from stocktake.lexicon.names import Name
from stocktake.lexicon.offices import PREFIX, Office, behind, office_id

_OF = re.compile(r"\s+(?:of|OF)(?:\s+(?:the|THE))?\s+")
_FOR = re.compile(r"(?:,?\s+(?:for|FOR)(?:\s+(?:the|THE))?|,)\s+")
_POSSESSIVE = re.compile(r"['’]s?\s+")
_SPACE = re.compile(r"\s+")


def join_titles(text: str, names: list[Found], offices: dict[str, Office]) -> list[Found]:
    """*names* with each title joined to its State or organisation.

    A title without one is left out, unless the office may stand alone.
    """
    alone = {PREFIX + office.id for office in offices.values() if office.alone}
    joined: list[Found] = []
    position = 0
    while position < len(names):
        pair = names[position : position + 2]
        both = _joined(text, pair[0], pair[1], alone) if len(pair) == 2 else None
        joined.append(both or pair[0])
        position += 2 if both else 1
    return [found for found in joined if not _is_title(found) or found.name.actor_id in alone]


def _joined(text: str, first: Found, second: Found, alone: set[str]) -> Found | None:
    between = text[first.end : second.start]
    if _is_title(first) and _can_hold(second) and not second.name.adjective:
        joints = (_OF,) if first.name.actor_id in alone else (_OF, _FOR)
        return _office(text, first, second) if _fits(joints, between) else None
    if _can_hold(first) and _is_title(second):
        fits = _fits((_SPACE, _POSSESSIVE), between)
        return _office(text, second, first) if fits else None
    return None


def _fits(joints: tuple[re.Pattern[str], ...], between: str) -> bool:
    return any(joint.fullmatch(between) for joint in joints)


def _office(text: str, title: Found, holder: Found) -> Found:
    start, end = min(title.start, holder.start), max(title.end, holder.end)
    actor_id = office_id(str(title.name.actor_id), str(holder.name.actor_id))
    return Found(start, end, Name(text[start:end], actor_id))


def _is_title(found: Found) -> bool:
    actor_id = found.name.actor_id or ""
    return actor_id.startswith(PREFIX) and behind(actor_id) is None


def _can_hold(found: Found) -> bool:
    return bool(found.name.actor_id) and not str(found.name.actor_id).startswith(PREFIX)
