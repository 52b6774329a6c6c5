"""A sentence as words: names whole, particles apart, and in Chinese the words that are known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence

from stocktake.extractors.english.tokens import Words
from stocktake.lexicon import Mention
from stocktake.lexicon.languages import Language

Range = tuple[int, int]
_MARKS = "\u064b-\u0652\u0670\u0640"
_PIECE = re.compile(rf"\w+['’](?=\w|\Z)|[\w{_MARKS}]+(?:[-‑][\w{_MARKS}]+)*|[^\w\s]")
_HAN = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+|[^\w\s]")


def split(
    text: str,
    span: Range,
    mentions: Sequence[Mention],
    language: Language,
    quoted: Sequence[Range] = (),
) -> Words:
    """Split the stretch *span* of *text* into words; each of *mentions* is one word.

    *mentions* and *quoted* are those of a longer text, in order and none over another.
    """
    start, end = span
    spans: list[Range] = []
    named: dict[int, tuple[Mention, int]] = {}
    position = start
    for mention in _between(mentions, start, end):
        spans += _pieces(text, position, mention.start, language)
        named[len(spans)] = (mention, len(spans) + 1)
        spans.append((mention.start, mention.end))
        position = mention.end
    spans += _pieces(text, position, end, language)
    lower = tuple(language.fold(text[first:behind]) for first, behind in spans)
    starts, ends = (tuple(side) for side in zip(*spans, strict=True)) if spans else ((), ())
    return Words(text, start, end, lower, starts, ends, named, _within(quoted, start, end))


def _between(mentions: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    while index < len(mentions) and mentions[index].end <= end:
        yield mentions[index]
        index += 1


def _within(spans: Sequence[Range], start: int, end: int) -> tuple[Range, ...]:
    first = bisect_right(spans, start, key=lambda span: span[1])
    behind = bisect_left(spans, end, key=lambda span: span[0])
    return tuple(spans[first:behind])


def _pieces(text: str, start: int, end: int, language: Language) -> Iterator[Range]:
    if not language.flags["spaced"]:
        yield from _characters(text, start, end, language)
        return
    for match in _PIECE.finditer(text, start, end):
        yield from _apart(match, language)


def _apart(match: re.Match[str], language: Language) -> Iterator[Range]:
    """The word, with particles written onto its front as words of their own."""
    first, behind = match.span()
    for rest in _rests(match.group(), language):
        start = behind - len(rest)
        yield first, start
        first = start
    yield first, behind


def _rests(word: str, language: Language) -> Iterator[str]:
    """What is left of the word behind each particle: "وبتأييد" is و, ب and تأييد."""
    if word[0] in language.words["attached"] and language.fold(word) not in language.forms:
        rest = word[1:]
        if language.fold(rest) in language.known or _is_led_noun(rest, language):
            yield rest
            word = rest
    if _is_led_noun(word, language):
        yield word[1:]


def _is_led_noun(word: str, language: Language) -> bool:
    particles = language.words["attached_to_nouns"]
    if word[:1] not in particles:
        return False
    rest = language.fold(word[1:])
    return any(rest in known for known in _led_nouns(language))


def _led_nouns(language: Language) -> tuple[Container[str], ...]:
    return language.nominal, language.any_noun, language.offices, language.words["heads"]


def _characters(text: str, start: int, end: int, language: Language) -> Iterator[Range]:
    """The longest known word at each place, else one character."""
    for match in _HAN.finditer(text, start, end):
        first, behind = match.span()
        if not "\u3400" <= text[first] <= "\u9fff":
            yield first, behind
            continue
        while first < behind:
            longest = _longest(text, first, behind, language)
            yield first, first + longest
            first += longest


def _longest(text: str, first: int, behind: int, language: Language) -> int:
    for length in language.lengths.get(text[first], ()):
        if first + length <= behind and text[first : first + length] in language.known:
            return length
    return 1
