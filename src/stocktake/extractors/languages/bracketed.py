"""Recommendations with the State that makes them in brackets: "Ratifier la … (Ruritanie) ;"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.contents import Proposition
from stocktake.extractors.languages.opening import behind_label
from stocktake.extractors.languages.points import is_imperative
from stocktake.extractors.languages.predicates import Predicate
from stocktake.extractors.languages.speakers import Voice
from stocktake.extractors.languages.words import split
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.languages import Language
from stocktake.model import Act, Quote, Stance, Strength

_BRACKET = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*(?:[;.；。؛]|$)")
_LONGEST = 2000
_REQUEST = Meaning(Act.REQUESTS, Stance.SUPPORTS, Strength.SHOULD)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A recommendation, its words, and the stretch that holds it with its brackets."""

    words: Words
    proposition: Proposition
    sentence: Quote


def bracketed(
    text: str, start: int, end: int, voice: Voice, language: Language
) -> Iterator[Bracketed]:
    """The recommendations in ``text[start:end]``, each up to its brackets."""
    mentions = voice.near(start, end)
    for match in _BRACKET.finditer(text, start, min(end, start + _LONGEST)):
        inside = [m for m in mentions if match.start(1) <= m.start and m.end <= match.end(1)]
        if not inside or not _opens(text, match, inside[0].start, language):
            continue
        words = split(text, (start, match.start()), mentions, language)
        first = behind_label(words, language)
        if len(words) > first + 1 and is_imperative(words, first, language):
            parties = tuple(
                Party(m.actor_id, m.name, Quote(text[m.start : m.end], m.start)) for m in inside
            )
            found = Predicate(
                first, parties, first, first + 1, first, _REQUEST, False, "in brackets"
            )
            sentence = Quote(text[words.starts[0] : match.end()].rstrip(), words.starts[0])
            yield Bracketed(words, Proposition(found, first, len(words)), sentence)
        start = match.end()


def _opens(text: str, match: re.Match[str], name: int, language: Language) -> bool:
    """Whether nothing but an article stands in the bracket before the first name."""
    before = text[match.start(1) : name].split()
    return all(language.fold(word) in language.words["determiners"] for word in before)
