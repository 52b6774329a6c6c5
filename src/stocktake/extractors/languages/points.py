"""Points of a list: whole statements under the words that lead to them.

"Les États devraient :" leads to what is asked; so does a heading such as "Recommandations" to
points that begin with a verb ("Renforcer …").
"""

from __future__ import annotations

from collections.abc import Sequence

from stocktake.extractors.english.opening import behind_number
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.points import Lead
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.contents import Proposition, trimmed
from stocktake.extractors.languages.details import DEONTIC, addressees, modal_at
from stocktake.extractors.languages.predicates import Predicate, Scene
from stocktake.extractors.languages.verbs import is_adverb
from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.languages import Language
from stocktake.model import Act, Stance, Strength

_ASKS = frozenset([Act.REQUESTS, Act.PROPOSES, Act.COMMITS, Act.SUPPORTS])
_FEWEST = 2
_REQUEST = Meaning(Act.REQUESTS, Stance.SUPPORTS, Strength.SHOULD)


def heading_lead(words: Words, level: int, language: Language) -> Lead | None:
    """The lead in a heading such as "Recommandations"."""
    if language.words["chapeau"].isdisjoint(words.lower):
        return None
    return Lead((), _REQUEST, level=max(1, level))


def sentence_lead(
    scene: Scene, start: int, found: Sequence[Proposition], author: tuple[Party, ...]
) -> Lead | None:
    """The lead in a sentence that ends in a colon: "X a recommandé aux États :"."""
    words, language = scene.words, scene.language
    if words.at(len(words) - 1) not in {":", "："}:
        return None
    asking = [each for each in found if each.predicate.meaning.act in _ASKS]
    if asking:
        last = asking[-1]
        asked = addressees(words, (last.first, len(words)), language)
        return Lead(last.predicate.parties, last.predicate.meaning, asked)
    modal = modal_at(words, (start, len(words)), language)
    if modal and modal[2] in DEONTIC:
        asked = addressees(words, (start, len(words)), language)
        return Lead(author, Meaning(Act.REQUESTS, Stance.SUPPORTS, modal[2]), asked)
    return heading_lead(words, 0, language)


def point(scene: Scene, lead: Lead, author: tuple[Party, ...]) -> Proposition | None:
    """The point as a statement; None if the lead does not make it one."""
    words, language = scene.words, scene.language
    first = behind_number(words)
    behind = trimmed(scene, first, len(words), joints=True)
    if behind - first < _FEWEST:
        return None
    if not lead.parties and not is_imperative(words, first, language):
        return None
    rule = "list item" if lead.parties else "imperative"
    cue = (first, first + 1)
    parties = lead.parties or author
    found = Predicate(first, parties, *cue, first, lead.meaning, negated=False, rule=rule)
    return Proposition(found, first, behind)


def is_imperative(words: Words, first: int, language: Language) -> bool:
    """Whether the words from *first* on begin with a verb as a recommendation does."""
    while is_adverb(words.at(first), language) or words.at(first) in language.words["negations"]:
        first += 1
    word = words.at(first)
    if first in words.mentions or not word:
        return False
    cue = language.forms.get(word)
    return (
        word in language.words["imperatives"]
        or word.endswith(language.endings["imperatives"])
        or (cue is not None and Kind.INFINITIVE in cue[1] and language.flags["spaced"])
    )
