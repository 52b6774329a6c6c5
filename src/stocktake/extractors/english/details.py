"""What the content tells: how strongly, of whom, on what condition, in whose words."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.judgements import judged
from stocktake.extractors.english.parties import listed
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.grammar import English, Grammar
from stocktake.model import Act, Quote, Stance, Strength

_MODAL_REACH = 18
_NOUN_REACH = 14
_WEAK_REACH = 6
_DEONTIC = frozenset([Strength.SHALL, Strength.MUST, Strength.SHOULD])
_OPENING = frozenset(["on", "upon", "to", "that", "for", "once", "again"])
_DETERMINERS = frozenset(["the", "all", "other", "both"])
_NOUN_STOPS = frozenset([";", ":", "(", "which", "who", "that", "by", "from", "for", "on", "with"])
_NO_CONDITION = frozenset(
    ["as", "even", "see", "is", "are", "was", "were", "be", "or", "and", "from", "of"]
)
_DENIALS = frozenset(["not", "cannot", "never"])
_PREPOSITIONS = frozenset(["of", "in", "within", "at", "across", "around", "throughout"])
_BEFORE_NOUN = frozenset(["the", "a", "an", "no", "this", "any", "urgent", "of"])
_NOUN_LEADS = frozenset(["a", "an", "no"])
_WILL = frozenset(["will", "would", "shall"])
_SELF = frozenset(["it", "they", "he", "she", "we", "i"])


def reading_of_content(
    words: Words, first: int, behind: int, meaning: Meaning, english: English
) -> Meaning:
    """What the cue means with this content: "said it could not accept …" opposes, "said that
    States should …" requests, "urged States to consider …" asks for less."""
    if meaning.act is Act.REPORTS:
        meaning = _of_report(words, first, behind, meaning, english)
    if meaning.strength and _is_weak(words, first, behind, english.grammar):
        return replace(meaning, strength=Strength.CONSIDER)
    return meaning


def addressees(words: Words, first: int, behind: int, english: English) -> tuple[str, ...]:
    """Of whom the content asks something: actor ids where the lexicon knows them, else words."""
    start = first
    while start < behind and words.at(start) in _OPENING:
        start += 1
    end = _noun_end(words, start, behind, english.grammar)
    if end is None:
        return ()
    named = listed(words, start, english.grammar)
    if named and named.behind == end and named.parties:
        return tuple(dict.fromkeys(party.id for party in named.parties))
    head = next((i for i in range(start, end) if words.at(i) in _PREPOSITIONS), end)
    if words.at(head - 1) not in english.grammar.collectives:
        return ()
    while words.at(start) in _DETERMINERS and start < end - 1:
        start += 1
    return (words.quote(start, end).text,)


def condition(words: Words, first: int, behind: int, grammar: Grammar) -> Quote | None:
    """The condition within the content, to its end."""
    if words.at(first - 1).startswith("ask") or words.at(first) == "if":
        return None
    found = (i for i in range(first + 1, behind) if grammar.conditions.at(words.lower, i))
    start = next((i for i in found if _opens_condition(words, i)), None)
    return words.quote(start, behind) if start is not None else None


def quoted_within(words: Words, first: int, behind: int) -> Quote | None:
    """The first stretch in quotation marks within the content."""
    begin, end = words.starts[first], words.ends[behind - 1]
    span = next((s for s in words.quoted if begin <= s[0] and s[1] <= end), None)
    return Quote(words.text[span[0] : span[1]], span[0]) if span else None


def modal_at(
    words: Words, first: int, behind: int, grammar: Grammar
) -> tuple[int, int, Strength] | None:
    """The main modal of the clause that begins at *first*: its place, length and strength."""
    subordinators, modals = grammar.words["subordinators"], grammar.modals
    for index, word in enumerate(words.lower[first : min(behind, first + _MODAL_REACH)], first):
        if word in subordinators and index > first:
            return None
        found = modals.at(words.lower, index) if modals.begin_with(word) else None
        if found and not _is_no_modal(words, index):
            return index, found[0], found[1]
    return None


def _is_no_modal(words: Words, index: int) -> bool:
    """ "…, should piers rot" is a condition, "the (urgent) need to" a noun."""
    before = words.lower[max(0, index - 2) : index]
    return before[-1:] == (",",) or (
        words.at(index) == "need" and not _BEFORE_NOUN.isdisjoint(before)
    )


def _of_report(
    words: Words, first: int, behind: int, meaning: Meaning, english: English
) -> Meaning:
    told = _of_itself(words, first, behind, english)
    if told:
        return told
    thought = judged(words, first, behind, english)
    if thought:
        return thought
    modal = modal_at(words, first, behind, english.grammar)
    if modal and modal[2] in _DEONTIC:
        return Meaning(Act.REQUESTS, Stance.SUPPORTS, modal[2])
    return meaning


def _of_itself(words: Words, first: int, behind: int, english: English) -> Meaning | None:
    """What the speakers say they do: "(that) it could not accept …", "they would host …"."""
    start = first + (words.at(first) == "that")
    if start >= behind or not _is_self(words, start):
        return None
    near = words.lower[start + 1 : min(behind, start + 6)]
    denied = not _DENIALS.isdisjoint(near)
    verbs = (english.cues.forms.get(word) for word in near if _NOUN_LEADS.isdisjoint(near))
    acts = {verb[0].plain.act for verb in verbs if verb and verb[0].plain}
    if (Act.SUPPORTS if denied else Act.OPPOSES) in acts:
        return Meaning(Act.OPPOSES, Stance.OPPOSES)
    if denied or words.at(start) not in _SELF:
        return None
    return _does_itself(words, start + 1, english)


def _does_itself(words: Words, index: int, english: English) -> Meaning | None:
    """ "(they) would support …" and "(they) supported …", or "would host …": a commitment."""
    will = words.at(index) in _WILL
    verb = english.cues.forms.get(words.at(index + will))
    act = verb[0].plain.act if verb and verb[0].plain else None
    if act in {Act.SUPPORTS, Act.WELCOMES}:
        return Meaning(act, Stance.SUPPORTS)
    if will and words.at(index + 1) in english.grammar.imperatives:
        return Meaning(Act.COMMITS, Stance.SUPPORTS)
    return None


def _is_self(words: Words, index: int) -> bool:
    return words.at(index) in _SELF or index in words.mentions or words.at(index) == "the"


def _is_weak(words: Words, first: int, behind: int, grammar: Grammar) -> bool:
    near = words.lower[first : min(behind, first + _WEAK_REACH)]
    places = (i for i, word in enumerate(near) if word in grammar.weak)
    return any(i == 0 or near[i - 1] in {"to", "for", "should", "that", "could"} for i in places)


def _noun_end(words: Words, start: int, behind: int, grammar: Grammar) -> int | None:
    """Where the noun phrase before "to", a modal or (behind "that") a bare verb ends."""
    for index in range(start + 1, min(behind, start + _NOUN_REACH)):
        word = words.at(index)
        if word in {"to", "not"} or grammar.modals.at(words.lower, index):
            return index
        if word in grammar.imperatives and words.at(start - 1) == "that":
            return index
        if word in _NOUN_STOPS:
            return None
    return None


def _opens_condition(words: Words, index: int) -> bool:
    return words.at(index - 1) not in _NO_CONDITION
