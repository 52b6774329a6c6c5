"""What is known of an input: what people corrected, then what they told, then what was inferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stocktake.errors import NotFoundError
from stocktake.lexicon import Lexicon
from stocktake.model import Input, Issue, Metadatum, Review, content_id

NAMES = ("title", "actor", "date", "meeting", "session", "kind", "language", "confidentiality")
CORRECTED = "corrected"
SEVERAL = ";"


def merge(*sources: Iterable[Metadatum]) -> tuple[Metadatum, ...]:
    """One account from several, the most trusted first: a name is taken from one source only."""
    kept: list[Metadatum] = []
    for source in sources:
        known = {datum.name for datum in kept}
        kept += [datum for datum in source if datum.name not in known and datum.value]
    return tuple(kept)


def corrections(input_id: str, standing: Mapping[tuple[str, str], Review]) -> list[Metadatum]:
    """What people corrected of an input; an empty value takes back the correction before."""
    return [
        Metadatum(name, value, CORRECTED)
        for name in NAMES
        if (review := standing.get((input_id, f"metadata.{name}")))
        for value in split(name, review.human_value)
    ]


def split(name: str, value: str) -> list[str]:
    """The values in one cell or argument: several actors may stand with ``;`` between them."""
    parts = value.split(SEVERAL) if name == "actor" else [value]
    return [part.strip() for part in parts if part.strip()]


def resolved(metadata: Iterable[Metadatum], lexicon: Lexicon) -> tuple[Metadatum, ...]:
    """*metadata* with ids of actors instead of their names, as far as the lexicon knows them."""
    return tuple(dict.fromkeys(_resolved(datum, lexicon) for datum in metadata))


def known_actor(value: str, lexicon: Lexicon) -> str | None:
    """The id of the actor that *value* names or is the id of; None if nobody knows it."""
    actor = lexicon.actors.resolve(value)
    if actor is not None:
        return actor.id
    try:
        return lexicon.actors.get(value).id
    except NotFoundError:
        return None


def unknown_actors(input_: Input, lexicon: Lexicon) -> Iterator[Issue]:
    """An Issue for each author that the lexicon does not know."""
    for actor_id in input_.actor_ids:
        if known_actor(actor_id, lexicon) is None:
            yield Issue(
                content_id(input_.id, "unknown actor", actor_id),
                "unknown actor",
                f"no actor is called {actor_id!r}.",
                "Add the name to lexicon/actors/organisations.csv in the workspace, or correct it: "
                f'stocktake correct "{input_.name}" actor NAME',
                input_.name,
                input_.id,
            )


def _resolved(datum: Metadatum, lexicon: Lexicon) -> Metadatum:
    if datum.name != "actor":
        return datum
    return Metadatum(datum.name, known_actor(datum.value, lexicon) or datum.value, datum.origin)
