"""What the author asks without a verb of asking: "States must …", "It is essential that …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stocktake.extractors.english.contents import Proposition
from stocktake.extractors.english.details import modal_at
from stocktake.extractors.english.opening import main_clause
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.predicates import Predicate
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import is_adverb
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.grammar import English
from stocktake.model import Act, Stance, Strength

_DEONTIC = frozenset([Strength.SHALL, Strength.MUST, Strength.SHOULD])
_SUBJECT_REACH = 14
_SHORTEST = 7
_FREE = frozenset(["whatever", "whichever", "whoever", "wherever", "what", "whenever"])
_FILLERS = frozenset(
    ["not", "a", "an", "absolutely", "very", "the", "primary", "our", "my", "shared"]
)
_CLAUSE_STARTS = frozenset([";", "—", "–"])


def obligations(
    words: Words, start: int, author: tuple[Party, ...], english: English
) -> Iterator[Proposition]:
    """What the author asks in a sentence that no actor's verb opens."""
    if words.at(len(words) - 1) == "?":
        return
    found = _impersonal(words, start, english) or _modal(words, start, english)
    if found:
        yield replace(found, predicate=replace(found.predicate, parties=author))


def _impersonal(words: Words, start: int, english: English) -> Proposition | None:
    """ "It is (therefore) essential that …", "it is time to …"."""
    reach = range(start, min(len(words) - 3, start + _SUBJECT_REACH))
    for index in reach if "it" in words.lower[reach.start : reach.stop] else ():
        if words.at(index) != "it" or words.at(index + 1) not in {"is", "remains"}:
            continue
        cue = index + 2
        while cue < len(words) - 2 and _is_filler(words.at(cue), english):
            cue += 1
        strength = english.grammar.impersonal.get(words.at(cue))
        if words.at(cue + 1) == "to" and words.at(cue + 2) in english.grammar.rhetoric:
            return None
        if strength and words.at(cue + 1) in {"that", "to", "for", "on", "upon", "of"}:
            return _asked(words, (cue, cue + 1), cue + 1, strength, "impersonal")
        return None
    return None


def _modal(words: Words, start: int, english: English) -> Proposition | None:
    """ "(In that regard,) States must …"."""
    first = main_clause(words, start, english)
    modal = modal_at(words, first, len(words), english.grammar)
    if modal is None or modal[2] not in _DEONTIC or modal[0] == first:
        return None
    index, length, strength = modal
    subject = words.lower[first:index]
    if not _FREE.isdisjoint(subject):
        return None
    if subject[-1] == "we" and words.at(index - 2) not in english.grammar.words["subordinators"]:
        first, subject = index - 1, ("we",)
    if not _is_subject(subject, english):
        return None
    verb = index + length
    while verb < len(words) and _is_filler(words.at(verb), english):
        verb += 1
    if verb >= len(words) - 1 or _is_rhetoric(words, verb, subject, english):
        return None
    particle = words.at(index + length - 1) == "to"
    return _asked(words, (index, index + length - particle), first, strength, "modal")


def _is_subject(subject: tuple[str, ...], english: English) -> bool:
    """Whether the words before a modal name by themselves who is meant."""
    pronouns = english.grammar.pronouns
    vague = pronouns["person"] | pronouns["thing"] | pronouns["many"] | {"this", "that", "these"}
    if subject == ("we",):
        return True
    alone = subject[0] == "no" or (len(subject) == 1 and subject[0] in vague)
    return (
        not alone
        and english.grammar.words["not_in_subjects"].isdisjoint(subject)
        and subject[-1] not in {"to", "not", "the"}
    )


def _is_rhetoric(words: Words, verb: int, subject: tuple[str, ...], english: English) -> bool:
    word, behind = words.at(verb), words.lower[verb + 1 : verb + 2]
    if subject[-1] == "we" and (words.at(verb - 1) == "shall" or len(words) - verb < _SHORTEST):
        return True
    if subject == ("i",):
        return True
    if word in {"be", "also", "been"} and behind:
        return behind[0] in english.grammar.rhetoric
    return word in english.grammar.rhetoric or word in {"?", ".", ","}


def _is_filler(word: str, english: English) -> bool:
    return word in _FILLERS or is_adverb(word, english.grammar)


def _asked(
    words: Words, cue: tuple[int, int], first: int, strength: Strength, rule: str
) -> Proposition:
    meaning = Meaning(Act.REQUESTS, Stance.SUPPORTS, strength)
    predicate = Predicate(first, (), *cue, first, meaning, negated=False, rule=rule, own=True)
    behind = len(words)
    while behind > first and words.at(behind - 1) in {".", ";", ",", "!"}:
        behind -= 1
    return Proposition(predicate, first, behind)
