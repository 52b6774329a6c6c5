"""What the content tells: how strongly, of whom, on what condition."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.actors import listed
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.languages import Language
from stocktake.model import Act, Quote, Stance, Strength

_MODAL_REACH = 18
_NOUN_REACH = 12
_WEAK_REACH = 5
_DECLINE_REACH = 7
_OPEN = frozenset([Act.REPORTS, Act.OPPOSES])
DEONTIC = frozenset([Strength.SHALL, Strength.MUST, Strength.SHOULD])
Span = tuple[int, int]


def reading_of_content(words: Words, span: Span, meaning: Meaning, language: Language) -> Meaning:
    """What the cue means with this content: a report that one cannot accept a thing opposes it,
    a report of what States should do requests it, to ask to consider a thing is to ask less."""
    if meaning.act in _OPEN and _has_no_objection(words, span, language):
        return Meaning(Act.SUPPORTS, Stance.SUPPORTS)
    if meaning.act is Act.REPORTS:
        meaning = _of_report(words, span, meaning, language)
    if meaning.strength and _is_weak(words, span, language):
        return replace(meaning, strength=Strength.CONSIDER)
    return meaning


def addressees(words: Words, span: Span, language: Language) -> tuple[str, ...]:
    """Of whom the content asks something: actor ids where the lexicon knows them, else words."""
    start, behind = span
    while start < behind and words.at(start) in language.words["leads"]:
        start += 1
    named = listed(words, start, language)
    if named and named.parties:
        return tuple(dict.fromkeys(party.id for party in named.parties))
    limit = min(behind, start + _NOUN_REACH)
    end = next((i for i in range(start, limit) if _ends_noun(words, i, language)), None)
    if end is None or end == start:
        return ()
    heads = (i for i in range(start, end) if words.at(i) in language.words["collectives"])
    if next(heads, None) is None:
        return ()
    while start < end - 1 and words.at(start) in language.words["determiners"]:
        start += 1
    return (words.quote(start, end).text,)


def condition(words: Words, span: Span, language: Language) -> Quote | None:
    """The condition within the content, to its end."""
    first, behind = span
    found = (
        i for i in range(first + 1, behind) if language.phrases["conditions"].at(words.lower, i)
    )
    start = next(found, None)
    return words.quote(start, behind) if start is not None else None


def modal_at(
    words: Words, span: Span, language: Language, *, impersonal: bool = False
) -> tuple[int, int, Strength] | None:
    """The first modal of the clause that begins there: its place, length and strength.

    *impersonal*: a word that asks by itself ("il faut") counts as well.
    """
    first, behind = span
    for index in range(first, min(behind, first + _MODAL_REACH)):
        if index > first + 1 and words.at(index) in language.words["subordinators"]:
            return None
        found = language.modals.at(words.lower, index)
        if impersonal and not found and words.at(index) not in language.words["needs_that"]:
            found = language.impersonal.at(words.lower, index)
        if found:
            return index, found[0], found[1]
    return None


def _of_report(words: Words, span: Span, meaning: Meaning, language: Language) -> Meaning:
    if _declines(words, span, language):
        return Meaning(Act.REPORTS, Stance.OPPOSES)
    if _accepts(words, span, language):
        return Meaning(Act.SUPPORTS, Stance.SUPPORTS)
    told = language.any_noun.get(words.at(span[1] - 1))
    if told:
        return told
    modal = modal_at(words, span, language, impersonal=True)
    if modal and modal[2] in DEONTIC:
        return Meaning(Act.REQUESTS, Stance.SUPPORTS, modal[2])
    return meaning


def _declines(words: Words, span: Span, language: Language) -> bool:
    """ "qu'elle ne pouvait pas accepter": a denial of support within what is said."""
    first, behind = span
    near = words.lower[first : min(behind, first + _DECLINE_REACH)]
    denied = not language.words["negations"].isdisjoint(near)
    verbs = (language.forms.get(word) for word in near)
    acts = {verb[0].plain.act for verb in verbs if verb and verb[0].plain}
    return denied and Act.SUPPORTS in acts


def _accepts(words: Words, span: Span, language: Language) -> bool:
    """ "qu'elle pourrait accepter": that one could support it is said."""
    first, behind = span
    near = words.lower[first : min(behind, first + _DECLINE_REACH)]
    could = next((i for i, word in enumerate(near) if word in language.words["could"]), None)
    if could is None:
        return False
    verbs = (language.forms.get(word) for word in near[could + 1 :])
    return any(v and v[0].plain and v[0].plain.act is Act.SUPPORTS for v in verbs)


def _has_no_objection(words: Words, span: Span, language: Language) -> bool:
    """ "qu'il n'avait pas d'objection": an objection that is denied within what is said."""
    first, behind = span
    near = words.lower[first : min(behind, first + _DECLINE_REACH)]
    denials = (i for i, word in enumerate(near) if word in language.words["negations"])
    rest = near[next(denials, len(near)) :]
    nouns = (language.nominal.get(word) for word in rest)
    return any(noun is not None and noun.act is Act.OPPOSES for noun in nouns)


def _is_weak(words: Words, span: Span, language: Language) -> bool:
    first, behind = span
    near = words.lower[first : min(behind, first + _WEAK_REACH)]
    return not language.words["weak"].isdisjoint(near)


def _ends_noun(words: Words, index: int, language: Language) -> bool:
    """Whether what is asked begins at *index*, behind those who are asked."""
    word = words.at(index)
    return word in language.words["to"] or language.modals.at(words.lower, index) is not None
