"""What the author binds itself to without a verb of promising: "we will build …"."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors.english.contents import Proposition
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.predicates import Predicate
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import Done, is_adverb
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.grammar import English
from stocktake.lexicon.inflection import Form
from stocktake.model import Act, Stance

_COMMITS = Meaning(Act.COMMITS, Stance.SUPPORTS)
_FEWEST = 3
_ENDS = frozenset([".", ";", ",", "!"])


def will_at(words: Words, index: int, english: English) -> Done | None:
    """ "will (also) continue …" at *index*, with a verb that tells a deed."""
    if words.at(index) not in english.grammar.words["futures"]:
        return None
    verb = index + 1
    while is_adverb(words.at(verb), english.grammar) and words.at(verb) != "never":
        verb += 1
    deed = words.at(verb)
    if deed in english.grammar.rhetoric or deed not in english.grammar.imperatives:
        return None
    if len(words) - verb < _FEWEST:
        return None
    return Done(verb, verb + 1, verb + 1, _COMMITS, False, Form.BARE)


def aims(
    words: Words, start: int, author: tuple[Party, ...], english: English
) -> Iterator[Proposition]:
    """ "Our objective is to …" at the head of a sentence."""
    noun = start + 1
    while words.at(noun) in english.grammar.words["of_aims"]:
        noun += 1
    told = words.at(start) in english.grammar.pronouns["own"] and (
        words.at(noun) in english.grammar.words["aims"]
    )
    if not told or words.lower[noun + 1 : noun + 3] != ("is", "to"):
        return
    behind = len(words)
    while words.at(behind - 1) in _ENDS:
        behind -= 1
    found = Predicate(
        start,
        author,
        noun,
        noun + 1,
        noun + 2,
        _COMMITS,
        negated=False,
        rule="author",
        own=True,
    )
    yield Proposition(found, noun + 2, behind)
