"""Rules for what hangs on an earlier subject: "… et a souligné", "…, notant", "…, appuyé par Y"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.parties import Listed, Party
from stocktake.extractors.languages.actors import speakers
from stocktake.extractors.languages.clauses import behind_pointer
from stocktake.extractors.languages.company import company_at
from stocktake.extractors.languages.predicates import (
    Reading,
    Scene,
    Step,
    predicate,
    with_predicate,
)
from stocktake.extractors.languages.speakers import Subject
from stocktake.extractors.languages.subjects import subject_at
from stocktake.extractors.languages.verbs import (
    FINITE,
    OWN,
    Done,
    coverb,
    is_adverb,
    told,
    verb_at,
)
from stocktake.lexicon.conjugation import Kind
from stocktake.model import ActorRole

_GERUND = frozenset([Kind.GERUND])
_FIRST = frozenset([Kind.FIRST])
_BEHIND_PARTICIPLE = FINITE | {Kind.PARTICIPLE}
_SIDES = frozenset([ActorRole.SUPPORTER, ActorRole.OPPONENT])


def leading_company(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "Avec le soutien de X, Y …" at the start."""
    found = company_at(scene.words, index, scene.language) if index == reading.start else None
    if found is None or _is_according(scene, index, found[1]):
        return None
    parties, several = found
    comma = scene.words.at(several.behind) in scene.language.words["commas"]
    if comma or _speaks_behind(scene, several.behind):
        behind = several.behind + comma
        return behind, replace(reading, company=parties, start=behind)
    if several.comma:
        company = _without_last(parties, several, scene)
        return several.last, replace(reading, company=company, start=several.last)
    return None


def _speaks_behind(scene: Scene, index: int) -> bool:
    """Whether the subject follows without a comma: "От имени Y X …"."""
    if index in scene.words.mentions:
        return True
    return verb_at(scene.words, index, scene.language, _FIRST) is not None


def _is_according(scene: Scene, index: int, several: Listed) -> bool:
    """Whether "Pour X," tells whose view follows: nobody named speaks behind the comma."""
    if scene.language.phrases["according"].at(scene.words.lower, index) is None:
        return False
    subject = subject_at(scene.words, several.behind + 1, scene.voices, scene.language)
    return subject is None or not subject.parties or subject.pronoun


def coordinated(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "… et a souligné", "… et, avec Y, a souligné": the subject goes on."""
    subject = reading.subject
    if subject is None or not reading.predicates:
        return _late(scene, index, reading) if subject else None
    behind = _past_links(scene, index)
    if behind == index:
        return None
    company, start = _company(scene, behind)
    if company:
        parties = (*speakers(subject.parties), *company)
        subject = replace(subject, parties=parties, plural=True)
    done = coverb(scene.words, start, scene.language) or verb_at(
        scene.words, start, scene.language, _kinds(subject, reading)
    )
    if done is None or not _agrees(scene, done, reading):
        return None
    if _has_subject(scene, done) or _opens_content(scene, index, start, reading):
        return None
    return _predicated(scene, index, replace(reading, subject=subject), done)


def sides(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "…, soutenu par X et contesté par Y": parties of the predicate before."""
    if not reading.predicates or reading.predicates[-1].rule == "passive":
        return None
    behind = _past_links(scene, index)
    found = company_at(scene.words, index, scene.language) or company_at(
        scene.words, behind, scene.language
    )
    if found is None or not found[0]:
        return None
    if found[0][0].role not in _SIDES and not _also(scene, index, found[1]):
        return None
    *others, last = reading.predicates
    joined = replace(last, parties=(*last.parties, *found[0]))
    cuts = (*reading.cuts, index)
    return found[1].behind, replace(reading, predicates=(*others, joined), cuts=cuts)


def _also(scene: Scene, index: int, several: Listed) -> bool:
    """Whether ", de même que X" ends the sentence: X does it too."""
    words, language = scene.words, scene.language
    comma = words.at(index) in language.words["commas"]
    also = language.phrases["also"].at(words.lower, index + 1)
    return comma and also is not None and several.behind >= len(words) - 1


def gerund(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "Notant A, X …" and "…, notant A": the subject after or before does it."""
    first = _gerund_start(scene, index, reading)
    done = verb_at(scene.words, index, scene.language, _GERUND) if first is not None else None
    what = told(scene.words, done, done.behind, scene.language) if done else None
    if done is None or what is None or first is None:
        return None
    if reading.subject is None:
        nobody = Subject((), first, first, plural=False)
        found = predicate(first, nobody, done, what, "participle")
        return what.content, replace(reading, waiting=(*reading.waiting, found))
    found = predicate(first, reading.subject, done, what, "participle")
    return what.content, with_predicate(reading, found)


def _late(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "X, saluant A, a proposé B": the subject's verb behind a comma."""
    subject = reading.subject
    start = index + (scene.words.at(index) in scene.language.words["commas"])
    if subject is None or start == index:
        return None
    kinds = OWN if subject.own else FINITE
    done = verb_at(scene.words, start, scene.language, kinds)
    return _predicated(scene, index, reading, done) if done else None


def _predicated(scene: Scene, index: int, reading: Reading, done: Done) -> Step | None:
    """What the subject of *reading* does as well."""
    what = told(scene.words, done, done.behind, scene.language)
    if what is None or reading.subject is None:
        return None
    found = predicate(index, reading.subject, done, what, "coordinated")
    return what.content, with_predicate(reading, found)


def _past_links(scene: Scene, index: int) -> int:
    words, language = scene.words, scene.language
    while index < len(words):
        resumed = language.phrases["resuming"].at(words.lower, index)
        if not resumed and words.at(index) not in language.words["links"]:
            break
        index += resumed[0] if resumed else 1
    return index


def _company(scene: Scene, index: int) -> tuple[tuple[Party, ...], int]:
    found = company_at(scene.words, index, scene.language)
    if found is None:
        return (), index
    return found[0], _past_links(scene, found[1].behind)


def _kinds(subject: Subject, reading: Reading) -> frozenset[Kind]:
    if subject.own:
        return OWN
    is_compound = reading.predicates[-1].kind is Kind.PARTICIPLE
    return _BEHIND_PARTICIPLE if is_compound else FINITE


def _agrees(scene: Scene, done: Done, reading: Reading) -> bool:
    """Whether a bare verb goes on in the form of those before it, and so is no noun."""
    kinds = [each.kind for each in reading.predicates if each.kind is not Kind.GERUND]
    if done.first != done.cue or not kinds or not scene.language.flags["compound"]:
        return True
    return (kinds[-1] is Kind.PARTICIPLE) == (done.kind is Kind.PARTICIPLE)


def _has_subject(scene: Scene, done: Done) -> bool:
    """Whether somebody else is the subject, where it stands behind the verb; "delegations" or
    "the Secretariat" are there more often those who are asked."""
    if not scene.language.flags["verb_first"]:
        return False
    behind = behind_pointer(scene, done.behind)
    subject = subject_at(scene.words, behind, scene.voices, scene.language)
    answers = scene.words.at(done.cue - 1) in scene.language.words["correlatives"]
    asked = not answers and scene.words.at(done.behind) in scene.language.words["collectives"]
    return subject is not None and not asked


def _opens_content(scene: Scene, index: int, start: int, reading: Reading) -> bool:
    """Whether nothing but a comma parts the verb from the cue before: 表示，不能…."""
    commas = scene.language.words["commas"]
    link = scene.words.lower[index:start]
    return index <= reading.predicates[-1].content and commas.issuperset(link)


def _gerund_start(scene: Scene, index: int, reading: Reading) -> int | None:
    """Where the clause of the gerund begins; None if it may not begin here."""
    if index == reading.start:
        return index
    words, language = scene.words, scene.language
    first = index - 1
    while first > reading.start and is_adverb(words.at(first), language):
        first -= 1
    if words.at(first) in language.words["commas"]:
        return first
    if language.phrases["gerund_objects"].at(words.lower, index + 1) and reading.subject:
        return index
    if first == reading.start and is_adverb(words.at(first), language):
        return first
    last = (reading.waiting or reading.predicates)[-1:]
    follows = bool(last) and last[0].kind is Kind.GERUND
    return first if follows and words.at(first) in language.words["links"] else None


def _without_last(parties: tuple[Party, ...], several: Listed, scene: Scene) -> tuple[Party, ...]:
    place = scene.words.starts[several.last]
    return tuple(p for p in parties if p.quote is None or (p.quote.start or 0) < place)
