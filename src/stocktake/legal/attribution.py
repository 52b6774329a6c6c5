"""Who stands behind bracketed words or an option: "[EU: …]", "(proposed by …)"."""

from __future__ import annotations

import re
from dataclasses import replace

from stocktake.lexicon.drafts import DraftWords
from stocktake.model import Bracket, BracketKind, Draft, Provision, ProvisionKind

_LEADING = re.compile(r"\s*(?P<names>[^\W\d_][^\[\]:\n]{0,400}?)\s*:(?=\s|[^\W\d_])")
_NAME = re.compile(r"[A-ZА-ЯЁ\u0600-\u06ff\u4e00-\u9fff]")
_SMALL = re.compile(
    r"(?:and|et|y|и|of|the|de|du|des|la|le|del|on|behalf|for|as|by)\Z", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\band\b|\bet\b|\by\b|\bи\b|、|،)\s*")
_PARENTHESES = re.compile(r"\(((?:[^()\n]|\([^()\n]{0,60}\)){2,1000})\)")
_LONGEST_NAME = 8
_FAR = 160
_LONGEST_NAMES = 1000


def attributed(draft: Draft, words: DraftWords) -> Draft:
    """The draft with the names of those to whom brackets and options are attributed."""
    return replace(
        draft,
        brackets=tuple(_bracket(draft.text, item, words) for item in draft.brackets),
        provisions=tuple(_option(draft.text, item, words) for item in draft.provisions),
    )


def _bracket(text: str, bracket: Bracket, words: DraftWords) -> Bracket:
    if bracket.kind is not BracketKind.TEXT:
        return bracket
    start, end = bracket.inside
    leading = leading_names(text[start : min(end, start + _LONGEST_NAMES)])
    tail = text[max(start, end - _FAR) : end]
    behind = text[bracket.end : bracket.end + _FAR]
    return replace(bracket, actors=leading or named_after(tail, behind, words))


def _option(text: str, provision: Provision, words: DraftWords) -> Provision:
    if provision.kind is not ProvisionKind.OPTION:
        return provision
    head = text[provision.start : min(provision.end, provision.start + _LONGEST_NAMES)]
    return replace(provision, actors=in_parentheses(head.split("\n")[0], words))


def leading_names(words: str) -> tuple[str, ...]:
    """The names before a colon that leads *words*: "EU, Norway: …"; () if they are no names."""
    found = _LEADING.match(words)
    names = split_names(found["names"]) if found else ()
    return names if all(_is_name(name) for name in names) else ()


def named_after(inside: str, behind: str, words: DraftWords) -> tuple[str, ...]:
    """The names in "(proposed by …)" at the end of *inside* or at the beginning of *behind*."""
    tail = inside[-160:]
    return in_parentheses(tail[max(tail.rfind("("), 0) :], words) or in_parentheses(
        behind, words, True
    )


def in_parentheses(stretch: str, words: DraftWords, at_once: bool = False) -> tuple[str, ...]:
    """The names in the first parentheses that say who proposed; *at_once*: they must lead."""
    for found in _PARENTHESES.finditer(stretch):
        if at_once and stretch[: found.start()].strip():
            return ()
        if by := words.proposed_by.match(found[1].strip()):
            return split_names(found[1].strip()[by.end() :])
    return ()


def split_names(words: str) -> tuple[str, ...]:
    """The single names of an enumeration; where semicolons part them, nothing else does.

    So "Trinidad and Tobago; Fiji" are two names.
    """
    parts = words.split(";") if ";" in words else _BETWEEN.split(words)
    return tuple(name for part in parts if (name := part.strip(" .:")))


def _is_name(name: str) -> bool:
    parts = name.split()
    return len(parts) <= _LONGEST_NAME and all(
        _NAME.match(part) or _SMALL.match(part) for part in parts
    )
