"""Rules for what hangs on an earlier subject: "… and stressed", "…, noting", "…, opposed by Y"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.parties import Listed, Party
from stocktake.extractors.english.predicates import Reading, predicate, with_predicate
from stocktake.extractors.english.speakers import Subject, speakers
from stocktake.extractors.english.subjects import company_at
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import Done, form_at, is_adverb, verb_at
from stocktake.lexicon.grammar import English
from stocktake.lexicon.inflection import Form
from stocktake.model import Act, ActorRole

Step = tuple[int, Reading]
_LINKS = frozenset([",", ";", "and", "but", "or", "then", "yet", "also", "however"])
_RELATIVE = (("which", "was"), ("which", "were"), ("which", "is"), ("this", "was"))
_MOST_COMPANY = 5
_ANSWERING = frozenset(["responding", "replying"])
_SHORTEST_GERUND = 5
_SIDES = frozenset([ActorRole.SUPPORTER, ActorRole.OPPONENT])
_CLOSERS = frozenset(["''", '"', "”", ")"])
_BEFORE_PARTICIPLE = frozenset([",", "–", "—"]) | _CLOSERS
_PAST = frozenset([Form.PAST, Form.PAST_PARTICIPLE])
_NOUN_FORMS = frozenset([Form.PRESENT, Form.BARE])
_OBJECT_WORDS = frozenset(["to", "not", "strongly", "both"])


def leading_company(words: Words, index: int, reading: Reading, english: English) -> Step | None:
    """ "With X and Y, Z called …", "Supported by X, Y said …" at the start."""
    if index != reading.start:
        return None
    found = company_at(words, index, english.grammar)
    if found is None:
        return None
    parties, several = found
    if words.at(several.behind) == ",":
        return several.behind + 1, replace(reading, company=parties, start=several.behind + 1)
    if several.comma:
        company = _without_last(parties, several, words)
        return several.last, replace(reading, company=company, start=several.last)
    return None


def coordinated(words: Words, index: int, reading: Reading, english: English) -> Step | None:
    """ "… and stressed", "… and, with Y, stressed": the subject goes on."""
    subject = reading.subject
    if subject is None:
        return None
    behind = _past_links(words, index)
    if behind == index and words.at(index) != "with":
        return None
    company, behind = _company(words, behind, english)
    if company:
        parties = (*speakers(subject.parties), *company)
        subject = replace(subject, parties=parties, plural=True)
    done = verb_at(words, behind, english, bare=subject.plural or subject.own)
    if done is None or not _agrees(words, done, reading, english):
        return None
    return done.content, with_predicate(reading, predicate(index, subject, done, "coordinated"))


def sides(words: Words, index: int, reading: Reading, english: English) -> Step | None:
    """ "…, supported by X and opposed by Y": parties of the predicate before."""
    if not reading.predicates:
        return None
    behind = _past_links(words, index)
    if words.lower[behind : behind + 2] in _RELATIVE:
        behind += 2
    found = company_at(words, behind, english.grammar)
    if found is None or not found[0] or found[0][0].role not in _SIDES:
        return None
    if not reading.predicates[-1].parties and reading.predicates[-1].meaning.act is Act.REPORTS:
        return None
    parties, several = found
    if several.comma and _speaks(words, several, english):
        parties = _without_last(parties, several, words)
    *others, last = reading.predicates
    joined = replace(last, parties=(*last.parties, *parties))
    onward = several.behind if parties == found[0] else several.last
    cuts = (*reading.cuts, index)
    return onward, replace(reading, predicates=(*others, joined), cuts=cuts)


def participle(words: Words, index: int, reading: Reading, english: English) -> Step | None:
    """ "Noting A, X …" and "…, noting A": the subject after or before does it."""
    first = _participle_start(words, index, reading, english)
    done = form_at(words, index, Form.ING, english) if first is not None else None
    if done is None or first is None:
        return None
    if reading.subject is None and _is_heading_on(words, done):
        return None
    if reading.subject is None:
        nobody = Subject((), first, first, plural=False)
        found = predicate(first, nobody, done, "participle")
        return done.content, replace(reading, waiting=(*reading.waiting, found))
    subject = replace(reading.subject, parties=_with_it(reading.subject.parties))
    found = predicate(first, subject, done, "participle")
    return done.content, with_predicate(reading, found)


def _is_heading_on(words: Words, done: Done) -> bool:
    """ "Commenting on the text, X …" and "Responding to Y, X …" only lead to what X says."""
    on = done.meaning.act is Act.REPORTS and words.at(done.behind) == "on"
    return on or words.at(done.cue) in _ANSWERING


def _with_it(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """All but the opponents, who do not share the speaker's reasons."""
    return tuple(party for party in parties if party.role is not ActorRole.OPPONENT)


def _past_links(words: Words, index: int) -> int:
    while index < len(words) and words.at(index) in _LINKS:
        index += 1
    return index


def _company(words: Words, index: int, english: English) -> tuple[tuple[Party, ...], int]:
    """All company at *index* and where it ends; a comma behind it is passed."""
    company: tuple[Party, ...] = ()
    for _ in range(_MOST_COMPANY):
        found = company_at(words, index, english.grammar)
        if found is None:
            break
        company, index = (*company, *found[0]), _past_links(words, found[1].behind)
    return company, index


def _agrees(words: Words, done: Done, reading: Reading, english: English) -> bool:
    """Whether the verb goes on in the tense of the verbs before it, and is no noun."""
    forms = [each.form for each in reading.predicates if each.form is not Form.ING]
    alone = _is_link(words, done.cue) or is_adverb(words.at(done.cue - 1), english.grammar)
    if not forms:
        return not alone or words.at(done.cue - 1) == "," or _behind_verb(words, done, reading)
    if forms[-1] is None or done.form is None:
        return not reading.predicates[-1].own or done.form is not Form.PAST
    if done.form is Form.PAST_PARTICIPLE and not alone and forms[-1] is Form.PAST:
        return False
    if done.form is Form.BARE and not alone:
        return done.negated or forms[-1] not in _PAST
    if alone and (forms[-1] in _PAST) != (done.form in _PAST):
        return False
    return done.form not in _NOUN_FORMS or not alone or _has_object(words, done, english)


def _behind_verb(words: Words, done: Done, reading: Reading) -> bool:
    """Whether the subject has a verb before, though one that is no cue: "X mended it and urged"."""
    subject = reading.subject
    return done.form in _PAST and subject is not None and words.at(subject.behind).endswith("ed")


def _is_link(words: Words, index: int) -> bool:
    return words.at(index - 1) in _LINKS


def _has_object(words: Words, done: Done, english: English) -> bool:
    """Whether the verb goes on as a verb does: "call on …", "support the …", not "calls and"."""
    word = words.at(done.behind)
    if not word:
        return False
    verb, _ = english.cues.forms[words.at(done.cue)]
    if verb.lemma not in english.grammar.words["also_nouns"]:
        return True
    governed = any(phrase[0] == word for phrase, _ in verb.after)
    determined = word in english.grammar.words["determiners"] or word in _OBJECT_WORDS
    return governed or determined or words.is_capital(done.behind)


def _speaks(words: Words, several: Listed, english: English) -> bool:
    return verb_at(words, several.behind, english, bare=True) is not None


def _without_last(parties: tuple[Party, ...], several: Listed, words: Words) -> tuple[Party, ...]:
    place = words.starts[several.last]
    return tuple(p for p in parties if p.quote is None or (p.quote.start or 0) < place)


def _participle_start(words: Words, index: int, reading: Reading, english: English) -> int | None:
    """Where the participle's clause begins; None if the word only looks like a participle."""
    if index == reading.start:
        return index
    first = index - 1
    while first > reading.start and is_adverb(words.at(first), english.grammar):
        first -= 1
    if words.at(first) == "while":
        return first
    if words.at(first) in _BEFORE_PARTICIPLE:
        start = first + 1 if words.at(first) in _CLOSERS else first
        return None if _in_gerunds(words, index, reading) else start
    last = (reading.waiting or reading.predicates)[-1:]
    follows = bool(last) and last[0].form is Form.ING and not _in_gerunds(words, index, reading)
    return first if words.at(first) == "and" and follows else None


def _in_gerunds(words: Words, index: int, reading: Reading) -> bool:
    """Whether the content being read began with a gerund, of which this is a further one."""
    if words.at(index + 1) == "that":
        return False
    last = (reading.waiting or reading.predicates)[-1:]
    start = words.lower[last[0].content : min(index, last[0].content + 2)] if last else ()
    return any(word.endswith("ing") and len(word) > _SHORTEST_GERUND for word in start)
