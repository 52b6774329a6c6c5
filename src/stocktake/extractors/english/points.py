"""Points of a list or agenda: whole statements under the words that lead to them.

"Governments should:" and "We call on States to:" lead to what is asked; so does a heading such as
"Six-point agenda" to points in the imperative ("End the detention of children").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stocktake.extractors.english.contents import Proposition
from stocktake.extractors.english.details import addressees, modal_at
from stocktake.extractors.english.opening import behind_number
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.predicates import Predicate
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import is_adverb
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.grammar import English
from stocktake.model import Act, Quote, Stance, Strength

_ASKS = frozenset([Act.REQUESTS, Act.PROPOSES, Act.COMMITS, Act.SUPPORTS])
_DEONTIC = frozenset([Strength.SHALL, Strength.MUST, Strength.SHOULD])
_ENDS = frozenset([".", ";", ",", "and", "or", ":"])
_FEWEST = 2
_REQUEST = Meaning(Act.REQUESTS, Stance.SUPPORTS, Strength.SHOULD)


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads to points: who asks (no parties: only imperatives count), whom, how strongly.

    *level* is that of the heading, 0 if it is a sentence, behind which only points may stand.
    *chapeau* are the words that lead.
    """

    parties: tuple[Party, ...]
    meaning: Meaning
    asked: tuple[str, ...] = ()
    level: int = 0
    chapeau: Quote | None = None


def heading_lead(words: Words, level: int, english: English) -> Lead | None:
    """The lead in a heading such as "Recommendations"."""
    if english.grammar.chapeau.isdisjoint(words.lower):
        return None
    return Lead((), _REQUEST, level=max(1, level), chapeau=words.quote(0, len(words)))


def sentence_lead(
    words: Words,
    start: int,
    found: Sequence[Proposition],
    author: tuple[Party, ...],
    english: English,
) -> Lead | None:
    """The lead in a sentence that ends in a colon: "X recommended that States:"."""
    if words.at(len(words) - 1) != ":":
        return None
    chapeau = words.quote(start, len(words))
    asking = [each for each in found if each.predicate.meaning.act in _ASKS]
    if asking:
        last = asking[-1]
        asked = addressees(words, last.first, len(words), english)
        return Lead(last.predicate.parties, last.predicate.meaning, asked, chapeau=chapeau)
    modal = modal_at(words, start, len(words), english.grammar)
    if modal and modal[2] in _DEONTIC:
        meaning = Meaning(Act.REQUESTS, Stance.SUPPORTS, modal[2])
        asked = addressees(words, start, len(words), english)
        return Lead(author, meaning, asked, chapeau=chapeau)
    if english.grammar.chapeau.isdisjoint(words.lower):
        return None
    return Lead((), _REQUEST, chapeau=chapeau)


def point(
    words: Words, lead: Lead, author: tuple[Party, ...], english: English
) -> Proposition | None:
    """The point as a statement; None if the lead does not make it one."""
    first = behind_number(words)
    behind = len(words)
    while behind > first and words.at(behind - 1) in _ENDS:
        behind -= 1
    if behind - first < _FEWEST:
        return None
    imperative = is_imperative(words, first, english)
    if not lead.parties and not imperative:
        return None
    rule = "list item" if lead.parties else "imperative"
    cue = (first, first + 1)
    parties = lead.parties or author
    found = Predicate(first, parties, *cue, first, lead.meaning, negated=False, rule=rule)
    return Proposition(found, first, behind)


def is_imperative(words: Words, first: int, english: English) -> bool:
    """Whether the words from *first* on begin with a verb in the imperative."""
    while first < len(words) and is_adverb(words.at(first), english.grammar):
        first += 1
    return words.at(first) in english.grammar.imperatives
