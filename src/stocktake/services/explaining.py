"""Why a statement was found: its rule, the cue and the names that fired, and what its confidence
is made of; all derived from the statement and the lexicon, so it can be asked at any time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stocktake.lexicon import Lexicon
from stocktake.lexicon.cues import Meaning, Verb
from stocktake.model import Document, Statement, StatementActor

_WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_AHEAD = 120
Phrased = Mapping[tuple[str, ...], Any]


@dataclass(frozen=True, slots=True)
class CueEntry:
    """The entry of the cue data behind a cue: *file* and *entry* in it, the *lemma*, and the words
    *before* which it has this meaning. *act* and *stance* are those of the entry, before negation
    and the content were taken into account."""

    file: str
    entry: str
    lemma: str
    before: str = ""
    act: str = ""
    stance: str = ""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """How an actor is named: the words that stand there, and what list or pattern knows them."""

    id: str
    words: str
    known_from: str


@dataclass(frozen=True, slots=True)
class Trust:
    """What a confidence is made of: what the extractor *offered*, and how many such findings were
    *labelled* and *right* when it was measured (None: never)."""

    confidence: float
    offered: float | None
    labelled: int | None
    right: int | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a statement was found."""

    rule: str
    meaning: str
    cue: CueEntry | None
    names: tuple[NameEntry, ...]
    trust: Trust


@dataclass(frozen=True, slots=True)
class _Words:
    """What is known of cue words in a language; *phrases* by section, each from its words."""

    file: str
    fold: Callable[[str], str]
    forms: Mapping[str, tuple[Verb, Any]]
    phrases: Mapping[str, Phrased]
    nouns: Mapping[str, Mapping[str, Meaning]]
    meaning: Callable[[Verb, Any], Meaning | None]


def explain(statement: Statement, document: Document, lexicon: Lexicon) -> Explanation:
    """Why *statement* was found in *document*, by what *lexicon* holds."""
    language = document.language or "en"
    names = tuple(_name(actor, lexicon) for actor in statement.actors)
    return Explanation(
        statement.rule,
        lexicon.rules.get(statement.rule, ""),
        _cue(statement, document, _words(language, lexicon)),
        names,
        _trust(statement, language, lexicon),
    )


def lines(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """The explanation for people: pairs of a heading and what there is to say."""
    yield "rule", ": ".join(filter(None, (explanation.rule, explanation.meaning)))
    if explanation.cue:
        yield "cue", _cue_line(explanation.cue)
    for name in explanation.names:
        yield "name", f"{name.words or 'no name'} → {name.id}, {name.known_from}"
    yield "confidence", _trust_line(explanation.trust)


def _words(language: str, lexicon: Lexicon) -> _Words | None:
    if language == "en":
        cues, grammar = lexicon.english.cues, lexicon.english.grammar
        phrases: dict[str, Phrased] = {
            "state": dict(cues.states),
            "judgement": cues.judgements,
            "modals": grammar.modals,
            "nominal": _of_one(cues.nominal),
        }
        nouns = {"bearer": cues.borne, "any": cues.any_noun}
        return _Words("en", str.lower, cues.forms, phrases, nouns, cues.meaning)
    known = lexicon.languages.get(language)
    if known is None:
        return None
    phrases = {
        "state": known.states,
        "modals": known.modals,
        "impersonal": known.impersonal,
        "nominal": _of_one(known.nominal),
    }
    nouns = {"bearer": known.borne, "any": known.any_noun}
    return _Words(language, known.fold, known.forms, phrases, nouns, known.meaning)


def _of_one(table: Mapping[str, Meaning]) -> dict[tuple[str, ...], Meaning]:
    return {(word,): meaning for word, meaning in table.items()}


def _cue(statement: Statement, document: Document, words: _Words | None) -> CueEntry | None:
    """The entry behind the cue; None where its place says it, as in a list of recommendations."""
    if words is None:
        return None
    told = _split(statement.cue.text, words)
    ahead = _split(document.text[statement.cue.end : statement.cue.end + _AHEAD], words)
    line = (*told, *ahead)
    entries = (_entry(line, at, words) for at in range(len(told)))
    return next((entry for entry in entries if entry), None)


def _split(text: str, words: _Words) -> tuple[str, ...]:
    return tuple(words.fold(match.group()) for match in _WORD.finditer(text))


def _entry(line: Sequence[str], at: int, words: _Words) -> CueEntry | None:
    if line[at] in words.forms:
        return _verb(words.forms[line[at]][0], line[at + 1 :], words)
    for section, phrases in words.phrases.items():
        for phrase in sorted(phrases, key=len, reverse=True):
            if tuple(line[at : at + len(phrase)]) == phrase:
                return _phrase(section, phrase, phrases[phrase], words)
    return None


def _phrase(section: str, phrase: tuple[str, ...], value: Any, words: _Words) -> CueEntry:
    file = "grammar" if section in {"modals", "impersonal"} else "cues"
    told = _told(value) if isinstance(value, Meaning) else {}
    return CueEntry(f"{words.file}/{file}.toml", f"[{section}]", " ".join(phrase), **told)


def _verb(verb: Verb, following: Sequence[str], words: _Words) -> CueEntry:
    file = f"{words.file}/cues.toml"
    phrase = next((p for p, _ in verb.after if tuple(following[: len(p)]) == p), None)
    meaning = words.meaning(verb, following)
    told = _told(meaning) if meaning else {}
    if phrase:
        return CueEntry(file, f"[verb.{verb.lemma}]", verb.lemma, " ".join(phrase), **told)
    if meaning is verb.plain:
        return CueEntry(file, "[[class]] or [verb]", verb.lemma, **told)
    borne = ((kind, w) for kind, table in words.nouns.items() for w in following if w in table)
    section, noun = next(borne, ("any", ""))
    return CueEntry(file, f"[noun.{section}]", verb.lemma, noun, **told)


def _told(meaning: Meaning) -> dict[str, str]:
    return {"act": meaning.act.value, "stance": meaning.stance.value}


def _name(actor: StatementActor, lexicon: Lexicon) -> NameEntry:
    if actor.quotation is None:
        return NameEntry(actor.id, "", "known as the author, or by what was said before")
    words = actor.quotation.text
    return NameEntry(actor.id, words, _known_from(actor.id, words, lexicon))


def _known_from(actor_id: str, words: str, lexicon: Lexicon) -> str:
    listed = lexicon.actors.listed(words)
    if listed and listed.actor_id == actor_id:
        return listed.origin + (", as an adjective" if listed.adjective else "")
    if actor_id.startswith("office:"):
        return "actors/offices.toml: a title joined to who is behind it"
    if any(mention.actor_id == actor_id for mention in lexicon.actors.find(words)):
        return "actors/organisation_words.toml: known by its words"
    return "a short form or pronoun that the text itself explains"


def _trust(statement: Statement, language: str, lexicon: Lexicon) -> Trust:
    offered = statement.offered
    row = None
    if offered is not None:
        row = lexicon.confidence.measured(language, statement.rule, offered)
    counts = (row.labelled, row.right) if row else (None, None)
    return Trust(statement.confidence, offered, *counts)


def _cue_line(cue: CueEntry) -> str:
    before = f" before “{cue.before}”" if cue.before else ""
    meaning = f": {cue.act}, {cue.stance}" if cue.act else ""
    return f"{cue.lemma}{before}{meaning} ({cue.file} {cue.entry})"


def _trust_line(trust: Trust) -> str:
    if trust.labelled is None:
        return f"{trust.confidence:.2f}; such findings were never measured"
    return f"{trust.confidence:.2f}; of {trust.labelled} such findings {trust.right} were right"
