"""What the grammar of statements knows of a language other than English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.cues import Meaning, Verb
from stocktake.lexicon.grammar import Phrases
from stocktake.lexicon.names import SILENT
from stocktake.lexicon.names import fold as fold_name
from stocktake.model import Act, ActorRole, Strength

_NOUN_REACH = 6


@dataclass(frozen=True, slots=True)
class Language:
    """Cue words and closed classes of words, folded; what each is for is said in the data file.

    *forms* maps a form to its verb and kinds; *states* are what may follow "to be"; *around* are
    roles told on both sides of a list of actors, by the words in front; *offices* and *presiding*
    map a title to the last part of an office's id; *manners* tell how a report is meant.
    *adjectives* of States have their ids.
    *triggers* are the words at which a rule may begin to read, *known* all words of the data, and
    *lengths* how long they are by their first letter.
    """

    code: str
    flags: Mapping[str, bool]
    forms: Mapping[str, tuple[Verb, frozenset[Kind]]]
    states: Phrases[Meaning]
    nominal: Mapping[str, Meaning]
    borne: Mapping[str, Meaning]
    any_noun: Mapping[str, Meaning]
    words: Mapping[str, frozenset[str]]
    endings: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, Phrases[bool]]
    roles: Phrases[ActorRole]
    around: Phrases[Phrases[ActorRole]]
    context: Phrases[bool]
    modals: Phrases[Strength]
    impersonal: Phrases[Strength]
    offices: Mapping[str, str]
    presiding: Mapping[str, str]
    manners: Phrases[Meaning]
    adjectives: Mapping[str, str] = field(default_factory=dict)
    triggers: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def meaning(self, verb: Verb, following: tuple[str, ...]) -> Meaning | None:
        """What *verb* says before the words *following*; None if it is no cue there."""
        told = next((m for phrase, m in verb.after if following[: len(phrase)] == phrase), None)
        if told and told.act is not Act.REPORTS:
            return told
        if verb.bearer and (noun := self._noun(following, self.borne)):
            return noun
        if told:
            return told
        if verb.plain and verb.plain.act is Act.REPORTS:
            return self._noun(following, self.any_noun) or verb.plain
        return verb.plain

    def phrase_length(self, verb: Verb, following: tuple[str, ...]) -> int:
        """How many of the words *following* make up one phrase with *verb*: "fait | observer"."""
        fitting = (len(p) for p, _ in verb.after if following[: len(p)] == p)
        return next(fitting, 0)

    def fold(self, word: str) -> str:
        """*word* as the data has it: small letters, one kind of apostrophe, bare Arabic."""
        return fold(word, self.code)

    def _noun(self, words: tuple[str, ...], nouns: Mapping[str, Meaning]) -> Meaning | None:
        for word in words[:_NOUN_REACH]:
            if word in nouns:
                return nouns[word]
            if word in self.words["noun_stops"]:
                return None
        return None


def fold(word: str, code: str) -> str:
    """*word* as words of that language are compared."""
    if code == "ar":
        return SILENT.sub("", fold_name(word))
    return word.lower().replace("’", "'").replace("ё", "е")
