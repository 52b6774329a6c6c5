"""Lists of actors: "le Groupe africain, le représentant du Japon et plusieurs autres"."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors.english.parties import Listed, Party
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon import Mention
from stocktake.lexicon.languages import Language
from stocktake.lexicon.offices import PREFIX as OFFICE
from stocktake.lexicon.offices import office_id
from stocktake.model import ActorRole, Quote

_BRACKETS = {"(": ")", "（": "）", "[": "]"}
_BRACKET_REACH = 40
_HEAD_REACH = 10
_DUTY = 3
_NAME_REACH = 6
_PAIR = ["group:g77", "CHN"]


def listed(words: Words, index: int, language: Language) -> Listed | None:
    """The list of actors that begins at *index*, as long as it goes; None if there is none."""
    item = _item(words, index, language)
    if item is None:
        return None
    parties, behind = item
    second = last = index
    comma = joined = False
    while step := _next_item(words, behind, language):
        following = _item(words, step[0], language)
        if following is None or (joined and not step[1]):
            break
        joined = joined or (step[1] and not _is_pair(parties, following[0]))
        second = step[0] if second == index else second
        last, comma = step[0], words.at(behind) in language.words["commas"]
        parties, behind = (*parties, *following[0]), following[1]
    behind += words.at(behind) in language.words["tails"]
    return Listed(parties, behind, second, last, comma, last > index or not parties)


def _is_pair(before: tuple[Party, ...], behind: tuple[Party, ...]) -> bool:
    """Whether "and" is part of "the G-77 and China", and so ends no list."""
    return [party.id for party in (*before[-1:], *behind)] == _PAIR


def speakers(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who go on speaking when the company has changed."""
    lasting = {ActorRole.SPEAKER, ActorRole.ON_BEHALF}
    return tuple(party for party in parties if party.role in lasting)


def behind_bracket(words: Words, index: int) -> int:
    """Behind the bracket that opens at *index*, if one does."""
    closing = _BRACKETS.get(words.at(index))
    if closing is None:
        return index
    limit = min(len(words), index + _BRACKET_REACH)
    return next((i + 1 for i in range(index, limit) if words.at(i) == closing), index)


def _next_item(words: Words, index: int, language: Language) -> tuple[int, bool] | None:
    """Where the next item would begin: behind a comma, an "and", or both; whether behind "and",
    which only the last items have before them."""
    start = index + (words.at(index) in language.words["commas"])
    joint = language.phrases["and"].at(words.lower, start)
    start += joint[0] if joint else 0
    return (start, joint is not None) if start > index else None


def _item(words: Words, index: int, language: Language) -> tuple[tuple[Party, ...], int] | None:
    named = _person(words, index, language) or _named(words, index, language)
    if named:
        return (named[0],), named[1]
    behind = _nobody(words, index, language)
    return ((), behind) if behind else None


def _person(words: Words, index: int, language: Language) -> tuple[Party, int] | None:
    """ "السيدة X (Y)": a person speaks for the State in the brackets behind the name."""
    index += words.at(index) in language.words["determiners"]
    if words.at(index) not in language.words["persons"]:
        return None
    near = range(index + 1, min(len(words), index + _HEAD_REACH))
    opening = next((i for i in near if words.at(i) in _BRACKETS), None)
    found = words.mentions.get(opening + 1) if opening else None
    if opening is None or found is None or words.at(found[1]) not in _BRACKETS.values():
        return None
    mention = found[0]
    quote = Quote(words.text[mention.start : mention.end], mention.start)
    return Party(mention.actor_id, mention.name, quote), behind_bracket(words, opening)


def _named(words: Words, index: int, language: Language) -> tuple[Party, int] | None:
    start, title = _behind_heads(words, index, language)
    found = words.mentions.get(start)
    if found is None:
        return _presiding(words, index, language)
    if found[0].adjective and start == index:
        return None
    mention, behind = found
    word = words.at(behind)
    if _is_head_behind(words, behind, language):
        title = behind if word in language.offices else title
        behind += 1
    party = _party(words, mention, title, language)
    return party, _behind_name(words, behind, language)


def _presiding(words: Words, index: int, language: Language) -> tuple[Party, int] | None:
    """ "Le Président": who presides needs no State or organisation behind the title."""
    start = index + (words.at(index) in language.words["determiners"])
    office = language.presiding.get(words.at(start))
    behind = _behind_body(words, start + 1, language) if office else None
    if office is None or behind is None:
        return None
    name = office.replace("-", " ").capitalize()
    return Party(OFFICE + office, name, words.quote(start, start + 1)), behind


def _behind_body(words: Words, index: int, language: Language) -> int | None:
    """Behind "de la Commission", if that follows; None if what follows is presided by nobody."""
    body = index
    while words.at(body) in language.words["of"]:
        body += 1
    if body == index:
        return index
    if words.at(body) not in language.words["presided"]:
        return None
    return body + 1 + 2 * (words.at(body + 1) in language.words["of"])


def _party(words: Words, mention: Mention, title: int | None, language: Language) -> Party:
    """The actor that is named, or who holds the office told by the word at *title*."""
    if title is None:
        quote = Quote(words.text[mention.start : mention.end], mention.start)
        return Party(mention.actor_id, mention.name, quote)
    first = min(_titles(words, title, language))
    start = min(words.starts[first], mention.start)
    quote = Quote(words.text[start : max(words.ends[title], mention.end)], start)
    office = language.offices[words.at(title)]
    name = f"{office.replace('-', ' ').capitalize()} of {mention.name}"
    return Party(office_id(OFFICE + office, mention.actor_id), name, quote)


def _titles(words: Words, title: int, language: Language) -> Iterator[int]:
    """The places of the words of a title up to its last: "Ministre des affaires étrangères"."""
    for index in range(title, max(-1, title - _DUTY - 1), -1):
        if words.at(index) in language.offices:
            yield index
        elif words.at(index) in language.words["commas"]:
            return


def _is_head_behind(words: Words, index: int, language: Language) -> bool:
    """Whether the word at *index* goes with the name before it; 代表 before a group does not."""
    following = words.mentions.get(index + 1)
    speaks_for = following is not None and following[0].actor_id.startswith("group:")
    return words.at(index) in language.words["heads_behind"] and not speaks_for


def _behind_heads(words: Words, index: int, language: Language) -> tuple[int, int | None]:
    """Behind "la délégation du" or "le", and where a title stands in between."""
    start, headed = index, False
    title: int | None = None
    while start not in words.mentions:
        word = words.at(start)
        title = start if word in language.offices else title
        headed = headed or word in language.words["heads"] or title is not None
        leads = _leads_to_name(word, headed, language)
        if not leads and title is not None:
            leads = _is_duty(words, title, start, language)
        if start == index + _HEAD_REACH or not leads:
            return index, None
        start += 1
    return start, title


def _leads_to_name(word: str, headed: bool, language: Language) -> bool:
    kinds = language.words
    leads = word in kinds["determiners"] or word in kinds["heads"] or word in language.offices
    return leads or (headed and word in kinds["of"])


def _is_duty(words: Words, title: int, index: int, language: Language) -> bool:
    """Whether the word tells what the office is for: "Ministre de la santé du Pérou"."""
    of = language.words["of"]
    near = any(words.at(i) in of for i in range(max(title, index - _DUTY) + 1, index))
    word = words.at(index)
    return (
        near
        and word not in language.forms
        and word not in language.words["have"]
        and (word.isalpha() and word not in language.words["be"])
    )


def _behind_name(words: Words, index: int, language: Language) -> int:
    """Skip what belongs to a name: a person's name, and what stands in brackets."""
    start = behind = _behind_brackets(words, index, language)
    if not language.flags["spaced"]:
        return behind
    while behind < min(len(words), start + _NAME_REACH) and _is_new_name(words, behind):
        behind += 1
    return _behind_brackets(words, behind, language)


def _behind_brackets(words: Words, index: int, language: Language) -> int:
    if words.at(index) in _BRACKETS and language.roles.at(words.lower, index + 1):
        return index
    return behind_bracket(words, index)


def _is_new_name(words: Words, index: int) -> bool:
    return words.is_capital(index) and index not in words.mentions


def _nobody(words: Words, index: int, language: Language) -> int | None:
    """Behind "de nombreuses autres délégations"; None if *index* begins no such words."""
    nobody, qualifiers = language.words["nobody"], language.words["qualifiers"]
    behind, seen = index, False
    while behind < len(words) and behind not in words.mentions:
        word = words.at(behind)
        if word in nobody:
            seen = True
        elif word not in qualifiers:
            break
        behind += 1
    return behind if seen else None
