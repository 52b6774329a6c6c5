"""The extractor of statements in Arabic, Chinese, French, Russian and Spanish prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from stocktake.extractors.english.linking import Memory
from stocktake.extractors.english.points import Lead
from stocktake.extractors.english.subjects import Voices
from stocktake.extractors.english.tokens import Words, quoted
from stocktake.extractors.english.voice import Voice
from stocktake.extractors.languages.bracketed import bracketed
from stocktake.extractors.languages.candidates import Frame, offered
from stocktake.extractors.languages.points import heading_lead, point
from stocktake.extractors.languages.predicates import Scene
from stocktake.extractors.languages.sentences import Said, say
from stocktake.extractors.languages.voice import voice_of
from stocktake.extractors.languages.words import split
from stocktake.lexicon import Lexicon
from stocktake.lexicon.languages import Language
from stocktake.model import Block, BlockKind, Candidate, Document, Input, Prose, Quote
from stocktake.text import detect_language, sentences

_LONGEST = 5000
_UNREAD = frozenset([BlockKind.CELL, BlockKind.FOOTNOTE])


@dataclass(frozen=True, slots=True)
class _Text:
    """What is read: its text, whose voice it is, and its language."""

    text: str
    voice: Voice
    language: Language


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
    version = "1"

    def extract(self, document: Document, input_: Input, lexicon: Lexicon) -> Iterator[Candidate]:
        """Offer candidates in the order of the text; none for English and other languages."""
        known = lexicon.languages
        if document.language is not None and document.language not in known:
            return
        texts: dict[str, _Text] = {}
        state, code = _State(), document.language
        for block in document.blocks:
            if block.kind in _UNREAD:
                continue
            code = document.language or _language_of(document, block, code)
            if code not in known:
                continue
            if code not in texts:
                voice = voice_of(document, input_, lexicon, known[code])
                texts[code] = _Text(document.text, voice, known[code])
            found, state = _block(block, state, texts[code])
            yield from found


def _language_of(document: Document, block: Block, before: str | None) -> str | None:
    """The language of a block; too short a block is taken to be in that of the one before."""
    return detect_language(document.text[block.start : block.end]) or before


def _block(block: Block, state: _State, text: _Text) -> tuple[list[Candidate], _State]:
    if block.kind is BlockKind.HEADING:
        return [], _below_heading(block, state, text)
    recommended = list(_recommended(block, text))
    if recommended:
        return recommended, state
    if state.lead and _is_point(block) and (asked := _asked(block, state.lead, text)):
        return asked, state
    said = _said(block, state, text)
    lead = said.lead or (state.lead if _goes_on(block, state.lead) else None)
    return list(said.candidates), _State(said.memory, lead)


def _below_heading(block: Block, state: _State, text: _Text) -> _State:
    words = split(text.text, block.start, block.end, text.voice.mentions, (), text.language)
    lead = heading_lead(words, block.level, text.language)
    stays = state.lead is not None and 0 < state.lead.level < block.level
    memory = replace(state.memory, fresh=False)
    return _State(memory, lead or (state.lead if stays else None))


def _goes_on(block: Block, lead: Lead | None) -> bool:
    """Whether the lead still holds behind this block: a heading's does, as it does at a point."""
    return lead is not None and (lead.level > 0 or _is_point(block))


def _is_point(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM or block.number is not None


def _recommended(block: Block, text: _Text) -> Iterator[Candidate]:
    """Recommendations that name the State that makes them in brackets."""
    for found in bracketed(text.text, block.start, block.end, text.voice, text.language):
        frame = Frame(found.words, found.sentence, Prose.RECOMMENDATION, text.language)
        yield from offered(found.proposition, frame)


def _asked(block: Block, lead: Lead, text: _Text) -> list[Candidate]:
    """What a point asks under its lead, unless it speaks for itself."""
    start, end = next(_pieces(block, text), (block.start, block.end))
    words = split(text.text, start, end, text.voice.mentions, (), text.language)
    scene = Scene(words, Voices(text.voice.author), text.language)
    found = point(scene, lead, text.voice.author)
    if found is None or say(words, Memory(), text.voice, text.language).candidates:
        return []
    sentence = Quote(text.text[start:end], start)
    frame = Frame(words, sentence, Prose.RECOMMENDATION, text.language)
    return list(offered(found, replace(frame, asked=lead.asked)))


def _said(block: Block, state: _State, text: _Text) -> Said:
    """What the sentences of a block say, one after another."""
    memory, lead = replace(state.memory, fresh=False), None
    candidates: list[Candidate] = []
    marked = quoted(text.text, block.start, block.end)
    for words in _sentences(block, text, marked):
        said = say(words, memory, text.voice, text.language)
        memory, lead = said.memory, said.lead
        candidates += said.candidates
    return Said(tuple(candidates), memory, lead)


def _sentences(block: Block, text: _Text, marked: tuple[tuple[int, int], ...]) -> Iterator[Words]:
    for start, end in _pieces(block, text):
        words = split(text.text, start, end, text.voice.mentions, marked, text.language)
        if len(words):
            yield words


def _pieces(block: Block, text: _Text) -> Iterator[tuple[int, int]]:
    """The sentences of a block; one that no person wrote is cut, so that work stays linear."""
    for start, end in sentences(text.text[block.start : block.end], text.language.code):
        for first in range(block.start + start, block.start + end, _LONGEST):
            yield first, min(first + _LONGEST, block.start + end)
