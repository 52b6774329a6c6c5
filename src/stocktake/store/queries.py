"""What people type into a search field, as a query of SQLite's FTS5 that never fails to parse.

Words are joined by "and"; ``"…"`` is a phrase, ``word*`` any ending, ``OR`` joins alternatives,
``-word`` leaves out. Whatever else stands there is taken as words.
"""

from __future__ import annotations

import re

JOINT = "\u200b"
PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
HAN = re.compile(r"([\u3400-\u9fff\uf900-\ufaff])")


def separated(text: str) -> str:
    """*text* with an invisible joint on both sides of each Chinese character, which makes it a
    word of its own for the index."""
    return text if text.isascii() else HAN.sub(rf"{JOINT}\1{JOINT}", text)


def joined(text: str) -> str:
    """The text that ``separated`` was given."""
    return text.replace(JOINT, "")


def fts(query: str) -> str | None:
    """The FTS5 expression for *query*; None if there is no word in it that could be found."""
    wanted: list[list[str]] = []
    unwanted: list[str] = []
    alternative = False
    for part in PART.finditer(query):
        if part["word"] == "OR" and wanted:
            alternative = True
        elif part["word"] not in {"AND", "OR"}:
            alternative = _place(part, wanted, unwanted, alternative=alternative)
    if not wanted:
        return None
    every = " AND ".join(f"({' OR '.join(terms)})" for terms in wanted)
    return f"({every}) NOT ({' OR '.join(unwanted)})" if unwanted else every


def _place(
    part: re.Match[str], wanted: list[list[str]], unwanted: list[str], *, alternative: bool
) -> bool:
    term = _term(part["phrase"] if part["word"] is None else part["word"])
    if term is None:
        return alternative
    if part["minus"]:
        unwanted.append(term)
    elif alternative:
        wanted[-1].append(term)
    else:
        wanted.append([term])
    return False


def _term(text: str) -> str | None:
    """A quoted string of FTS5; None if the index would see no word in *text*."""
    words = re.findall(r"[^\W_]+", separated(text.replace("\0", " ")))
    if not words:
        return None
    return f'"{" ".join(words)}"' + ("*" if text.endswith("*") else "")
