"""Facts of votes and adoptions → one Adoption for each text, with who voted how."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from stocktake.analysis.sources import Sources
from stocktake.lexicon.offices import voice_of
from stocktake.model import Adoption, Choice, Fact, FactKind, Issue, Vote, content_id

_NUMBER = re.compile(r"\d+/\d+(?:/\d+)*")
_CHOICES = frozenset(Choice)
_OUTCOMES = ("vote", "consensus", "adopted")
_UNDATED = "9999"
UNKNOWN_VOTE, TWO_VOTES, OTHER_TOTAL = "vote not known", "two votes of one actor", "totals differ"


def adoptions(facts: Iterable[Fact], sources: Sources) -> tuple[Adoption, ...]:
    """Each text of which an adoption or a vote is told, by date; votes of a document belong to
    the text that their row names, or else to the one that the document tells of or is called."""
    told: dict[str, list[_Told]] = defaultdict(list)
    for item in _told(tuple(facts), sources):
        told[item.key].append(item)
    made = (_adoption(items) for items in told.values())
    return tuple(sorted(made, key=lambda item: (item.date or _UNDATED, item.title)))


def doubts(found: Iterable[Adoption], facts: Mapping[str, Fact]) -> Iterator[Issue]:
    """An Issue for each vote that cannot be counted, and for totals that are not those stated."""
    for adoption in found:
        for fact in (facts[id_] for vote in adoption.votes for id_ in vote.fact_ids[1:]):
            actor, vote = _value(fact, "actor"), _value(fact, "vote")
            if (voice_of(actor), vote) not in {(v.actor_id, v.choice) for v in adoption.votes}:
                yield _issue(TWO_VOTES, f"{actor} voted both ways on {adoption.title}.", fact)
        for choice, stated in adoption.stated:
            counted = adoption.counted(choice)
            if counted not in {0, stated}:
                yield Issue(
                    content_id(OTHER_TOTAL, adoption.title, choice, counted, stated),
                    OTHER_TOTAL,
                    f"{stated} voted {choice} on {adoption.title} as told; {counted} are named.",
                    "Compare the list of names with the record of the vote.",
                    ", ".join(adoption.fact_ids),
                )


def unknown_votes(facts: Iterable[Fact]) -> Iterator[Issue]:
    """An Issue for each row whose vote is none that the lexicon knows."""
    for fact in facts:
        vote = _value(fact, "vote")
        if fact.kind is FactKind.VOTE and vote not in _CHOICES:
            message = f"“{vote}” of {_value(fact, 'actor')} is no vote that is known."
            yield _issue(UNKNOWN_VOTE, message, fact)


@dataclass(frozen=True, slots=True)
class _Told:
    """A *fact* of a vote or an adoption, and the *key* and *title* of the text it is about."""

    key: str
    title: str
    date: str | None
    fact: Fact


def _told(facts: tuple[Fact, ...], sources: Sources) -> Iterator[_Told]:
    adopted = [fact for fact in facts if fact.kind is FactKind.ADOPTION]
    voted_on = {
        fact.document_id: fact
        for fact in reversed(adopted)
        if _value(fact, "outcome") == "vote" and fact.get("title")
    }
    for fact in adopted:
        title = _value(fact, "title") or _title_of(fact, sources)
        yield _Told(_key(title), title, _date(fact, sources), fact)
    for fact in facts:
        if fact.kind is FactKind.VOTE and _value(fact, "vote") in _CHOICES:
            around = voted_on.get(fact.document_id)
            title = _value(fact, "resolution") or (_value(around, "title") if around else "")
            title = title or _title_of(fact, sources)
            date = _value(fact, "date") or _date(around or fact, sources)
            yield _Told(_key(title), title, date, fact)


def _adoption(told: list[_Told]) -> Adoption:
    acts = [item for item in told if item.fact.kind is FactKind.ADOPTION]
    first = min(acts or told, key=lambda item: (item.date or _UNDATED, item.fact.id))
    votes = _votes(item.fact for item in told if item.fact.kind is FactKind.VOTE)
    outcomes = {_value(item.fact, "outcome") for item in acts} | ({"vote"} if votes else set())
    return Adoption(
        title=first.title,
        date=first.date,
        outcome=next(outcome for outcome in _OUTCOMES if outcome in outcomes),
        stated=tuple(_stated(item.fact for item in acts)),
        votes=votes,
        fact_ids=tuple(sorted(item.fact.id for item in acts)),
    )


def _votes(facts: Iterable[Fact]) -> tuple[Vote, ...]:
    """The vote of each actor; of two, the one that is told more often, or else comes first."""
    cast: dict[str, dict[Choice, list[str]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        cast[voice_of(_value(fact, "actor"))][Choice(_value(fact, "vote"))].append(fact.id)
    return tuple(_vote(actor, cast[actor]) for actor in sorted(cast))


def _vote(actor: str, cast: Mapping[Choice, list[str]]) -> Vote:
    chosen = min(cast, key=lambda choice: (-len(cast[choice]), list(Choice).index(choice)))
    others = [id_ for choice in cast if choice is not chosen for id_ in cast[choice]]
    return Vote(actor, chosen, (*sorted(cast[chosen]), *sorted(others)))


def _stated(facts: Iterable[Fact]) -> Iterator[tuple[Choice, int]]:
    every = sorted(facts, key=lambda fact: fact.id)
    for choice in Choice:
        number = next((value for fact in every if (value := _value(fact, choice))), "")
        if number:
            yield choice, int(number)


def _key(title: str) -> str:
    numbers = _NUMBER.findall(title)
    return numbers[-1] if numbers else " ".join(title.casefold().split()).removeprefix("the ")


def _title_of(fact: Fact, sources: Sources) -> str:
    input_ = sources.input_of(fact.document_id)
    return input_.title if input_ else ""


def _date(fact: Fact, sources: Sources) -> str | None:
    return _value(fact, "date") or sources.date(fact.document_id) or None


def _value(fact: Fact, name: str) -> str:
    found = fact.get(name)
    return found.value if found else ""


def _issue(kind: str, message: str, fact: Fact) -> Issue:
    return Issue(
        content_id(kind, fact.id),
        kind,
        message,
        "Look at the row; mend the file and add it again.",
        f"character {fact.sentence.start}",
        document_id=fact.document_id,
    )
