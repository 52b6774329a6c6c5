"""The extractor of statements in English prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stocktake.extractors.english.candidates import Frame, offered
from stocktake.extractors.english.contents import Proposition, propositions
from stocktake.extractors.english.linking import Memory, answers, remember
from stocktake.extractors.english.nominals import nominals
from stocktake.extractors.english.obligations import obligations
from stocktake.extractors.english.opening import Opening, opening
from stocktake.extractors.english.reading import read
from stocktake.extractors.english.subjects import Voices
from stocktake.extractors.english.tokens import Words, split
from stocktake.extractors.english.voice import Voice, voice_of
from stocktake.lexicon import Lexicon
from stocktake.lexicon.grammar import English
from stocktake.model import Block, BlockKind, Candidate, Document, Input, Quote
from stocktake.text import quoted_spans, sentences

_SILENT = frozenset([BlockKind.HEADING, BlockKind.CELL, BlockKind.FOOTNOTE])


class EnglishStatements:
    """Offers what actors do with what content, in all kinds of English prose."""

    name = "english"
    version = "1"

    def extract(self, document: Document, input_: Input, lexicon: Lexicon) -> Iterator[Candidate]:
        """Offer candidates in the order of the text; none for another language."""
        if document.language not in {None, "en"}:
            return
        memory = Memory()
        voice = voice_of(document, input_, lexicon)
        for block in document.blocks:
            if block.kind in _SILENT:
                continue
            for words, quoted in _sentences(document, block, voice):
                found, memory = _statements(words, quoted, memory, voice, lexicon.english)
                yield from found


def _sentences(
    document: Document, block: Block, voice: Voice
) -> Iterator[tuple[Words, tuple[tuple[int, int], ...]]]:
    """The sentences of a block as words, with what stands in quotation marks in the block."""
    text = document.text[block.start : block.end]
    quoted = tuple((s + block.start, e + block.start) for s, e in quoted_spans(text))
    for start, end in sentences(text, "en"):
        words = split(document.text, block.start + start, block.start + end, voice.mentions)
        if len(words):
            yield words, quoted


def _statements(
    words: Words,
    quoted: tuple[tuple[int, int], ...],
    memory: Memory,
    voice: Voice,
    english: English,
) -> tuple[list[Candidate], Memory]:
    voices = Voices(voice.author, memory.speakers, voice.author_ids)
    opened = opening(words, voices, english)
    found = _propositions(words, opened, voices, voice, english)
    kept = [each for each in found if _counts(words, each, quoted)]
    frame = _frame(words, opened, quoted, voice, english)
    candidates = [
        candidate
        for each in kept
        for candidate in offered(each, replace(frame, answers=answers(words, each, memory)))
    ]
    return candidates, remember(words, kept, memory)


def _propositions(
    words: Words, opened: Opening, voices: Voices, voice: Voice, english: English
) -> list[Proposition]:
    reading = read(words, opened.start, voices, english)
    found = propositions(words, reading, english)
    borders = tuple(sorted({*(each.first for each in reading.predicates), *reading.cuts}))
    found += nominals(words, borders, english)
    if not found and voice.own:
        found += obligations(words, opened.start, voices.author, english)
    return sorted(found, key=lambda each: each.predicate.cue)


def _counts(words: Words, each: Proposition, quoted: tuple[tuple[int, int], ...]) -> bool:
    """Whether somebody in particular says it, in the voice of the text and not of a quotation."""
    predicate = each.predicate
    place = words.starts[predicate.cue]
    if any(start <= place < end for start, end in quoted):
        return False
    return bool(predicate.parties) and (predicate.meaning.first_person or not predicate.own)


def _frame(
    words: Words,
    opened: Opening,
    quoted: tuple[tuple[int, int], ...],
    voice: Voice,
    english: English,
) -> Frame:
    sentence = Quote(words.text[words.start : words.end], words.start)
    context = words.quote(*opened.context) if opened.context else None
    return Frame(words, sentence, voice.prose, english, quoted, context, own=voice.own)
