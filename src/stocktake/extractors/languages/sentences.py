"""What one sentence says, given who speaks in the document and what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.candidates import Frame, offered
from stocktake.extractors.languages.contents import Proposition, borders_of, propositions
from stocktake.extractors.languages.details import reading_of_content
from stocktake.extractors.languages.linking import answers, remember
from stocktake.extractors.languages.nominals import nominals
from stocktake.extractors.languages.obligations import obligation
from stocktake.extractors.languages.opening import Opening, behind_label, opening
from stocktake.extractors.languages.points import BARE_LEAD, point, sentence_lead
from stocktake.extractors.languages.predicates import Scene
from stocktake.extractors.languages.reading import read
from stocktake.extractors.languages.speakers import Lead, Memory, Voice, Voices
from stocktake.extractors.languages.words import split
from stocktake.lexicon.languages import Language
from stocktake.model import Act, Candidate, Quote

_COURTESY_REACH = 12


@dataclass(frozen=True, slots=True)
class Speech:
    """The text that is read, whose voice it is, and its language.

    *asks*: where nobody else does anything, what must or should be is asked by the author.
    """

    text: str
    voice: Voice
    language: Language
    asks: bool

    def words(self, start: int, end: int, marked: Sequence[tuple[int, int]] = ()) -> Words:
        """The words of a stretch of the text; *marked* are ranges in quotation marks."""
        return split(self.text, (start, end), self.voice.mentions, self.language, marked)


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, what is remembered of it, and the points it may lead to."""

    candidates: tuple[Candidate, ...]
    memory: Memory
    lead: Lead | None = None


def say(words: Words, memory: Memory, speech: Speech) -> Said:
    """What the sentence *words* says after what *memory* holds."""
    voice, language = speech.voice, speech.language
    voices = Voices(voice.author, memory.speakers, memory.fresh)
    scene = Scene(words, voices, language)
    opened = opening(words, voices, language)
    kept = [each for each in _propositions(scene, opened) if _counts(scene, each, voice)]
    if not kept and (voice.own or speech.asks):
        kept = _asked(scene, opened, voice)
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


def _asked(scene: Scene, opened: Opening, voice: Voice) -> list[Proposition]:
    """What the author asks where nobody does anything: an obligation, or a numbered point."""
    found = obligation(scene, opened.start, voice.author)
    if found is None and behind_label(scene.words, scene.language):
        found = point(scene, BARE_LEAD, voice.author)
    return [found] if found else []


def _propositions(scene: Scene, opened: Opening) -> list[Proposition]:
    reading = read(scene, opened.start)
    found = propositions(scene, reading)
    taken = frozenset(each.cue for each in reading.predicates)
    found += nominals(scene, borders_of(reading), taken)
    return sorted(found, key=lambda each: each.predicate.cue)


def _counts(scene: Scene, each: Proposition, voice: Voice) -> bool:
    """Whether somebody in particular says it, in the voice of the text and not of a quotation."""
    predicate = each.predicate
    if not predicate.parties or scene.words.is_quoted(predicate.cue):
        return False
    if predicate.own:
        speaks = predicate.meaning.first_person or _asks(scene, each)
        return speaks and not _is_courtesy(scene, each)
    hearsay = predicate.meaning.act is Act.REPORTS or predicate.rule in {"pronoun", "noun"}
    return not (voice.own and hearsay)


def _asks(scene: Scene, each: Proposition) -> bool:
    """Whether what the author only thinks or says asks for something: "Creemos que debe …"."""
    span = (each.first, each.behind)
    told = reading_of_content(scene.words, span, each.predicate.meaning, scene.language)
    return told.act is Act.REQUESTS


def _is_courtesy(scene: Scene, each: Proposition) -> bool:
    """Whether praise is for a person or the chair: "nous vous félicitons, Monsieur …"."""
    if each.predicate.meaning.act is not Act.WELCOMES:
        return False
    near = scene.words.lower[each.first : min(each.behind, each.first + _COURTESY_REACH)]
    return not scene.language.words["courtesies"].isdisjoint(near)
