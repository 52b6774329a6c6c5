"""What one sentence says, given who speaks in the document and what was said before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stocktake.extractors.english.linking import Memory
from stocktake.extractors.english.points import Lead
from stocktake.extractors.english.subjects import Voices
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.voice import Voice
from stocktake.extractors.languages.candidates import Frame, offered
from stocktake.extractors.languages.contents import Proposition, borders_of, propositions
from stocktake.extractors.languages.linking import answers, remember
from stocktake.extractors.languages.nominals import nominals
from stocktake.extractors.languages.obligations import obligation
from stocktake.extractors.languages.opening import Opening, opening
from stocktake.extractors.languages.points import sentence_lead
from stocktake.extractors.languages.predicates import Scene
from stocktake.extractors.languages.reading import read
from stocktake.lexicon.languages import Language
from stocktake.model import Act, Candidate, Quote

_COURTESY_REACH = 12


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, what is remembered of it, and the points it may lead to."""

    candidates: tuple[Candidate, ...]
    memory: Memory
    lead: Lead | None = None


def say(words: Words, memory: Memory, voice: Voice, language: Language) -> Said:
    """What the sentence *words* says after what *memory* holds."""
    voices = Voices(voice.author, voice.author_ids, memory.speakers, memory.fresh)
    scene = Scene(words, voices, language)
    opened = opening(words, voices, language)
    found = _propositions(scene, opened, voice)
    kept = [each for each in found if _counts(scene, each, voice)]
    lead = sentence_lead(scene, opened.start, kept, voice.author)
    if lead:
        kept = [each for each in kept if each.behind < len(words) - 1]
    context = words.quote(*opened.context) if opened.context else None
    sentence = Quote(words.text[words.starts[0] : words.ends[-1]], words.starts[0])
    frame = Frame(words, sentence, voice.prose, language, context=context, own=voice.own)
    candidates: list[Candidate] = []
    for each in kept:
        answered = answers(scene, each, memory)
        candidates += offered(each, replace(frame, answers=answered) if answered else frame)
    return Said(tuple(candidates), remember(scene, kept, memory), lead)


def _propositions(scene: Scene, opened: Opening, voice: Voice) -> list[Proposition]:
    reading = read(scene, opened.start)
    found = propositions(scene, reading)
    found += nominals(scene, borders_of(reading))
    if not found and voice.own:
        asked = obligation(scene, opened.start, voice.author)
        found += [asked] if asked else []
    return sorted(found, key=lambda each: each.predicate.cue)


def _counts(scene: Scene, each: Proposition, voice: Voice) -> bool:
    """Whether somebody in particular says it, in the voice of the text and not of a quotation."""
    predicate = each.predicate
    if not predicate.parties or scene.words.is_quoted(predicate.cue):
        return False
    if predicate.own:
        return predicate.meaning.first_person and not _is_courtesy(scene, each)
    hearsay = predicate.meaning.act is Act.REPORTS or predicate.rule in {"pronoun", "noun"}
    return not (voice.own and hearsay)


def _is_courtesy(scene: Scene, each: Proposition) -> bool:
    """Whether praise is for a person or the chair: "nous vous félicitons, Monsieur …"."""
    if each.predicate.meaning.act is not Act.WELCOMES:
        return False
    near = scene.words.lower[each.first : min(each.behind, each.first + _COURTESY_REACH)]
    return not scene.language.words["courtesies"].isdisjoint(near)
