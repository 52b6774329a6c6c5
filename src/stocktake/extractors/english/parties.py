"""Lists of actors: "the EU, JAPAN (for itself) and many others"."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import Grammar
from stocktake.model import ActorRole, Quote

_OPENING = {"(": ")", "[": "]"}
_BRACKET_REACH = 40
_NAME_REACH = 6
_INITIAL = 2
_LINKS = (
    (("/",), 1, False),
    ((",", "and"), 2, True),
    ((",",), 1, False),
    (("and",), 1, True),
    (("&",), 1, True),
    (("as", "well", "as"), 3, True),
)
_LEADS = frozenset(["the", "both"])
_OWN = frozenset(["its", "their"])
_POSSESSIVE = frozenset(["'s", "’s"])
_APOSTROPHES = frozenset(["'", "’"])


@dataclass(frozen=True, slots=True)
class Party:
    """An actor behind a statement; *quote* is its name as it stands, None for the author."""

    id: str
    name: str
    quote: Quote | None
    role: ActorRole = ActorRole.SPEAKER


@dataclass(frozen=True, slots=True)
class Listed:
    """Actors one after another; *behind* is the index after the last word.

    *second* and *last* are where these items begin (the first, if it is alone), and *comma* says
    that a comma leads to the last. A list of unnamed actors ("many Parties") has no parties.
    """

    parties: tuple[Party, ...]
    behind: int
    second: int
    last: int
    comma: bool
    plural: bool


def listed(words: Words, index: int, grammar: Grammar, *, commas: bool = True) -> Listed | None:
    """The list of actors that begins at *index*, as long as it goes; None if there is none.

    Without *commas* it ends at the first comma.
    """
    item = _item(words, index, grammar)
    if item is None:
        return None
    parties, behind = item
    second = last = index
    comma, joined = False, not commas
    while step := _next_item(words, behind, joined):
        start, is_joined = step
        following = _item(words, start, grammar)
        if following is None:
            break
        second = start if second == index else second
        last, comma = start, words.at(behind) == ","
        parties, behind = (*parties, *following[0]), following[1]
        joined = joined or is_joined
    return Listed(parties, behind, second, last, comma, last > index or not parties)


def _next_item(words: Words, index: int, joined: bool) -> tuple[int, bool] | None:
    """Where the next item begins, and whether "and" leads to it."""
    for sign, length, is_and in _LINKS:
        if words.lower[index : index + length] == sign and not (joined and sign[0] == ","):
            return index + length, is_and
    return None


def _item(words: Words, index: int, grammar: Grammar) -> tuple[tuple[Party, ...], int] | None:
    named = _named(words, index, grammar)
    if named:
        return (named[0],), named[1]
    behind = _nobody(words, index, grammar)
    return ((), behind) if behind else None


def _named(words: Words, index: int, grammar: Grammar) -> tuple[Party, int] | None:
    start = index
    while start not in words.mentions and start < index + 2 and words.at(start) in _LEADS:
        start += 1
    if words.at(start) in grammar.words["heads"] and words.at(start + 1) == "of":
        start += 2 + (words.at(start + 2) == "the")
    found = words.mentions.get(start)
    if found is None:
        return None
    mention, behind = found
    head = words.at(behind) in grammar.words["heads"]
    if mention.adjective and not head:
        return None
    behind = behind + 1 if head else _behind_name(words, behind)
    if is_possessive(words, behind):
        return None
    quote = Quote(words.text[mention.start : mention.end], mention.start)
    return Party(mention.actor_id, mention.name, quote), behind


def _behind_name(words: Words, index: int) -> int:
    """Skip what belongs to a name: a person's name and what stands in brackets."""
    start = index = behind_bracket(words, index)
    limit = min(len(words), index + _NAME_REACH)
    while index < limit and _belongs_to_name(words, index, start):
        index += 1
    return behind_bracket(words, index)


def _belongs_to_name(words: Words, index: int, start: int) -> bool:
    if words.at(index) == ".":
        return words.ends[index - 1] - words.starts[index - 1] <= _INITIAL
    if words.at(index) == "of":
        return index > start and index + 1 < len(words) and _is_new_name(words, index + 1)
    return _is_new_name(words, index)


def _is_new_name(words: Words, index: int) -> bool:
    return words.is_capital(index) and index not in words.mentions


def is_possessive(words: Words, index: int) -> bool:
    """Whether "'s" stands at *index*, or the apostrophe of a plural."""
    if words.at(index) in _APOSTROPHES:
        return words.at(index - 1).endswith("s") and words.starts[index] == words.ends[index - 1]
    return words.at(index) in _POSSESSIVE


def behind_bracket(words: Words, index: int) -> int:
    """Behind the bracket that opens at *index*, if one does."""
    closing = _OPENING.get(words.at(index))
    if closing is None:
        return index
    limit = min(len(words), index + _BRACKET_REACH)
    return next((i + 1 for i in range(index, limit) if words.at(i) == closing), index)


def _nobody(words: Words, index: int, grammar: Grammar) -> int | None:
    """Behind "many other developing countries"; None if *index* begins no such words."""
    nobody, qualifiers = grammar.words["nobody"], grammar.words["qualifiers"]
    while words.at(index) in qualifiers and words.at(index) not in nobody:
        index += 1
    return _behind_nobody(words, index, grammar) if words.at(index) in nobody else None


def _behind_nobody(words: Words, index: int, grammar: Grammar) -> int:
    nobody, qualifiers = grammar.words["nobody"], grammar.words["qualifiers"]
    while words.at(index) in nobody or words.at(index) in qualifiers:
        index += 1
    if words.at(index) in _OWN:
        index += 2
    return index
