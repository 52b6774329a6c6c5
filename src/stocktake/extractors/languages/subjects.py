"""Who speaks: actors with their company, pronouns, the author."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.actors import listed, speakers
from stocktake.extractors.languages.company import company_at
from stocktake.extractors.languages.speakers import Subject, Voices
from stocktake.lexicon.languages import Language
from stocktake.model import ActorRole

_SEVERAL = 2


def subject_at(words: Words, index: int, voices: Voices, language: Language) -> Subject | None:
    """The subject that begins at *index*, with its company."""
    found = (
        _author(words, index, voices, language)
        or _pronoun(words, index, voices, language)
        or _named(words, index, voices, language)
    )
    return _with_company(words, found, language) if found else None


def author_subject(index: int, voices: Voices) -> Subject:
    """The author, who speaks by the form of a verb alone."""
    return Subject(voices.author, index, index, plural=True, own=True)


def last_speakers(index: int, voices: Voices) -> Subject | None:
    """Those who spoke in the sentence before, if a verb without a subject can mean them."""
    parties = speakers(voices.last)
    if not voices.fresh or not parties:
        return None
    return Subject(parties, index, index, plural=len(parties) > 1, pronoun=True)


def _author(words: Words, index: int, voices: Voices, language: Language) -> Subject | None:
    found = language.phrases["author"].at(words.lower, index)
    if found is None or index in words.mentions:
        return None
    return Subject(voices.author, index, index + found[0], plural=True, own=True)


def _pronoun(words: Words, index: int, voices: Voices, language: Language) -> Subject | None:
    single, many = (language.words[kind] for kind in ("single", "several"))
    word = words.at(index)
    if word not in single and word not in many:
        return None
    last = voices.last
    one = _is_one(last)
    fits = (word in single and one) or (word in many and _is_many(last))
    parties = speakers(last) if fits and voices.fresh else ()
    return Subject(parties, index, index + 1, word in many, pronoun=True)


def _named(words: Words, index: int, voices: Voices, language: Language) -> Subject | None:
    found = listed(words, index, language)
    if found is None:
        return None
    own = bool(found.parties) and all(p.id in voices.author_ids for p in found.parties)
    return Subject(found.parties, index, found.behind, found.plural, own)


def _is_one(parties: tuple[Party, ...]) -> bool:
    return sum(party.role is ActorRole.SPEAKER for party in parties) == 1


def _is_many(parties: tuple[Party, ...]) -> bool:
    return len(parties) >= _SEVERAL or any(party.id.startswith("group:") for party in parties)


def _with_company(words: Words, subject: Subject, language: Language) -> Subject:
    """Take in ", au nom du Groupe Y, soutenu par Z," behind the subject."""
    while step := _joining(words, subject.behind, language):
        parties = (*subject.parties, *step[0])
        subject = replace(subject, parties=parties, behind=step[1], plural=True)
    return subject


def _joining(words: Words, index: int, language: Language) -> tuple[tuple[Party, ...], int] | None:
    opened = words.at(index) in {"(", "（"}
    start = index + (opened or words.at(index) in language.words["commas"])
    joint = language.phrases["and"].at(words.lower, start)
    start += joint[0] if joint else 0
    while words.at(start) in language.words["courteous"]:
        start += 1
    found = company_at(words, start, language)
    if found is None:
        return None
    behind = found[1].behind
    return found[0], behind + (opened and words.at(behind) in {")", "）"})
