"""Where the words of an amendment stand in a draft, and what it puts in their place."""

from __future__ import annotations

import re

from stocktake.legal.ranges import Range
from stocktake.model import Amendment, AmendmentAction, BracketKind, Draft

_CHINESE = re.compile("[\u3400-\u9fff]")
_WORDS = re.compile(r"\S+\s*")
_MARKS = {"'": "['’]", "’": "['’]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}
_UNCHANGING = (AmendmentAction.KEEP, AmendmentAction.MOVE, AmendmentAction.COMMENT)


def found_words(text: str, words: str, start: int, end: int) -> list[Range]:
    """Where *words* stand in ``text[start:end]``, white space, emphasis and the form of quotation
    marks made no matter of; their case only where they stand nowhere as written."""
    pattern = r"[\s*_]+".join(_literal(word) for word in words.split())
    if words[:1].isalnum() and not _CHINESE.match(words):
        pattern = rf"(?<!\w){pattern}"
    if words[-1:].isalnum() and not _CHINESE.match(words[-1]):
        pattern = rf"{pattern}(?!\w)"
    exact = _spans(re.compile(pattern), text, start, end)
    return exact or _spans(re.compile(pattern, re.IGNORECASE), text, start, end)


def wording(draft: Draft, amendment: Amendment, start: int, end: int) -> tuple[int, int, str]:
    """The range that an amendment changes and what it puts there.

    Of a replacement only what differs from the words replaced is changed.
    """
    words = draft.text[start:end]
    if amendment.action is AmendmentAction.BRACKET:
        return start, end, f"[{words}]"
    if amendment.action is AmendmentAction.UNBRACKET:
        return _unbracketed(draft, start, end)
    if amendment.action in _UNCHANGING:
        return start, end, words
    if amendment.action is AmendmentAction.REPLACE:
        return _narrowed(words, amendment.new, start)
    return start, end, amendment.new


def _literal(word: str) -> str:
    return "".join(_MARKS.get(letter, re.escape(letter)) for letter in word)


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Range]:
    return [found.span() for found in pattern.finditer(text, start, end)]


def _unbracketed(draft: Draft, start: int, end: int) -> tuple[int, int, str]:
    """Without the brackets within the words, or else without those right around them."""
    pairs = [item for item in draft.brackets if item.closed and item.kind is BracketKind.TEXT]
    inner = [item for item in pairs if start <= item.start and item.end <= end]
    around = [item for item in pairs if item.inside == (start, end)]
    chosen = inner or around
    if not chosen:
        return start, end, draft.text[start:end]
    low, high = min(start, chosen[0].start), max(end, *(item.end for item in chosen))
    marks = {place for item in chosen for place in (item.start, item.end - 1)}
    return low, high, "".join(draft.text[at] for at in range(low, high) if at not in marks)


def _narrowed(old: str, new: str, start: int) -> tuple[int, int, str]:
    start += len(old) - len(old.lstrip())
    before, after = _WORDS.findall(old.strip()), _WORDS.findall(new)
    same = _common(before, after)
    rest, put = before[same:], after[same:]
    tail = _common(rest[::-1], put[::-1])
    head = len("".join(before[:same]))
    gone = "".join(rest[: len(rest) - tail])
    words = "".join(put[: len(put) - tail])
    if words and gone:
        gone, words = gone.rstrip(), words.rstrip()
    return start + head, start + head + len(gone), words


def _common(one: list[str], two: list[str]) -> int:
    count = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        count += 1
    return count
