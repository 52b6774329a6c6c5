"""From propositions to candidates: act, stance, strength, addressees, conditions, confidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stocktake.extractors.english.contents import Proposition
from stocktake.extractors.english.details import (
    addressees,
    condition,
    quoted_within,
    reading_of_content,
)
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.grammar import English
from stocktake.model import (
    Act,
    ActorRole,
    Candidate,
    Prose,
    Quote,
    Stance,
    StatementActor,
)

_OPPOSITE = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OPPOSES: Stance.SUPPORTS,
    Stance.NEUTRAL: Stance.NEUTRAL,
}
_CONFIDENCE = {
    "subject": 0.95,
    "author": 0.9,
    "label": 0.8,
    "coordinated": 0.9,
    "participle": 0.85,
    "passive": 0.85,
    "relative": 0.8,
    "pronoun": 0.8,
    "noun": 0.7,
    "taking sides": 0.8,
    "modal": 0.7,
    "evaluation": 0.7,
    "impersonal": 0.75,
    "quotation": 0.85,
    "according to": 0.85,
    "list item": 0.85,
    "imperative": 0.8,
    "in brackets": 0.95,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What the candidates of one sentence share. *own*
    says that the document speaks for its author; *asked* are addressees told elsewhere."""

    words: Words
    sentence: Quote
    prose: Prose
    english: English
    context: Quote | None = None
    answers: Quote | None = None
    own: bool = False
    asked: tuple[str, ...] = ()


def offered(proposition: Proposition, frame: Frame) -> Iterator[Candidate]:
    """The candidates of a proposition: of those who say it, and of those who oppose it."""
    parties = proposition.predicate.parties
    against = tuple(party for party in parties if party.role is ActorRole.OPPONENT)
    behind_it = tuple(party for party in parties if party.role is not ActorRole.OPPONENT)
    if behind_it:
        yield _candidate(proposition, behind_it, frame)
    if against:
        predicate = proposition.predicate
        opposed = replace(
            predicate, negated=not predicate.negated, meaning=_opposed(predicate.meaning)
        )
        yield _candidate(replace(proposition, predicate=opposed), against, frame)


def _opposed(meaning: Meaning) -> Meaning:
    """What it is to speak against: of a mere report too, since its content is argued."""
    if meaning.stance is Stance.NEUTRAL:
        return replace(meaning, stance=Stance.SUPPORTS)
    return meaning


def _candidate(proposition: Proposition, parties: tuple[Party, ...], frame: Frame) -> Candidate:
    predicate, words = proposition.predicate, frame.words
    first, behind = proposition.first, proposition.behind
    told = reading_of_content(words, first, behind, predicate.meaning, frame.english)
    act, stance = _after_negation(told, predicate.negated)
    asks = act in {Act.REQUESTS, Act.PROPOSES}
    return Candidate(
        sentence=frame.sentence,
        content=words.quote(first, behind),
        cue=words.quote(predicate.cue, predicate.cue_behind),
        actors=tuple(_actor(party) for party in _once(parties)),
        act=act,
        stance=stance,
        prose=Prose.FIRST_PERSON if predicate.own else frame.prose,
        rule=predicate.rule,
        confidence=_confidence(proposition, frame),
        negated=predicate.negated,
        context=frame.context,
        condition=condition(words, first, behind, frame.english.grammar),
        quoted=quoted_within(words, first, behind),
        addressees=_addressees(words, first, behind, frame) if asks else (),
        strength=told.strength if asks else None,
        answers=frame.answers,
    )


def _addressees(words: Words, first: int, behind: int, frame: Frame) -> tuple[str, ...]:
    return frame.asked or addressees(words, first, behind, frame.english)


def _after_negation(meaning: Meaning, negated: bool) -> tuple[Act, Stance]:
    if not negated:
        return meaning.act, meaning.stance
    stance = _OPPOSITE[meaning.stance]
    if stance is Stance.OPPOSES:
        return Act.OPPOSES, stance
    return (Act.SUPPORTS if meaning.act is Act.OPPOSES else meaning.act), stance


def _once(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Each actor once, in its first role, in the order of the text."""
    return tuple({party.id: party for party in reversed(parties)}[each] for each in _ids(parties))


def _ids(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.id for party in parties))


def _actor(party: Party) -> tuple[StatementActor, Quote | None]:
    return StatementActor(party.id, party.name, party.role), party.quote


def _confidence(proposition: Proposition, frame: Frame) -> float:
    sure = _CONFIDENCE[proposition.predicate.rule]
    if proposition.alone:
        sure -= 0.2
    if frame.own and not proposition.predicate.own:
        sure -= 0.2
    return round(sure, 2)
