"""What people type into a search field, read into a Query.

Words are joined by "and"; ``"…"`` is a phrase, exactly as it stands; ``word*`` any ending, ``OR``
joins alternatives, ``-word`` or ``-"…"`` leaves out. Whatever else stands there parts words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stocktake.errors import UsageError

JOINT = "\ue000"
QUOTES = str.maketrans("“”„«»", '"""""')
PART = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
HAN = r"\u3400-\u9fff\uf900-\ufaff"
EACH_HAN = re.compile(rf"([{HAN}])")
WORD = re.compile(
    rf"[{HAN}]|(?:(?![{HAN}])[^\W_])(?:(?![{HAN}])[^\W_]|[\u0300-\u036f\u064b-\u0670])*"
)
EXAMPLE = 'Write words, "a phrase", word*, one OR other, -without.'


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one behind the other. A *word* counts in all its forms, but *exact* ones as
    they are; of an *open* term the last word may have any ending."""

    words: tuple[str, ...]
    exact: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Of each tuple in *wanted* one term must be there; none of *unwanted* may."""

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()


def parse(text: str) -> Query:
    """Read *text*; nothing but white space is a query for all.

    UsageError names what is wrong: a phrase that is not closed, an OR without a word on both
    sides, or no word at all.
    """
    marked = text.translate(QUOTES)
    if marked.count('"') % 2:
        raise UsageError(f"a quotation mark is not closed in “{text}”.", remedy=EXAMPLE)
    wanted: list[list[Term]] = []
    unwanted: list[Term] = []
    is_alternative = False
    for is_left_out, term in _parts(marked):
        if term is None:
            _check_sides(text, bool(wanted) and not is_alternative)
            is_alternative = True
        elif is_left_out:
            unwanted.append(term)
        elif is_alternative:
            wanted[-1].append(term)
            is_alternative = False
        else:
            wanted.append([term])
    _check_sides(text, not is_alternative)
    if text.strip() and not wanted and not unwanted:
        raise UsageError(f"there is no word to look for in “{text}”.", remedy=EXAMPLE)
    return Query(tuple(map(tuple, wanted)), tuple(unwanted))


def separated(text: str) -> str:
    """*text* with an invisible joint on both sides of each Chinese character, which makes it a
    word of its own for the index."""
    if text.isascii():
        return text
    return EACH_HAN.sub(rf"{JOINT}\1{JOINT}", text.replace(JOINT, " "))


def joined(text: str) -> str:
    """The text that ``separated`` was given."""
    return text.replace(JOINT, "")


def words_of(text: str) -> tuple[str, ...]:
    """The words that the index sees in *text*."""
    return tuple(WORD.findall(text.replace("\0", " ")))


def _parts(text: str) -> Iterator[tuple[bool, Term | None]]:
    """Whether a term is to be left out, and the term; None stands for the word OR."""
    for part in PART.finditer(text):
        if part["word"] == "OR" and not part["minus"]:
            yield False, None
        elif part["word"] != "AND":
            is_phrase = part["word"] is None
            piece = part["phrase"] if is_phrase else part["word"]
            words = words_of(piece)
            if words:
                yield bool(part["minus"]), Term(words, is_phrase, piece.endswith("*"))


def _check_sides(text: str, is_right: bool) -> None:
    if not is_right:
        raise UsageError(f"OR needs a word on each side in “{text}”.", remedy=EXAMPLE)


def quoted(words: Iterable[str]) -> str:
    """Words that stand one behind the other, in FTS5's syntax."""
    return f'"{separated(" ".join(words))}"'
