"""How names are written: their words, what spellings have in common, and letter case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

_MARKS = "\u0300-\u036f\u064b-\u0652\u0670"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(f"[{_HAN}]|[^\\W_{_HAN}]+(?:[{_MARKS}]+[^\\W_{_HAN}]*)*")
_PLAIN_WORD = re.compile(r"[^\W_]+", re.ASCII)
SILENT = re.compile(f"[{_MARKS}\u0640]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an actor. *actor_id* None: looks like one, but is none ("Lake Chad").
    *origin* is the file and line that has it."""

    text: str
    actor_id: str | None
    adjective: bool = False
    origin: str = field(default="", compare=False)


def _folding() -> dict[int, str]:
    letters = (*range(0x41, 0x530), *range(0x620, 0x64B), *range(0x1E00, 0x1F00))
    table = {code: _bare(chr(code)) for code in letters}
    signs = {
        "'": "’‘ʼ`´",
        "-": "‐‑‒–",
        "و": "ؤ",
        "ي": "ى",
        "ه": "ة",
        "d": "đĐ",
        "l": "łŁ",
        "o": "øØ",
    }
    table |= {ord(sign): to for to, several in signs.items() for sign in several}
    return {code: to for code, to in table.items() if chr(code) != to}


def _bare(letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter)[0].lower()
    return bare if len(bare) == 1 else letter


_FOLDING = _folding()


def fold(text: str) -> str:
    """*text* without capitals and accents, with one kind of apostrophe and hyphen; as long."""
    return text.translate(_FOLDING)


def words_in(folded: str) -> Iterator[re.Match[str]]:
    """The words of a folded text; of most, a pattern that is much faster finds the same."""
    return (_PLAIN_WORD if folded.isascii() else WORD).finditer(folded)


def key(text: str) -> str:
    """What two spellings of one name have in common: folded, with single spaces."""
    return _SPACE.sub(" ", SILENT.sub("", fold(text))).strip()


def case_fits(name: str, written: str) -> bool:
    """Capitals of the name must be capitals in the text, save behind a hyphen."""
    if name == written:
        return True
    pairs = zip(WORD.finditer(name), WORD.finditer(written), strict=False)
    return all(
        _word_fits(ours.group(), theirs.group())
        or (ours.start() > 0 and name[ours.start() - 1] in "-‐‑")
        for ours, theirs in pairs
    )


def _word_fits(name: str, written: str) -> bool:
    if len(name) > 1 and name.isupper():
        return written.isupper()
    return not name[0].isupper() or written[0].isupper()
