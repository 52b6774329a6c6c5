"""Words that take somebody up: pronouns, "my delegation", "the Committee"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.parties import Party, listed
from stocktake.extractors.english.speakers import UNKNOWN, Subject, Voices, speakers
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import Grammar
from stocktake.model import ActorRole

_SEVERAL = 2


def pronoun(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
    """Whom "we", "he", "it" or "they" at *index* means."""
    word = words.at(index)
    pronouns = grammar.pronouns
    if word in pronouns["author"]:
        return Subject(voices.author, index, _behind_home(words, index + 1), plural=True, own=True)
    if word not in pronouns["person"] | pronouns["thing"] | pronouns["many"]:
        return None
    gloss = _gloss(words, index + 1, grammar)
    if gloss:
        return replace(gloss, first=index, pronoun=True)
    fits = _fitting(word, voices, grammar)
    return Subject(fits, index, index + 1, word in pronouns["many"], pronoun=True)


def body(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
    """ "The (same) Committee": the body of that kind among those that spoke last."""
    if words.at(index) != "the":
        return None
    noun = index + 1 + (words.at(index + 1) == "same")
    kind = words.at(noun)
    if kind not in grammar.words["bodies"] or not words.is_capital(noun):
        return None
    named = [party for party in voices.last if kind in party.name.lower().split()]
    if len(named) != 1:
        return None
    party = replace(named[0], quote=words.quote(noun, noun + 1), role=ActorRole.SPEAKER)
    return Subject((party,), index, noun + 1, plural=False, pronoun=True)


def own_noun(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
    """ "my delegation", "our Government"; of a known author also "the organisations"."""
    known = any(party.id != UNKNOWN for party in voices.author)
    if known and words.at(index) == "the" and words.at(index + 1) in grammar.pronouns["self"]:
        return Subject(voices.author, index, index + 2, plural=True, own=True)
    if voices.reviewed and words.lower[index : index + 2] == ("the", "delegation"):
        quote = words.quote(index + 1, index + 2)
        spoken = tuple(replace(party, quote=quote) for party in voices.reviewed)
        return Subject(spoken, index, index + 2, plural=False)
    if words.at(index) not in grammar.pronouns["own"]:
        return None
    if words.at(index + 1) in grammar.pronouns["own_nouns"]:
        return Subject(voices.author, index, index + 2, plural=False, own=True)
    return None


def _behind_home(words: Words, index: int) -> int:
    """Behind "in Ruritania" right after "we"."""
    home = words.mentions.get(index + 1) if words.at(index) == "in" else None
    return home[1] if home else index


def _gloss(words: Words, index: int, grammar: Grammar) -> Subject | None:
    """An editor's word on a pronoun: "He [Ruritania]" or "She[=> Ruritania]"."""
    if words.at(index) != "[":
        return None
    start = index + 1
    while start < len(words) and words.at(start) in {"=", ">"}:
        start += 1
    found = listed(words, start, grammar)
    closed = found is not None and words.at(found.behind) == "]"
    if found is None or not closed:
        return None
    return Subject(found.parties, index, found.behind + 1, found.plural)


def _fitting(word: str, voices: Voices, grammar: Grammar) -> tuple[Party, ...]:
    """The actors that spoke last, as far as the pronoun fits them."""
    last = voices.last
    if word in grammar.pronouns["person"]:
        return speakers(last) if _is_one(last) else ()
    if not voices.fresh:
        return ()
    if word in grammar.pronouns["many"]:
        return last if len(last) >= _SEVERAL or _is_group(last) else ()
    is_person = any(party.id.startswith("office:") for party in last)
    return speakers(last) if _is_one(last) and not is_person else ()


def _is_one(parties: tuple[Party, ...]) -> bool:
    return sum(party.role is ActorRole.SPEAKER for party in parties) == 1


def _is_group(parties: tuple[Party, ...]) -> bool:
    return any(party.id.startswith(("group:", "org:")) for party in parties)
