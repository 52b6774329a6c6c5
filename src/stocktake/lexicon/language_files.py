"""Reads languages from ``data/<code>``: ``cues.toml`` holds the cue words and how their forms are
made, ``grammar.toml`` the small words.

Files of the same name in the workspace's lexicon folder are read over the package's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.lexicon.conjugation import Kind, forms_of, read_conjugations, read_forms
from stocktake.lexicon.cues import Meaning, Verb
from stocktake.lexicon.grammar import Phrases
from stocktake.lexicon.languages import Language, fold
from stocktake.lexicon.sections import sections
from stocktake.model import Act, ActorRole, Stance, Strength

CODES = ("ar", "es", "fr", "ru", "zh")
_WORDS = frozenset(
    [
        "about", "adverbs", "after_verb", "agents", "anaphors", "attached", "attached_to_nouns",
        "be", "chapeau", "clitics", "closers", "collectives", "commas", "compounds",
        "context_ends", "contrasts", "correlatives", "could", "courteous", "courtesies", "coverbs",
        "determiners", "felt", "felt_by", "felt_by_us",
        "first_person", "frame_ends", "frames", "from", "goes_on", "have", "heads",
        "heads_behind", "imperatives", "introductions", "joints", "leads", "links",
        "made", "needs_that", "negations", "neither", "nobody", "nominatives",
        "not_adverbs", "not_deeds", "not_in_subjects", "noun_stops", "nouns_too",
        "object_clitics", "of", "openers",
        "own_auxiliaries", "persons", "preposed", "presided", "qualifiers", "receive", "reflexives",
        "rhetoric", "several", "single", "subordinators", "tails", "taken_up", "that", "things",
        "to", "weak", "who", "with",
    ]
)  # fmt: skip
_ENDINGS = frozenset(["adverbs", "deeds", "deeds_of_others", "goes_on", "imperatives", "oblique"])
_PHRASES = frozenset(
    [
        "able",
        "according",
        "adverbials",
        "also",
        "and",
        "as",
        "author",
        "bare_states",
        "concessions",
        "conditions",
        "gerund_objects",
        "going",
        "leading",
        "likewise",
        "openers",
        "own_soft",
        "relatives",
        "resuming",
        "soft",
        "speaking",
        "unacceptable",
    ]
)
_FLAGS = frozenset(
    [
        "spaced",
        "verb_first",
        "drops_subject",
        "compound",
        "bare_states",
        "late_subjects",
        "object_first",
    ]
)
_TRIGGERS = (
    "links", "commas", "negations", "determiners", "heads", "nobody", "qualifiers", "single",
    "several", "have", "be", "own_auxiliaries", "reflexives", "clitics", "object_clitics",
    "receive", "coverbs", "agents", "persons", "who", "neither",
)  # fmt: skip
_TRIGGER_PHRASES = (
    "according", "adverbials", "as", "author", "concessions", "leading", "own_soft", "relatives",
    "resuming", "soft",
)  # fmt: skip
Table = Mapping[str, Any]


def load_languages(folder: Path | None = None) -> Mapping[str, Language]:
    """The package's languages, and those of *folder* over them; one of which *folder* has nothing
    is read when it is asked for.

    SettingsError names the file and the entry that cannot be followed.
    """
    changed = [code for code in CODES if folder and (folder / code).is_dir()]
    return _Languages({code: _load(code, folder) for code in changed})


class _Languages(Mapping[str, Language]):
    """Languages by their codes, each read once."""

    def __init__(self, read: dict[str, Language]) -> None:
        self._read = read

    def __getitem__(self, code: str) -> Language:
        if code not in self._read:
            if code not in CODES:
                raise KeyError(code)
            self._read[code] = _load(code, None)
        return self._read[code]

    def __iter__(self) -> Iterator[str]:
        return iter(CODES)

    def __len__(self) -> int:
        return len(CODES)


def _load(code: str, folder: Path | None) -> Language:
    names = (f"{code}/cues.toml", f"{code}/grammar.toml", f"{code}/adjectives.toml")
    cues, grammar, states = (_folded(sections(name, folder), code) for name in names)
    try:
        read = _language(code, cues, grammar)
        return replace(read, adjectives=dict(_adjectives(states)))
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        raise SettingsError(
            f"an entry is missing or cannot be followed: {error}.",
            remedy="Compare it with the package's file.",
            place=" or ".join(names),
        ) from error


def _folded(value: Any, code: str) -> Any:
    """A table with all its words as they are compared."""
    if isinstance(value, dict):
        return {fold(name, code): _folded(each, code) for name, each in value.items()}
    if isinstance(value, list):
        return [_folded(each, code) for each in value]
    return fold(value, code) if isinstance(value, str) else value


def _language(code: str, cues: Table, grammar: Table) -> Language:
    context = grammar["context"]
    read = Language(
        code=code,
        flags={name: bool(value) for name, value in _chosen(grammar, "flags", _FLAGS)},
        forms=dict(_forms(cues)),
        states=Phrases(dict(_meanings(cues, "state"))),
        nominal=dict(_meanings(cues, "nominal")),
        borne=dict(_meanings(cues, "borne")),
        any_noun=dict(_meanings(cues, "stressed")),
        manners=Phrases(dict(_meanings(cues, "manner"))),
        words={name: frozenset(each) for name, each in _chosen(grammar, "words", _WORDS)},
        endings={name: tuple(each) for name, each in _chosen(grammar, "endings", _ENDINGS)},
        phrases={name: _flagged(each) for name, each in _chosen(grammar, "phrases", _PHRASES)},
        roles=_roles(grammar["roles"]),
        around=Phrases({word: _roles(each) for word, each in grammar.get("around", {}).items()}),
        context=_flagged(context["openers"], context.get("framed", ())),
        modals=Phrases(dict(_strengths(grammar["modals"]))),
        impersonal=Phrases(dict(_strengths(grammar["impersonal"]))),
        offices=dict(grammar.get("offices", {})),
        presiding=dict(grammar.get("presiding", {})),
    )
    known = _all_words(read)
    return replace(read, triggers=_triggers(read), known=known, lengths=_lengths(known))


def _chosen(grammar: Table, section: str, names: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """All *names* of a section, those that are not given as empty; ValueError at another name."""
    table = grammar.get(section, {})
    unknown = sorted(set(table) - names)
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not known in [{section}]")
    yield from ((name, table.get(name, ())) for name in sorted(names))


def _adjectives(states: Table) -> Iterator[tuple[str, str]]:
    """Each adjective of a State and its plural, with the id."""
    for actor_id, words in states.get("adjectives", {}).items():
        for word in words:
            yield word, actor_id.upper()
            yield f"{word}s", actor_id.upper()


def _flagged(phrases: Iterable[str], others: Iterable[str] = ()) -> Phrases[bool]:
    """*phrases* with the value True, and *others* with False."""
    return Phrases({**dict.fromkeys(phrases, True), **dict.fromkeys(others, False)})


def _roles(table: Mapping[str, str]) -> Phrases[ActorRole]:
    return Phrases({phrase: ActorRole(role) for phrase, role in table.items()})


def _strengths(table: Mapping[str, list[str]]) -> Iterator[tuple[str, Strength]]:
    for strength, phrases in table.items():
        yield from ((phrase, Strength(strength)) for phrase in phrases)


def _meanings(cues: Table, name: str) -> Iterator[tuple[str, Meaning]]:
    for group in cues.get(name, ()):
        yield from ((words, _meaning(group)) for words in group["words"])


def _meaning(group: Table) -> Meaning:
    strength = group.get("strength")
    return Meaning(
        Act(group["act"]),
        Stance(group["stance"]),
        Strength(strength) if strength else None,
        bool(group.get("first_person", True)),
    )


def _forms(cues: Table) -> Iterator[tuple[str, tuple[Verb, frozenset[Kind]]]]:
    """Each form with its verb and kinds; a form that two verbs share is the first one's."""
    conjugations = read_conjugations(cues["conjugation"])
    irregular, also = cues.get("irregular", {}), cues.get("also", {})
    found: dict[str, tuple[Verb, set[Kind]]] = {}
    for written, verb in _verbs(cues):
        more = ((form, kind) for kind, form in read_forms(also.get(verb.lemma, {})))
        for form, kind in chain(forms_of(written, conjugations, irregular), more):
            first, kinds = found.setdefault(form, (verb, set()))
            if first is verb:
                kinds.add(kind)
    yield from ((form, (verb, frozenset(kinds))) for form, (verb, kinds) in found.items())


def _verbs(cues: Table) -> Iterator[tuple[str, Verb]]:
    """The verbs as they are written in the file, with what they mean."""
    classes = {verb: group for group in cues["class"] for verb in group["verbs"]}
    after: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for group in cues.get("after", ()):
        pairs = [(tuple(phrase.split()), _meaning(group)) for phrase in group["words"]]
        for verb in group["verbs"]:
            after.setdefault(verb, []).extend(pairs)
    bearers = frozenset(cues.get("bearers", ()))
    written = {verb.partition(" ")[0]: verb for verb in (*classes, *after, *sorted(bearers))}
    written |= {verb.partition(" ")[0]: verb for verb in classes}
    for lemma, verb in written.items():
        group = classes.get(verb)
        phrases = sorted(after.get(lemma, ()), key=lambda pair: (-len(pair[0]), pair[0]))
        plain = _meaning(group) if group else None
        drops = bool(group and group.get("drops_that"))
        yield verb, Verb(lemma, plain, tuple(phrases), lemma in bearers, drops)


def _triggers(language: Language) -> frozenset[str]:
    """The words at which a rule may begin: verbs, and what may stand before them."""
    small = chain.from_iterable(language.words[name] for name in _TRIGGERS)
    phrases = [*(language.phrases[name] for name in _TRIGGER_PHRASES), language.manners.keys()]
    titles = (*language.offices, *language.presiding)
    return frozenset(
        [*language.forms, *small, *titles, *(phrase[0] for each in phrases for phrase in each)]
    )


def _all_words(language: Language) -> frozenset[str]:
    singles = (language.forms, language.nominal, language.borne, language.any_noun)
    more = (language.offices, language.presiding, *language.words.values())
    phrases: list[Iterable[tuple[str, ...]]] = [
        *language.phrases.values(),
        *language.around.values(),
        language.around,
        language.states,
        language.manners,
        language.roles,
        language.context,
        language.modals,
        language.impersonal,
        (phrase for verb, _ in language.forms.values() for phrase, _ in verb.after),
    ]
    parts = chain.from_iterable(chain.from_iterable(phrases))
    return frozenset(chain(*singles, *more, parts))


def _lengths(known: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long the words of several letters are, by their first, the longest first."""
    found: dict[str, set[int]] = {}
    for word in known:
        if len(word) > 1:
            found.setdefault(word[0], set()).add(len(word))
    return {letter: tuple(sorted(each, reverse=True)) for letter, each in found.items()}
