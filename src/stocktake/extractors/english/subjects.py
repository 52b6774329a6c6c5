"""Who speaks: actors with their company ("X, for the Y Group, with Z"), pronouns, the author."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stocktake.extractors.english.parties import Listed, Party, listed
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import Grammar
from stocktake.model import ActorRole

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose voices may be meant: the author's, and the actors that spoke last."""

    author: tuple[Party, ...]
    last: tuple[Party, ...] = ()
    author_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Subject:
    """Those who speak, from the word *first* up to *behind*.

    *parties* is empty where nobody in particular speaks. *own* says that the author speaks.
    """

    parties: tuple[Party, ...]
    first: int
    behind: int
    plural: bool
    own: bool = False
    pronoun: bool = False


def subject_at(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
    """The subject that begins at *index*, with its company."""
    found = _pronoun(words, index, voices, grammar) or _own_noun(words, index, voices, grammar)
    if found is None:
        found = _named(words, index, voices, grammar)
    return _with_company(words, found, grammar) if found else None


def company_at(
    words: Words, index: int, grammar: Grammar
) -> tuple[tuple[Party, ...], Listed] | None:
    """ "with X and Y" or "opposed by Z" at *index*: the parties in their role, and the list."""
    role = grammar.roles.at(words.lower, index)
    if role is None:
        return None
    length, value = role
    for_group = value is ActorRole.ON_BEHALF
    found = listed(words, index + length, grammar, commas=not for_group)
    if found is None or (for_group and not found.parties):
        return None
    return tuple(replace(party, role=value) for party in found.parties), found


def speakers(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who go on speaking when the company has changed."""
    lasting = {ActorRole.SPEAKER, ActorRole.ON_BEHALF}
    return tuple(party for party in parties if party.role in lasting)


def _named(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
    found = listed(words, index, grammar)
    if found is None:
        return None
    own = bool(found.parties) and all(p.id in voices.author_ids for p in found.parties)
    return Subject(found.parties, index, found.behind, found.plural, own)


def _pronoun(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
    word = words.lower[index]
    pronouns = grammar.pronouns
    if word in pronouns["author"]:
        return Subject(voices.author, index, index + 1, plural=True, own=True)
    if word not in pronouns["person"] | pronouns["thing"] | pronouns["many"]:
        return None
    gloss = _gloss(words, index + 1, grammar)
    if gloss:
        return replace(gloss, first=index, pronoun=True)
    fits = _fitting(word, voices.last, grammar)
    return Subject(fits, index, index + 1, word in pronouns["many"], pronoun=True)


def _gloss(words: Words, index: int, grammar: Grammar) -> Subject | None:
    """An editor's word on a pronoun: "He [Ruritania]" or "She[=> Ruritania]"."""
    if words.lower[index : index + 1] != ("[",):
        return None
    start = index + 1
    while start < len(words) and words.lower[start] in {"=", ">"}:
        start += 1
    found = listed(words, start, grammar)
    closed = found is not None and words.lower[found.behind : found.behind + 1] == ("]",)
    if found is None or not closed:
        return None
    return Subject(found.parties, index, found.behind + 1, found.plural)


def _fitting(word: str, last: tuple[Party, ...], grammar: Grammar) -> tuple[Party, ...]:
    if word in grammar.pronouns["many"]:
        return last if len(last) >= _SEVERAL or _is_group(last) else ()
    lead = tuple(party for party in last if party.role is ActorRole.SPEAKER)
    return (
        (*lead[:1], *(p for p in last if p.role is ActorRole.ON_BEHALF)) if len(lead) == 1 else ()
    )


def _is_group(parties: tuple[Party, ...]) -> bool:
    return any(party.id.startswith(("group:", "org:")) for party in parties)


def _own_noun(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
    """ "my delegation", "our Government"."""
    if words.lower[index] not in grammar.pronouns["own"]:
        return None
    if (
        words.lower[index + 1 : index + 2]
        and words.lower[index + 1] in grammar.pronouns["own_nouns"]
    ):
        return Subject(voices.author, index, index + 2, plural=False, own=True)
    return None


def _with_company(words: Words, subject: Subject, grammar: Grammar) -> Subject:
    """Take in ", for the Y Group, supported by Z and opposed by W," behind the subject."""
    while step := _joining(words, subject, grammar):
        parties = (*subject.parties, *step[0])
        subject = replace(subject, parties=parties, behind=step[1], plural=True)
    return subject


def _joining(
    words: Words, subject: Subject, grammar: Grammar
) -> tuple[tuple[Party, ...], int] | None:
    company = _company_behind(words, subject.behind, grammar)
    return company or _another(words, subject, grammar)


def _company_behind(
    words: Words, index: int, grammar: Grammar
) -> tuple[tuple[Party, ...], int] | None:
    start = index
    while start < len(words) and words.lower[start] in {",", "and", "but"}:
        start += 1
    found = company_at(words, start, grammar) if start < len(words) else None
    if found is None:
        return None
    return found[0], found[1].behind


def _another(
    words: Words, subject: Subject, grammar: Grammar
) -> tuple[tuple[Party, ...], int] | None:
    """A further speaker behind another's company: "X, for the Y Group, and Z, for …"."""
    lower = words.lower
    for_group = subject.parties and subject.parties[-1].role is ActorRole.ON_BEHALF
    if not for_group or lower[subject.behind : subject.behind + 1] != (",",):
        return None
    start = subject.behind + 1
    start += lower[start : start + 1] == ("and",)
    found = listed(words, start, grammar) if start < len(words) else None
    return (found.parties, found.behind) if found and found.parties else None
