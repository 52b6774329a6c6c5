"""Who proposes a change, who supports and who opposes it, as statements tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from stocktake.extractors.amending.scene import Scene
from stocktake.lexicon import Mention
from stocktake.model import Act, ActorRole, Stance, Statement, StatementActor

AUTHOR = "author"
_WISHING = frozenset([Act.PROPOSES, Act.REQUESTS, Act.SUPPORTS, Act.OPPOSES, Act.WELCOMES])
_NEAR = 40
_FAR = 180
_MOST = 3
_POSSESSIVE = re.compile(r"(?:['’]s?)?\s+(?:\w+\s+)?")


@dataclass(frozen=True, slots=True)
class Sides:
    """Ids of actors, and the statements by which they are known."""

    actors: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    opponents: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()

    @property
    def is_nobody(self) -> bool:
        return not (self.actors or self.supporters or self.opponents)


def wishing(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements that may ask for a change; reports may, where a modal says so."""
    return tuple(item for item in statements if item.act in _WISHING or item.act is Act.REPORTS)


def sides(
    scene: Scene,
    place: int,
    statements: Iterable[Statement],
    authors: tuple[str, ...],
    mentions: tuple[Mention, ...],
) -> Sides:
    """Who stands how towards the change named at *place*."""
    about = [item for item in statements if item.content.start <= place < item.content.end]
    about = [item for item in about if item.act in _WISHING or _is_modal(scene, item)]
    proposing = proposers(scene, place, about, mentions)
    for_it = [item for item in about if item.stance is not Stance.OPPOSES]
    saying = speakers(for_it, authors)
    backers = _ids(for_it, (ActorRole.SUPPORTER,), authors)
    return Sides(
        proposing or saying,
        tuple(sorted({*saying, *backers} - set(proposing))) if proposing else backers,
        _ids([item for item in about if item.stance is Stance.OPPOSES], tuple(ActorRole), authors),
        tuple(sorted(item.id for item in about)),
    )


def speakers(statements: list[Statement], authors: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of those who say something for themselves, in place of a spokesperson the group."""
    return _ids(statements, _SPEAKING, authors)


_SPEAKING = (ActorRole.SPEAKER, ActorRole.ON_BEHALF)


def _is_modal(scene: Scene, statement: Statement) -> bool:
    start, end = statement.content.start, statement.content.end
    return scene.words.found["modal"].search(scene.text, start, end) is not None


def proposers(
    scene: Scene, place: int, about: list[Statement], mentions: tuple[Mention, ...]
) -> tuple[str, ...]:
    """Those whose proposal it is that others support or oppose: "a proposal by Ruritania to …",
    "Ruritania's proposal to …"."""
    if not about:
        return ()
    start = min(item.content.start for item in about)
    named = [item for item in mentions if start <= item.start and item.end <= place]
    led = scene.words.found["proposal_by"].search(scene.text, start, place)
    if led and place - led.end() <= _FAR:
        named = [item for item in named if led.end() <= item.start][:_MOST]
        return tuple(dict.fromkeys(item.actor_id for item in named))
    owners = [item for item in named if _owns(scene, item.end, place)]
    return (owners[-1].actor_id,) if owners else ()


def _owns(scene: Scene, end: int, place: int) -> bool:
    """Whether "'s proposal to" or "proposal to" is what stands between."""
    found = scene.words.found["proposal"].search(scene.text, end, min(place, end + _NEAR))
    is_next = found and _POSSESSIVE.fullmatch(scene.text, end, found.start())
    return bool(found and is_next and place - found.end() <= _FAR)


def _ids(
    statements: list[Statement], roles: tuple[ActorRole, ...], authors: tuple[str, ...]
) -> tuple[str, ...]:
    found: set[str] = set()
    for item in statements:
        for actor in _own(tuple(actor for actor in item.actors if actor.role in roles)):
            found |= set(authors) if actor.id == AUTHOR else {actor.id}
    return tuple(sorted(found))


def _own(actors: tuple[StatementActor, ...]) -> list[StatementActor]:
    """Without the spokesperson of a group ("Ruritania, for the Group of Ports")."""
    placed = sorted(actors, key=lambda actor: actor.quotation.start if actor.quotation else -1)
    kept: list[StatementActor] = []
    end = -1
    for actor in placed:
        start = actor.quotation.start if actor.quotation else -1
        is_behalf = actor.role is ActorRole.ON_BEHALF
        if is_behalf and kept and start - end > _NEAR:
            continue
        if is_behalf and kept and kept[-1].role is ActorRole.SPEAKER:
            kept.pop()
        kept.append(actor)
        end = actor.quotation.end if actor.quotation else -1
    return kept
