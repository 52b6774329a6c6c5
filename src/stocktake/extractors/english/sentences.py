"""What one sentence says, given who speaks in the document and what was said before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from stocktake.extractors.english.candidates import Frame, offered
from stocktake.extractors.english.commitments import aims
from stocktake.extractors.english.contents import Proposition, propositions
from stocktake.extractors.english.evaluations import evaluations
from stocktake.extractors.english.inline import Part, parts
from stocktake.extractors.english.linking import Memory, answers, remember
from stocktake.extractors.english.nominals import nominals
from stocktake.extractors.english.obligations import obligations
from stocktake.extractors.english.opening import opening
from stocktake.extractors.english.points import Lead, sentence_lead
from stocktake.extractors.english.reading import read
from stocktake.extractors.english.speakers import Voices
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.voice import Voice
from stocktake.extractors.shared import Spans
from stocktake.lexicon.grammar import English
from stocktake.lexicon.inflection import Form
from stocktake.model import Act, Candidate, Quote

_COURTESY_REACH = 12
_MARKED = frozenset(["according", ":"])
_ONCE_SAID = frozenset([Act.REPORTS, Act.REQUESTS, Act.PROPOSES, Act.SUPPORTS, Act.REGRETS])


@dataclass(frozen=True, slots=True)
class Scene:
    """The text that is read, whose voice it is, and the language; *spans* are the sentences of
    each block, by the start of the block."""

    text: str
    voice: Voice
    english: English
    spans: Mapping[int, Spans]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, what is remembered of it, and the points it may lead to."""

    candidates: tuple[Candidate, ...]
    memory: Memory
    lead: Lead | None = None


def say(words: Words, memory: Memory, scene: Scene) -> Said:
    """What the sentence *words* says after what *memory* holds."""
    voice, english = scene.voice, scene.english
    voices = Voices(
        voice.author,
        voice.author_ids,
        memory.speakers,
        memory.fresh,
        memory.issuers,
        voice.reviewed,
    )
    opened = opening(words, voices, english)
    found = _propositions(words, opened.start, voices, scene)
    kept = [each for each in found if _counts(words, each, scene)]
    lead = sentence_lead(words, opened.start, kept, voice.author, english)
    if lead:
        kept = [each for each in kept if each.behind < len(words) - 1]
    context = words.quote(*opened.context) if opened.context else None
    sentence = Quote(words.text[words.start : words.end], words.start)
    frame = Frame(words, sentence, voice.prose, english, context=context, own=voice.own)
    candidates: list[Candidate] = []
    for each in kept:
        for part in parts(words, each):
            candidates += offered(part.proposition, _framed(part, each, memory, frame))
    return Said(tuple(candidates), remember(words, kept, memory, english.grammar), lead)


def _framed(part: Part, whole: Proposition, memory: Memory, frame: Frame) -> Frame:
    answered = answers(frame.words, whole, memory)
    frame = replace(frame, answers=answered) if answered else frame
    return replace(frame, context=frame.words.quote(*part.chapeau)) if part.chapeau else frame


def _propositions(words: Words, start: int, voices: Voices, scene: Scene) -> list[Proposition]:
    english, said = scene.english, frozenset(words.lower)
    found = _told(words, start, voices, english) if _may_tell(said, english) else []
    if not found and scene.voice.own:
        found = _thought(words, start, voices, english, said)
    return sorted(found, key=lambda each: each.predicate.cue)


def _thought(
    words: Words, start: int, voices: Voices, english: English, said: frozenset[str]
) -> list[Proposition]:
    """What the author thinks, aims at or asks without a verb of saying so."""
    judges = english.cues.judgements.may_stand_in(said)
    found = list(evaluations(words, start, voices.author, english)) if judges else []
    found += aims(words, start, voices.author, english)
    grammar = english.grammar
    asks = grammar.modals.may_stand_in(said) or not said.isdisjoint(grammar.impersonal)
    if not found and asks:
        found += obligations(words, start, voices.author, english)
    return found


def _may_tell(said: frozenset[str], english: English) -> bool:
    """Whether a word is there without which no actor says anything: most sentences have none."""
    is_marked = not _MARKED.isdisjoint(said)
    is_promise = not said.isdisjoint(english.grammar.words["futures"])
    return is_marked or is_promise or english.cues.hints.found_in(said)


def _told(words: Words, start: int, voices: Voices, english: English) -> list[Proposition]:
    reading = read(words, start, voices, english)
    ends = (each.behind for each in reading.predicates if each.behind is not None)
    firsts = (each.first for each in reading.predicates)
    borders = tuple(sorted({*firsts, *ends, *reading.cuts}))
    return [*propositions(words, reading, english), *nominals(words, borders, english)]


def _counts(words: Words, each: Proposition, scene: Scene) -> bool:
    """Whether somebody in particular says it, in the voice of the text and not of a quotation."""
    if not each.predicate.parties or words.is_quoted(each.predicate.cue):
        return False
    if each.predicate.own:
        if each.alone or _is_history(each):
            return False
        return _is_position(each) and not _is_courtesy(words, each, scene.english)
    return not _is_hearsay(each, scene.voice)


def _is_position(each: Proposition) -> bool:
    """Whether it makes a statement when said of oneself; to refuse a part does, to take it not."""
    meaning = each.predicate.meaning
    return meaning.first_person or (each.predicate.negated and meaning.act is Act.COMMITS)


def _is_history(each: Proposition) -> bool:
    """Whether the author tells what it once said: "In that year we proposed …"."""
    return each.predicate.form is Form.PAST and each.predicate.meaning.act in _ONCE_SAID


def _is_hearsay(each: Proposition, voice: Voice) -> bool:
    """Whether the author only tells what others said, or does so in passing."""
    if not voice.own:
        return False
    predicate = each.predicate
    if predicate.form is Form.PAST and predicate.meaning.act is Act.COMMITS:
        return True
    return predicate.meaning.act is Act.REPORTS or predicate.rule in {"pronoun", "noun"}


def _is_courtesy(words: Words, each: Proposition, english: English) -> bool:
    """Whether praise is for a person or the chair: "we commend you, Mr. President"."""
    if each.predicate.meaning.act is not Act.WELCOMES:
        return False
    near = words.lower[each.first : min(each.behind, each.first + _COURTESY_REACH)]
    return not english.grammar.words["courtesies"].isdisjoint(near)
