"""The gazetteer: who is named where in a text, who an actor is, and who belongs to whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stocktake.errors import NotFoundError
from stocktake.lexicon.acronyms import given as acronyms_given
from stocktake.lexicon.acronyms import uses as acronym_uses
from stocktake.lexicon.actors import ActorData
from stocktake.lexicon.name_index import Found, NameIndex
from stocktake.lexicon.names import Name
from stocktake.lexicon.offices import Office, behind
from stocktake.lexicon.organisations import OrganisationFinder, slug
from stocktake.lexicon.titles import join_titles
from stocktake.model import Actor, ActorKind

_AND = re.compile(r"\s+(?:and|AND|&|et|y)\s+")
_MODIFIES = re.compile(r"[-‐‑][a-z]")
_ORGANISATION = "org:"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """An actor is named at ``text[start:end]``; *name* is the actor's, not the words there.

    *adjective*: by a word such as "Canadian" or "US-led", which is weaker than a name.
    """

    start: int
    end: int
    actor_id: str
    name: str
    adjective: bool = False

    @property
    def behind(self) -> str | None:
        """Id of the State or organisation behind an office holder, if it is told."""
        return behind(self.actor_id)


class Gazetteer:
    """Knows actors by id and by all their names, in six languages."""

    def __init__(
        self, data: ActorData, offices: dict[str, Office], organisations: OrganisationFinder
    ) -> None:
        titles = (name for office in offices.values() for name in office.names())
        self._index = NameIndex((*data.names, *titles), data.doubts)
        self._actors = data.actors
        self._former_names = data.former_names
        self._memberships = data.memberships
        self._offices = offices
        self._organisations = organisations
        self._written: dict[str, list[str]] = defaultdict(list)
        for name in (*data.names, *(name for each in offices.values() for name in each.names())):
            self._written[name.actor_id or ""].append(name.text)

    def find(self, text: str) -> list[Mention]:
        """Actors named in *text*, from left to right, none over another.

        The longest name counts; capitals count as the name has them, and names in capitals
        throughout are known too. Organisations that no list knows are found by their words, and
        by an acronym if *text* gives it in brackets behind their name.
        """
        named = self._named(text)
        acronyms = acronyms_given(text, named)
        if acronyms:
            named = _longest([*named, *acronym_uses(text, acronyms)])
        joined = join_titles(text, named, self._offices)
        return [self._mention(text, found) for found in joined if found.name.actor_id]

    def get(self, actor_id: str) -> Actor:
        """The actor with that id, also one found by pattern; NotFoundError if it is no such id."""
        if actor_id in self._actors:
            return self._actors[actor_id]
        if actor_id.startswith("office:"):
            return Actor(actor_id, self._office_name(actor_id), ActorKind.OFFICE_HOLDER)
        if actor_id.startswith(_ORGANISATION):
            name = actor_id.removeprefix(_ORGANISATION).replace("-", " ").title()
            return self._unlisted_actor(actor_id, name)
        raise NotFoundError(
            f"there is no actor with the id {actor_id!r}.",
            remedy="Add it to organisations.csv in the lexicon folder of the workspace.",
        )

    def name_or_id(self, actor_id: str) -> str:
        """The name of the actor with that id; the id where no actor has it."""
        try:
            return self.get(actor_id).name
        except NotFoundError:
            return actor_id

    def resolve(self, name: str) -> Actor | None:
        """The actor that is called *name* (or has it as id), whatever its letter case."""
        text = re.sub(r"^\s*the\s+", "", name, flags=re.IGNORECASE).strip()
        if text in self._actors or text.upper() in self._actors:
            return self._actors.get(text) or self._actors[text.upper()]
        for spelling in (name, text):
            found = self._index.get(spelling)
            if found and found.actor_id and not found.adjective:
                return self.get(found.actor_id)
        return self._resolve_unlisted(text)

    def names_of(self, actor_id: str) -> tuple[str, ...]:
        """All ways in which the lists write an actor, adjectives too, in all languages."""
        return tuple(self._written.get(actor_id, ()))

    def listed(self, text: str) -> Name | None:
        """The entry of the lists that is written *text*, whatever its letter case."""
        return self._index.get(text)

    def members(self, group_id: str, on: date | None = None) -> tuple[str, ...]:
        """Ids of those who belonged to the group on that day; without a day, who do now."""
        each = (item for item in self._memberships if item.group_id == group_id)
        return tuple(sorted({item.member_id for item in each if item.holds_on(on)}))

    def groups_of(self, actor_id: str, on: date | None = None) -> tuple[str, ...]:
        """Ids of the groups to which the actor belonged on that day; without a day, does now."""
        each = (item for item in self._memberships if item.member_id == actor_id)
        return tuple(sorted({item.group_id for item in each if item.holds_on(on)}))

    def name_on(self, actor_id: str, day: date) -> str:
        """What the actor was called on that day: Swaziland before 2018-04-19."""
        former = (item for item in self._former_names if item.actor_id == actor_id)
        held = [item for item in former if day <= item.until]
        return min(held, key=lambda item: item.until).name if held else self.get(actor_id).name

    def _named(self, text: str) -> list[Found]:
        listed = list(self._index.find(text))
        return _longest([*listed, *self._unlisted(text, listed)])

    def _unlisted(self, text: str, named: list[Found]) -> Iterator[Found]:
        names = [found for found in named if not found.name.adjective]
        listed = [(found.start, found.end) for found in names]
        states = [(found.start, found.end) for found in names if _is_state(found)]
        starts = {found.start: found for found in names}
        for start, end in self._organisations.find(text, listed, states):
            begin = _behind_listed(text, start, end, starts)
            name = text[begin:end]
            if self._organisations.kind_of(name):
                yield Found(begin, end, Name(name, _ORGANISATION + slug(name)))

    def _mention(self, text: str, found: Found) -> Mention:
        actor_id = str(found.name.actor_id)
        listed = actor_id in self._actors or actor_id.startswith("office:")
        name = self.get(actor_id).name if listed else " ".join(found.name.text.split())
        modifies = _MODIFIES.match(text, found.end) is not None
        return Mention(found.start, found.end, actor_id, name, found.name.adjective or modifies)

    def _office_name(self, actor_id: str) -> str:
        holder = behind(actor_id)
        office = self._offices.get(actor_id.rpartition(":")[2])
        title = (
            office.name if office else actor_id.rpartition(":")[2].replace("-", " ").capitalize()
        )
        return f"{title} of {self.get(holder).name}" if holder else title

    def _resolve_unlisted(self, text: str) -> Actor | None:
        mentions = self.find(text)
        whole = [item for item in mentions if (item.start, item.end) == (0, len(text))]
        if not whole or whole[0].adjective:
            return None
        return self._unlisted_actor(whole[0].actor_id, whole[0].name)

    def _unlisted_actor(self, actor_id: str, name: str) -> Actor:
        if actor_id in self._actors or actor_id.startswith("office:"):
            return self.get(actor_id)
        return Actor(actor_id, name, self._organisations.kind_of(name) or ActorKind.OTHER)


def _place(found: Found) -> tuple[int, int]:
    return found.start, -found.end


def _longest(names: list[Found]) -> list[Found]:
    """From left to right, of names that overlap the longest, of equal ones the first."""
    kept: list[Found] = []
    for found in sorted(names, key=_place):
        while kept and found.start < kept[-1].end and _length(found) > _length(kept[-1]):
            kept.pop()
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return kept


def _is_state(found: Found) -> bool:
    return found.name.actor_id is not None and ":" not in found.name.actor_id


def _length(found: Found) -> int:
    return found.end - found.start


def _behind_listed(text: str, start: int, end: int, listed: dict[int, Found]) -> int:
    """Where the name begins once a listed actor and "and" are taken from its front."""
    first = listed.get(start)
    if first is None or first.end >= end:
        return start
    joint = _AND.match(text, first.end, end)
    return joint.end() if joint else start
