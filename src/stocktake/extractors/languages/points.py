"""Points of a list: whole statements under the words that lead to them.

"Les États devraient :" leads to what is asked; so does a heading such as "Recommandations" to
points that begin with a verb ("Renforcer …").
"""

from __future__ import annotations

from collections.abc import Sequence

from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.contents import Proposition, trimmed
from stocktake.extractors.languages.details import DEONTIC, addressees, modal_at
from stocktake.extractors.languages.opening import behind_label
from stocktake.extractors.languages.predicates import Predicate, Scene
from stocktake.extractors.languages.speakers import Lead
from stocktake.extractors.languages.verbs import is_adverb
from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.languages import Language
from stocktake.model import Act, Stance, Strength

_ASKS = frozenset([Act.REQUESTS, Act.PROPOSES, Act.COMMITS, Act.SUPPORTS])
_FEWEST = 2
_LONGEST_LABEL = 4
_COLONS = frozenset([":", "："])
_BEFORE_LABEL = frozenset(";:；：,，،؛") | {"et", "y", "e", "и", "و", "以及"}
_OPENING = frozenset(["(", "（"])
_CLOSING = frozenset([")", "）"])
_REQUEST = Meaning(Act.REQUESTS, Stance.SUPPORTS, Strength.SHOULD)
BARE_LEAD = Lead((), _REQUEST)


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
    modal = modal_at(words, (start, len(words)), language, impersonal=True)
    if modal and modal[2] in DEONTIC:
        asked = addressees(words, (start, len(words)), language)
        return Lead(author, Meaning(Act.REQUESTS, Stance.SUPPORTS, modal[2]), asked)
    return heading_lead(words, 0, language)


def point(scene: Scene, lead: Lead, author: tuple[Party, ...]) -> Proposition | None:
    """The point as a statement; None if the lead does not make it one."""
    words, language = scene.words, scene.language
    first = behind_label(words, language)
    behind = trimmed(scene, first, len(words), joints=True)
    if behind - first < _FEWEST:
        return None
    if not lead.parties and not is_imperative(words, first, language):
        return None
    rule = "list item" if lead.parties else "imperative"
    verb = first + (language.flags["spaced"] and words.at(first) in language.words["to"])
    cue = (verb, verb + _first_word(words, verb, language))
    parties = lead.parties or author
    found = Predicate(first, parties, *cue, first, lead.meaning, negated=False, rule=rule)
    return Proposition(found, first, behind)


def _first_word(words: Words, first: int, language: Language) -> int:
    """How many of the words are one; Chinese verbs that are not known have two signs."""
    unknown = not language.flags["spaced"] and len(words.at(first)) == len(words.at(first + 1)) == 1
    return 1 + (unknown and words.lower[first] not in language.known)


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


def inline_points(words: Words) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """Where the lead of "… devraient : a) …; b) …" ends, and the words of each point.

    None if the words hold no such list of two points or more.
    """
    labels = [i for i in range(1, len(words) - 2) if _is_label(words, i)]
    starts = [i for i in labels if words.at(i - 1) in _BEFORE_LABEL]
    if len(starts) < _FEWEST or words.at(starts[0] - 1) not in _COLONS:
        return None
    ends = (*starts[1:], len(words))
    return starts[0], tuple(zip(starts, ends, strict=True))


def _is_label(words: Words, index: int) -> bool:
    """Whether "a)" or "(a)" stands at *index*."""
    opened = words.at(index) in _OPENING
    label, closing = words.at(index + opened), words.at(index + opened + 1)
    return 0 < len(label) <= _LONGEST_LABEL and label.isalnum() and closing in _CLOSING
