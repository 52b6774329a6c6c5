"""The extractor of statements in Arabic, Chinese, French, Russian and Spanish prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from stocktake.extractors.english.tokens import Words, quoted
from stocktake.extractors.languages.bracketed import bracketed
from stocktake.extractors.languages.candidates import Frame, offered
from stocktake.extractors.languages.points import heading_lead, inline_points, point
from stocktake.extractors.languages.predicates import Scene
from stocktake.extractors.languages.sentences import Said, Speech, say
from stocktake.extractors.languages.speakers import Lead, Memory, Voices
from stocktake.extractors.languages.voice import voice_of
from stocktake.lexicon import Lexicon
from stocktake.model import Block, BlockKind, Candidate, Document, Input, InputKind, Prose, Quote
from stocktake.text import detect_language, sentences

_LONGEST = 5000
_TELLING = frozenset([InputKind.REPORT, InputKind.SUMMARY, InputKind.NEWS, InputKind.PRESS_RELEASE])
_UNREAD = frozenset([BlockKind.CELL, BlockKind.FOOTNOTE])


@dataclass(frozen=True, slots=True)
class _State:
    """What a block takes over from those before it."""

    memory: Memory = field(default_factory=Memory)
    lead: Lead | None = None


class LanguageStatements:
    """Offers what actors do with what content, in prose of five languages.

    A document is read in its language; where that is not known, each block in its own.
    """

    name = "languages"
    version = "2"

    def extract(self, document: Document, input_: Input, lexicon: Lexicon) -> Iterator[Candidate]:
        """Offer candidates in the order of the text; none for English and other languages."""
        known = lexicon.languages
        if document.language is not None and document.language not in known:
            return
        speeches: dict[str, Speech] = {}
        state, code = _State(), document.language
        for block in document.blocks:
            if block.kind in _UNREAD:
                continue
            code = document.language or _language_of(document, block, code)
            if code is None or code not in known:
                continue
            if code not in speeches:
                voice = voice_of(document, input_, lexicon, known[code])
                asks = input_.kind not in _TELLING
                speeches[code] = Speech(document.text, voice, known[code], asks)
            found, state = _block(block, state, speeches[code])
            yield from found


def _language_of(document: Document, block: Block, before: str | None) -> str | None:
    """The language of a block; too short a block is taken to be in that of the one before."""
    return detect_language(document.text[block.start : block.end]) or before


def _block(block: Block, state: _State, speech: Speech) -> tuple[list[Candidate], _State]:
    if block.kind is BlockKind.HEADING:
        return [], _below_heading(block, state, speech)
    recommended = list(_recommended(block, speech))
    if recommended:
        return recommended, state
    if state.lead and _is_point(block) and (asked := _asked(block, state.lead, speech)):
        return asked, state
    said = _said(block, state, speech)
    lead = said.lead or (state.lead if _goes_on(block, state.lead) else None)
    return list(said.candidates), _State(said.memory, lead)


def _below_heading(block: Block, state: _State, speech: Speech) -> _State:
    words = speech.words(block.start, block.end)
    lead = heading_lead(words, block.level, speech.language)
    stays = state.lead is not None and 0 < state.lead.level < block.level
    memory = replace(state.memory, fresh=False)
    return _State(memory, lead or (state.lead if stays else None))


def _goes_on(block: Block, lead: Lead | None) -> bool:
    """Whether the lead still holds behind this block: a heading's does, as it does at a point."""
    return lead is not None and (lead.level > 0 or _is_point(block))


def _is_point(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM or block.number is not None


def _recommended(block: Block, speech: Speech) -> Iterator[Candidate]:
    """Recommendations that name the State that makes them in brackets."""
    for found in bracketed(speech.text, block.start, block.end, speech.voice, speech.language):
        frame = Frame(found.words, found.sentence, Prose.RECOMMENDATION, speech.language)
        yield from offered(found.proposition, frame)


def _asked(block: Block, lead: Lead, speech: Speech) -> list[Candidate]:
    """What a point asks under its lead, unless it speaks for itself."""
    start, end = next(_pieces(block, speech), (block.start, block.end))
    if say(speech.words(start, end), Memory(), replace(speech, asks=False)).candidates:
        return []
    return _point(start, end, lead, speech)


def _point(start: int, end: int, lead: Lead, speech: Speech) -> list[Candidate]:
    words = speech.words(start, end)
    scene = Scene(words, Voices(speech.voice.author), speech.language)
    found = point(scene, lead, speech.voice.author)
    if found is None:
        return []
    sentence = Quote(speech.text[start:end], start)
    frame = Frame(words, sentence, Prose.RECOMMENDATION, speech.language)
    return list(offered(found, replace(frame, asked=lead.asked)))


def _said(block: Block, state: _State, speech: Speech) -> Said:
    """What the sentences of a block say, one after another."""
    memory, lead = replace(state.memory, fresh=False), None
    candidates: list[Candidate] = []
    marked = quoted(speech.text, block.start, block.end)
    for words in _sentences(block, speech, marked):
        said = _listed_or_said(words, memory, speech)
        memory, lead = said.memory, said.lead
        candidates += said.candidates
    return Said(tuple(candidates), memory, lead)


def _listed_or_said(words: Words, memory: Memory, speech: Speech) -> Said:
    """What a sentence says, as the points of a list within it if it holds one."""
    points = inline_points(words)
    if points is None:
        return say(words, memory, speech)
    said = say(speech.words(words.start, words.ends[points[0] - 1]), memory, speech)
    if said.lead is None:
        return say(words, memory, speech)
    pieces = ((words.starts[first], words.ends[behind - 1]) for first, behind in points[1])
    asked = (_point(start, end, said.lead, speech) for start, end in pieces)
    return Said((*said.candidates, *(each for found in asked for each in found)), said.memory)


def _sentences(
    block: Block, speech: Speech, marked: tuple[tuple[int, int], ...]
) -> Iterator[Words]:
    for start, end in _pieces(block, speech):
        words = speech.words(start, end, marked)
        if len(words):
            yield words


def _pieces(block: Block, speech: Speech) -> Iterator[tuple[int, int]]:
    """The sentences of a block; one that no person wrote is cut, so that work stays linear."""
    for start, end in sentences(speech.text[block.start : block.end], speech.language.code):
        for first in range(block.start + start, block.start + end, _LONGEST):
            yield first, min(first + _LONGEST, block.start + end)
