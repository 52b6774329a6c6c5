"""Who speaks: actors with their company ("X, for the Y Group, with Z"), pronouns, the author."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stocktake.extractors.english.parties import Listed, Party, behind_bracket, listed
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import Grammar
from stocktake.model import ActorRole

UNKNOWN = "author"
_SEVERAL = 2
_NAME_REACH = 8


@dataclass(frozen=True, slots=True)
class Issuers:
    """Who issued the paper named last: a *written* one (a report), a *spoken* one (a statement)."""

    written: tuple[Party, ...] = ()
    spoken: tuple[Party, ...] = ()


NO_ISSUERS = Issuers()


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose voices may be meant: the author's, the actors that spoke last (*fresh*: in the
    sentence before), those who issued a paper that was named, the State under review."""

    author: tuple[Party, ...]
    author_ids: frozenset[str] = frozenset()
    last: tuple[Party, ...] = ()
    fresh: bool = False
    issuers: Issuers = NO_ISSUERS
    reviewed: tuple[Party, ...] = ()


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
    found = _pronoun(words, index, voices, grammar) or _named(words, index, voices, grammar)
    if found is None:
        found = _body(words, index, voices, grammar)
    if found is None:
        found = _own_noun(words, index, voices, grammar) or _person(words, index, grammar)
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
    if value is ActorRole.SPEAKER:
        return found.parties, found
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


def _person(words: Words, index: int, grammar: Grammar) -> Subject | None:
    """Somebody who is not known by name: an actor only if an office stands before the name."""
    behind = index
    while behind < min(len(words), index + _NAME_REACH) and _is_name(words, behind):
        behind += 1
    if behind - index < _SEVERAL:
        return None
    name = words.quote(index, behind)
    office = words.at(index)
    parties = _sent_by(words, behind, grammar)
    if office in grammar.words["offices"]:
        parties = (Party(f"office:{office}", name.text, name),)
    return Subject(parties, index, behind_bracket(words, behind), plural=False)


def _sent_by(words: Words, index: int, grammar: Grammar) -> tuple[Party, ...]:
    """The actor alone in the bracket behind a person's name: "Anna Sapt (Ruritania)"."""
    closed = behind_bracket(words, index) - 1
    found = listed(words, index + 1, grammar) if closed > index else None
    return found.parties if found and found.behind == closed else ()


def _is_name(words: Words, index: int) -> bool:
    initial = words.at(index) == "." and len(words.at(index - 1)) <= _SEVERAL
    return initial or (words.is_capital(index) and index not in words.mentions)


def _pronoun(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
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


def _body(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
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


def _own_noun(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
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
    start = index + (words.at(index) == ",")
    start += words.at(start) in {"and", "but"}
    found = company_at(words, start, grammar)
    if found is None:
        return None
    return found[0], found[1].behind


def _another(
    words: Words, subject: Subject, grammar: Grammar
) -> tuple[tuple[Party, ...], int] | None:
    """A further speaker behind another's company: "X, for the Y Group, and Z, for …"."""
    for_group = subject.parties and subject.parties[-1].role is ActorRole.ON_BEHALF
    if not for_group or words.at(subject.behind) != ",":
        return None
    start = subject.behind + 1
    start += words.at(start) == "and"
    found = listed(words, start, grammar)
    return (found.parties, found.behind) if found else None
