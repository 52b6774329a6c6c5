"""Where the words of parsed Markdown stand in its source; the markup between them goes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from stocktake.readers.mending import Change

_TARGET = re.compile(r"[^\]]*\](?:\((?:[^()\n]|\([^()\n]*\)){0,2000}\)|\[[^\]\n]{0,999}\])?")
_TAG = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|</?[a-zA-Z][^<>]{0,2000}>|&#?\w{1,31};",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text: ``source[start:end]`` stands for *text*; *breaks*: a new line begins."""

    start: int
    end: int
    text: str
    breaks: bool = False


def align(tokens: Sequence[Token], source: str, start: int, end: int) -> list[Words]:
    """Find the words of inline *tokens* one after another in ``source[start:end]``."""
    words: list[Words] = []
    position, breaks = start, False
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            breaks = True
        found = _find(token, source, position, end)
        if found is None:
            continue
        position = found.end
        if found.text:
            words.append(Words(found.start, found.end, found.text, breaks))
            breaks = False
    return words


def _find(token: Token, source: str, position: int, end: int) -> Words | None:
    """Where a token stands at or after *position*; its text is empty if it is only markup."""
    if token.type in {"text", "code_inline", "text_special"} and token.content:
        wanted = token.markup if token.type == "text_special" else token.content
        place = source.find(wanted, position, end)
        if place >= 0:
            return Words(place, place + len(wanted), token.content)
        loose = re.compile(r"\\?".join(map(re.escape, wanted))).search(source, position, end)
        return Words(loose.start(), loose.end(), token.content) if loose else None
    if token.type in {"link_close", "image"}:
        target = _TARGET.match(source, position, end)
        return Words(position, target.end(), "") if target else None
    if token.type == "html_inline":
        place = source.find(token.content, position, end)
        return Words(place, place + len(token.content), "") if place >= 0 else None
    return None


def markup_changes(words: Sequence[Words], source: str) -> Iterator[Change]:
    """What to take out or replace so that only the words are left, one blank for a line's end."""
    for before, word in zip([None, *words], words, strict=False):
        if before and before.end < word.start:
            yield Change(before.end, word.start, " " if word.breaks else "")
        if source[word.start : word.end] != word.text:
            yield Change(word.start, word.end, word.text)


def tag_changes(source: str, start: int, end: int) -> Iterator[Change]:
    """Take the tags out of HTML that stands in Markdown, and write out its entities."""
    for tag in _TAG.finditer(source, start, end):
        character = html.unescape(tag[0]) if tag[0].startswith("&") else " "
        yield Change(tag.start(), tag.end(), character)
