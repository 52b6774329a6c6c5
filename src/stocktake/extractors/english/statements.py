"""The extractor of statements in English prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stocktake.extractors.english.bracketed import bracketed
from stocktake.extractors.english.candidates import Frame, offered
from stocktake.extractors.english.linking import Memory
from stocktake.extractors.english.points import Lead, heading_lead, point
from stocktake.extractors.english.sentences import Said, Scene, say
from stocktake.extractors.english.speakers import NO_ISSUERS
from stocktake.extractors.english.tokens import Words, quoted, split
from stocktake.extractors.english.voice import voice_of
from stocktake.extractors.shared import sentences_of
from stocktake.lexicon import Lexicon
from stocktake.model import Block, BlockKind, Candidate, Document, Input, Prose, Quote

_LONGEST = 5000
_UNREAD = frozenset([BlockKind.CELL, BlockKind.FOOTNOTE])


@dataclass(frozen=True, slots=True)
class _State:
    """What a block takes over from those before it."""

    memory: Memory
    lead: Lead | None = None


class EnglishStatements:
    """Offers what actors do with what content, in all kinds of English prose."""

    name = "english"
    version = "7"

    def extract(self, document: Document, input_: Input, lexicon: Lexicon) -> Iterator[Candidate]:
        """Offer candidates in the order of the text; none for another language."""
        if document.language not in {None, "en"}:
            return
        starts = (block.start for block in document.blocks)
        spans = dict(zip(starts, sentences_of(document), strict=True))
        scene = Scene(document.text, voice_of(document, input_, lexicon), lexicon.english, spans)
        state = _State(Memory())
        for block in document.blocks:
            if block.kind not in _UNREAD:
                found, state = _block(block, state, scene)
                yield from found


def _block(block: Block, state: _State, scene: Scene) -> tuple[list[Candidate], _State]:
    if block.kind is BlockKind.HEADING:
        return [], _below_heading(block, state, scene)
    recommended = list(_recommended(block, scene))
    if recommended:
        return recommended, state
    if state.lead and _is_point(block) and (asked := _asked(block, state.lead, scene)):
        return asked, state
    said = _said(block, state, scene)
    lead = said.lead or (state.lead if _goes_on(block, state.lead) else None)
    return list(said.candidates), _State(said.memory, lead)


def _below_heading(block: Block, state: _State, scene: Scene) -> _State:
    words = split(scene.text, block.start, block.end, scene.voice.mentions)
    lead = heading_lead(words, block.level, scene.english)
    stays = state.lead is not None and 0 < state.lead.level < block.level
    memory = replace(state.memory, fresh=False, issuers=NO_ISSUERS)
    return _State(memory, lead or (state.lead if stays else None))


def _goes_on(block: Block, lead: Lead | None) -> bool:
    """Whether the lead still holds behind this block: a heading's does, as it does at a point."""
    return lead is not None and (lead.level > 0 or _is_point(block))


def _is_point(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM or block.number is not None


def _recommended(block: Block, scene: Scene) -> Iterator[Candidate]:
    """Recommendations that name the State that makes them in brackets."""
    mentions = scene.voice.near(block.start, block.end)
    for found in bracketed(scene.text, block.start, block.end, mentions, scene.english):
        frame = Frame(found.words, found.sentence, Prose.RECOMMENDATION, scene.english)
        yield from offered(
            found.proposition,
            replace(frame, asked=tuple(party.id for party in scene.voice.reviewed)),
        )


def _asked(block: Block, lead: Lead, scene: Scene) -> list[Candidate]:
    """A point of a list as a statement; nothing if it is better read as a sentence."""
    start, end = _first_sentence(block, scene)
    words = split(scene.text, start, end, scene.voice.mentions)
    found = point(words, lead, scene.voice.author, scene.english) if len(words) else None
    if found is None or _speaks_for_itself(words, scene):
        return []
    sentence = Quote(scene.text[start:end], start)
    frame = Frame(words, sentence, Prose.RECOMMENDATION, scene.english)
    return list(offered(found, replace(frame, asked=lead.asked, context=lead.chapeau)))


def _first_sentence(block: Block, scene: Scene) -> tuple[int, int]:
    return next(_pieces(block, scene), (block.start, block.end))


def _speaks_for_itself(words: Words, scene: Scene) -> bool:
    return bool(say(words, Memory(), scene).candidates)


def _said(block: Block, state: _State, scene: Scene) -> Said:
    """What the sentences of a block say, one after another."""
    memory, lead = replace(state.memory, fresh=False), None
    candidates: list[Candidate] = []
    marked = quoted(scene.text, block.start, block.end)
    for start, end in _pieces(block, scene):
        words = split(scene.text, start, end, scene.voice.mentions, marked)
        if len(words):
            said = say(words, memory, scene)
            memory, lead = said.memory, said.lead
            candidates += said.candidates
    return Said(tuple(candidates), memory, lead)


def _pieces(block: Block, scene: Scene) -> Iterator[tuple[int, int]]:
    """The sentences of a block; one that no person wrote is cut, so that work stays linear."""
    for start, end in scene.spans[block.start]:
        for first in range(start, end, _LONGEST):
            yield first, min(first + _LONGEST, end)
