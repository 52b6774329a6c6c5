"""Rules for the passive: "A a été appuyé par Y", "A было поддержано Y", "A得到Y支持"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stocktake.extractors.english.parties import Listed
from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.nominals import behind_from
from stocktake.extractors.languages.predicates import (
    Predicate,
    Reading,
    Scene,
    Step,
    with_predicate,
)
from stocktake.extractors.languages.speakers import Subject
from stocktake.extractors.languages.verbs import is_adverb
from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.cues import Meaning, Verb
from stocktake.lexicon.languages import Language
from stocktake.model import Act

_REACH = 40
_PARTICIPLES = frozenset([Kind.PARTICIPLE, Kind.PASSIVE])
_SPOKEN = frozenset(
    [Act.SUPPORTS, Act.OPPOSES, Act.PROPOSES, Act.REQUESTS, Act.WELCOMES, Act.REGRETS]
)


@dataclass(frozen=True, slots=True)
class _Agency:
    """Who does what by the words *cue*: a participle, or a noun that something receives."""

    agents: Listed | None
    cue: int
    meaning: Meaning | None

    @property
    def behind(self) -> int:
        return max(self.agents.behind if self.agents else 0, self.cue + 1)


def passive(scene: Scene, index: int, reading: Reading) -> Step | None:
    """A participle at *index* with "été" before and "par X" behind it."""
    words, language = scene.words, scene.language
    verb = language.forms.get(words.lower[index])
    if verb is None or verb[1].isdisjoint(_PARTICIPLES):
        return None
    start = _past_adverbs(scene, index + 1)
    following = words.lower[index + 1 : start]
    start += words.at(start) in language.words["agents"]
    if language.words["agents"] and words.at(start - 1) not in language.words["agents"]:
        return None
    agents = listed(words, start, language)
    agency = _Agency(agents, index, _meaning(verb[0], following, language))
    return _predicated(scene, index, reading, agency)


def _meaning(verb: Verb, following: tuple[str, ...], language: Language) -> Meaning | None:
    """What the participle means; where words behind the verb tell, what they all tell."""
    meanings = {meaning for _, meaning in verb.after}
    only = next(iter(meanings)) if len(meanings) == 1 and not verb.bearer else None
    return language.meaning(verb, following) or only


def _past_adverbs(scene: Scene, index: int) -> int:
    """Behind "favorablement" in "accueillie favorablement par"; only where "par" is a word."""
    words, language = scene.words, scene.language
    start = index
    while language.words["agents"] and start < len(words):
        adverbial = language.phrases["adverbials"].at(words.lower, start)
        if not adverbial and not is_adverb(words.lower[start], language):
            break
        start += adverbial[0] if adverbial else 1
    return start if words.at(start) in language.words["agents"] else index


def received(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "… получило поддержку X", "…得到X的支持": something receives a noun from somebody."""
    if scene.words.lower[index] not in scene.language.words["receive"]:
        return None
    agency = _noun_first(scene, index + 1) or _agents_first(scene, index + 1)
    return _predicated(scene, index, reading, agency) if agency else None


def received_first(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "حظيت A بتأييد X": the verb stands before what receives the noun."""
    words, language = scene.words, scene.language
    if not language.flags["verb_first"] or words.lower[index] not in language.words["receive"]:
        return None
    if index + 1 in words.mentions:
        return None
    negated = words.at(index - 1) in language.words["negations"]
    for start in range(index + 2, min(len(words), index + _REACH)):
        if words.at(start) in language.words["with"] or words.at(start) in language.nominal:
            agency = _noun_first(scene, start)
            if agency and agency.agents and agency.agents.parties:
                content = (index + 1, start)
                return _with_agency(index - negated, content, reading, agency, negated=negated)
    return None


def _noun_first(scene: Scene, index: int) -> _Agency | None:
    """ "l'appui de X"."""
    words, language = scene.words, scene.language
    cue = index
    while words.at(cue) in language.words["determiners"] | language.words["with"]:
        cue += 1
    meaning = language.nominal.get(words.at(cue))
    if meaning is None:
        return None
    start = behind_from(words, cue + 1, language)
    return _Agency(listed(words, start, language), cue, meaning)


def _agents_first(scene: Scene, index: int) -> _Agency | None:
    """ "X的支持"."""
    words, language = scene.words, scene.language
    agents = listed(words, index, language)
    if agents is None:
        return None
    cue = agents.behind + (words.at(agents.behind) in language.words["of"])
    return _Agency(agents, cue, language.nominal.get(words.at(cue)))


def _predicated(scene: Scene, index: int, reading: Reading, agency: _Agency) -> Step | None:
    if agency.agents is None or not agency.agents.parties:
        return None
    before = _passive_before(scene, index, reading)
    if before and before.behind is not None and agency.meaning:
        return _with_agency(index, (before.content, before.behind), reading, agency)
    group = _group_start(scene, index)
    if group is None:
        return None
    first = _subject_start(scene, group[0], reading)
    if first is None or agency.meaning is None or agency.meaning.act not in _SPOKEN:
        return None
    content = (first, group[0])
    if scene.words.lower[first : group[0]] in {(word,) for word in scene.language.words["single"]}:
        content = (agency.behind, len(scene.words))
    return _with_agency(first, content, reading, agency, negated=group[1])


def _passive_before(scene: Scene, index: int, reading: Reading) -> Predicate | None:
    """The passive before, if only links stand in between: "rejeté par X et appuyé par Y"."""
    first = index
    while scene.words.at(first - 1) in scene.language.words["links"]:
        first -= 1
    last = reading.predicates[-1:]
    follows = bool(last) and last[0].rule == "passive" and first < index
    return last[0] if follows and reading.subject and first == reading.subject.behind else None


def _with_agency(
    first: int,
    content: tuple[int, int],
    reading: Reading,
    agency: _Agency,
    *,
    negated: bool = False,
) -> Step | None:
    agents = agency.agents
    if agents is None or agency.meaning is None:
        return None
    found = Predicate(
        first,
        agents.parties,
        agency.cue,
        agency.cue + 1,
        content[0],
        agency.meaning,
        negated,
        rule="passive",
        behind=content[1],
    )
    subject = Subject(agents.parties, agency.cue, agency.behind, agents.plural)
    return agency.behind, with_predicate(replace(reading, subject=subject), found)


def _group_start(scene: Scene, index: int) -> tuple[int, bool] | None:
    """Where the auxiliaries before the participle begin, and whether they are negated."""
    words, kinds = scene.words, scene.language.words
    first = index
    seen = words.at(index) in kinds["receive"]
    negated = False
    while first:
        word = words.at(first - 1)
        if word in kinds["negations"]:
            negated = True
        elif word in kinds["be"]:
            seen = True
        elif word not in kinds["have"] | kinds["after_verb"] and not is_adverb(
            word, scene.language
        ):
            break
        first -= 1
    return (first, negated) if seen else None


def _before_insertion(scene: Scene, group: int, reading: Reading) -> int:
    """Before what stands between commas in front of the verb: "Le texte, présenté hier, a été"."""
    words, commas = scene.words, scene.language.words["commas"]
    if words.at(group - 1) not in commas:
        return group
    opened = range(group - 2, max(reading.start, group - _REACH), -1)
    return next((i for i in opened if words.at(i) in commas), group)


def _subject_start(scene: Scene, group: int, reading: Reading) -> int | None:
    """Where the words before the passive begin, if they are a clause of their own."""
    words, breaks = scene.words, scene.language.words["openers"]
    if not reading.predicates:
        breaks = scene.language.words["commas"] | scene.language.words["contrasts"]
    first = _before_insertion(scene, group, reading)
    while first > reading.start and group - first < _REACH and words.at(first - 1) not in breaks:
        first -= 1
    fresh = first == reading.start or words.at(first - 1) in breaks
    subordinators = scene.language.words["subordinators"]
    relative = words.at(group - 1) in subordinators or words.at(first) in subordinators
    return first if fresh and first < group and not relative else None
