"""Names as they are written in texts: folding, words, letter case, and an index of many names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

_MARKS = "\u0300-\u036f\u064b-\u0652\u0670"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(f"[{_HAN}]|[^\\W_{_HAN}]+(?:[{_MARKS}]+[^\\W_{_HAN}]*)*")
_SILENT = re.compile(f"[{_MARKS}\u0640]")
_SPACE = re.compile(r"\s+")
_ARABIC_LEADS = frozenset("وفبلك")


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an actor. *actor_id* None: looks like one, but is none ("Lake Chad")."""

    text: str
    actor_id: str | None
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A name that stands at ``text[start:end]``."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True, order=True)
class _Shape:
    """How far a name reaches from its first word: so many words, then so many signs."""

    words: int
    signs: int


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


def key(text: str) -> str:
    """What two spellings of one name have in common: folded, with single spaces."""
    return _SPACE.sub(" ", _SILENT.sub("", fold(text))).strip()


class NameIndex:
    """Finds the longest of many names at each word of a text, in linear time.

    *shouted* are names that are also ordinary words in capitals (US, WHO): they count only in a
    line that has small letters.
    """

    def __init__(self, names: Iterable[Name], shouted: Iterable[str] = ()) -> None:
        self._shouted = frozenset(shouted)
        self._names: dict[str, list[Name]] = {}
        shapes: dict[str, set[_Shape]] = {}
        for name in names:
            name_key = key(name.text)
            words = list(WORD.finditer(name_key))
            self._names.setdefault(name_key, []).append(name)
            if words:
                shape = _Shape(len(words), len(name_key) - words[-1].end())
                shapes.setdefault(words[0].group(), set()).add(shape)
        self._shapes = {word: sorted(each, reverse=True) for word, each in shapes.items()}

    def get(self, text: str) -> Name | None:
        """The name that is written *text*, whatever its letter case."""
        return next(iter(self._names.get(key(text), ())), None)

    def find(self, text: str) -> Iterator[Found]:
        """Names in *text* from left to right, the longest at each place, none over another."""
        folded = fold(text)
        marked = _SILENT.search(folded) is not None
        known = self._shapes
        position = 0
        for match in WORD.finditer(folded):
            word = _SILENT.sub("", match.group()) if marked else match.group()
            if word not in known and word[0] not in _ARABIC_LEADS:
                continue
            if match.start() < position:
                continue
            found = self._at(text, folded, match.start(), word)
            if found:
                position = found.end
                yield found

    def _at(self, text: str, folded: str, start: int, word: str) -> Found | None:
        for lead, first in _first_words(word):
            shapes = self._shapes.get(first)
            if shapes:
                found = self._longest(text, folded, start, lead, shapes)
                if found:
                    return found
        return None

    def _longest(
        self, text: str, folded: str, start: int, lead: int, shapes: list[_Shape]
    ) -> Found | None:
        ends = [match.end() for match in islice(WORD.finditer(folded, start), shapes[0].words)]
        for shape in shapes:
            if shape.words <= len(ends):
                end = ends[shape.words - 1] + shape.signs
                name = self._fitting(text, folded, start, lead, end)
                if name:
                    return Found(start + max(lead, 0), end, name)
        return None

    def _fitting(self, text: str, folded: str, start: int, lead: int, end: int) -> Name | None:
        written = "ال" + folded[start + 2 : end] if lead < 0 else folded[start + lead : end]
        candidates = self._names.get(_SPACE.sub(" ", _SILENT.sub("", written)), ())
        for name in candidates:
            if _case_fits(name.text, text[start + max(lead, 0) : end]) and not (
                name.text in self._shouted and _in_shouting(text, start, end)
            ):
                return name
        return None


def _first_words(word: str) -> Iterator[tuple[int, str]]:
    """The word; in Arabic also without the particles written onto it (-1: "for the", لل)."""
    yield 0, word
    if word[0] in _ARABIC_LEADS and len(word) > 3:
        if word.startswith("لل"):
            yield -1, "ال" + word[2:]
        for lead in (1, 2):
            if all(letter in _ARABIC_LEADS for letter in word[:lead]):
                yield lead, word[lead:]


def _case_fits(name: str, written: str) -> bool:
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


def _in_shouting(text: str, start: int, end: int) -> bool:
    line_start = text.rfind("\n", max(0, start - 80), start) + 1 or max(0, start - 80)
    line_end = text.find("\n", end, end + 80)
    line = text[line_start : line_end if line_end >= 0 else end + 80]
    return line.upper() == line and any(map(str.isalpha, line.replace(text[start:end], "", 1)))
