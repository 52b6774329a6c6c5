"""Facts of a process that differ, compared by what is known of its documents and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stocktake.analysis.facts import conflicting, is_comparable
from stocktake.analysis.sources import Sources
from stocktake.lexicon import Lexicon
from stocktake.model import ActorKind, Conflict, Fact, FactKind, Process


def differing_facts(
    facts: Iterable[Fact], process: Process, sources: Sources, lexicon: Lexicon
) -> Iterator[Conflict]:
    """Each two facts that differ on the same thing; a State and a city are not two places."""

    def is_state(place: str) -> bool:
        actor = lexicon.actors.resolve(place)
        return actor is not None and actor.kind is ActorKind.STATE

    single = (fact for fact in facts if not _is_another(fact, lexicon))
    for item in conflicting(single, _meetings(process, sources)):
        if is_comparable(item, is_state):
            yield item


def _is_another(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether it is told of several meetings, or of "a further" one: neither is a known meeting."""
    title, kind = fact.get("title"), fact.get("kind")
    if fact.kind is not FactKind.MEETING or title is None or kind is None:
        return False
    others = lexicon.process.table("meeting.others").first(title.value)
    return others is not None or kind.quotation.text.casefold().endswith("s")


def _meetings(process: Process, sources: Sources) -> Mapping[str, str]:
    """The title of the meeting that each document belongs to, as far as it is known."""
    titles = {meeting.id: meeting.title for meeting in process.meetings}
    meetings = {
        item.id: sources.inputs[item.input_id].get("meeting") or ""
        for item in sources.documents.values()
        if item.input_id in sources.inputs
    }
    return {id_: titles.get(name, name) for id_, name in meetings.items()}
