"""From propositions to candidates: act, stance, strength, addressees, conditions, confidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stocktake.extractors.english.details import quoted_within
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.contents import Proposition
from stocktake.extractors.languages.details import addressees, condition, reading_of_content
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.languages import Language
from stocktake.model import Act, ActorRole, Candidate, Prose, Quote, Stance, StatementActor

_OPPOSITE = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OPPOSES: Stance.SUPPORTS,
    Stance.NEUTRAL: Stance.NEUTRAL,
}
_CONFIDENCE = {
    "subject": 0.9,
    "author": 0.85,
    "coordinated": 0.85,
    "participle": 0.8,
    "passive": 0.8,
    "pronoun": 0.75,
    "noun": 0.65,
    "taking sides": 0.75,
    "modal": 0.65,
    "impersonal": 0.7,
    "quotation": 0.8,
    "according to": 0.8,
    "list item": 0.8,
    "imperative": 0.75,
    "in brackets": 0.9,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What the candidates of one sentence share. *own* says that the document speaks for its
    author; *asked* are addressees told elsewhere."""

    words: Words
    sentence: Quote
    prose: Prose
    language: Language
    context: Quote | None = None
    answers: Quote | None = None
    own: bool = False
    asked: tuple[str, ...] = ()


def offered(proposition: Proposition, frame: Frame) -> Iterator[Candidate]:
    """The candidates of a proposition: of those who say it, and of those who oppose it."""
    predicate = proposition.predicate
    against = tuple(p for p in predicate.parties if p.role is ActorRole.OPPONENT)
    behind_it = tuple(p for p in predicate.parties if p.role is not ActorRole.OPPONENT)
    if behind_it:
        yield _candidate(proposition, behind_it, frame)
    if against:
        meaning = _opposed(predicate.meaning)
        opposed = replace(predicate, negated=not predicate.negated, meaning=meaning)
        yield _candidate(replace(proposition, predicate=opposed), against, frame)


def _opposed(meaning: Meaning) -> Meaning:
    """What it is to speak against: of a mere report too, since its content is argued."""
    neutral = meaning.stance is Stance.NEUTRAL
    return replace(meaning, stance=Stance.SUPPORTS) if neutral else meaning


def _candidate(proposition: Proposition, parties: tuple[Party, ...], frame: Frame) -> Candidate:
    predicate, words = proposition.predicate, frame.words
    span = (proposition.first, proposition.behind)
    told = reading_of_content(words, span, predicate.meaning, frame.language)
    act, stance = _after_negation(told, predicate.negated)
    asks = act in {Act.REQUESTS, Act.PROPOSES}
    return Candidate(
        sentence=frame.sentence,
        content=words.quote(*span),
        cue=words.quote(predicate.cue, predicate.cue_behind),
        actors=tuple(_actor(party) for party in _once(parties)),
        act=act,
        stance=stance,
        prose=Prose.FIRST_PERSON if predicate.own else frame.prose,
        rule=predicate.rule,
        confidence=_confidence(proposition, frame),
        negated=predicate.negated,
        context=frame.context,
        condition=condition(words, span, frame.language),
        quoted=quoted_within(words, *span),
        addressees=(frame.asked or addressees(words, span, frame.language)) if asks else (),
        strength=told.strength if asks else None,
        answers=frame.answers,
    )


def _after_negation(meaning: Meaning, negated: bool) -> tuple[Act, Stance]:
    if not negated:
        return meaning.act, meaning.stance
    stance = _OPPOSITE[meaning.stance]
    if stance is Stance.OPPOSES:
        return Act.OPPOSES, stance
    return (Act.SUPPORTS if meaning.act is Act.OPPOSES else meaning.act), stance


def _once(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Each actor once, in its first role, in the order of the text."""
    first: dict[str, Party] = {}
    for party in parties:
        first.setdefault(party.id, party)
    return tuple(first.values())


def _actor(party: Party) -> tuple[StatementActor, Quote | None]:
    return StatementActor(party.id, party.name, party.role), party.quote


def _confidence(proposition: Proposition, frame: Frame) -> float:
    sure = _CONFIDENCE[proposition.predicate.rule]
    if proposition.alone:
        sure -= 0.2
    if frame.own and not proposition.predicate.own:
        sure -= 0.2
    return round(sure, 2)
