"""The words of a legend that says how a text marks what is put in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stocktake.lexicon import files

_LISTS = ("underlined", "bold", "put_in")
_LONGEST = 400
_CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Marking:
    """Patterns of the words for a look, and of those for what is put in."""

    underlined: re.Pattern[str]
    bold: re.Pattern[str]
    put_in: re.Pattern[str]

    def says_underlined(self, line: str) -> bool:
        """Whether *line* is a legend by which underlined words are put in."""
        return self._says(self.underlined, line)

    def says_bold(self, line: str) -> bool:
        """The same of words in bold."""
        return self._says(self.bold, line)

    def _says(self, look: re.Pattern[str], line: str) -> bool:
        is_short = len(line) <= _LONGEST
        return is_short and bool(look.search(line)) and bool(self.put_in.search(line))


@cache
def marking(folder: Path | None = None) -> Marking:
    """The packaged words, with those of *folder* added; SettingsError if a file is wrong."""
    words = files.word_lists("drafts/marking.toml", _LISTS, folder)
    return Marking(*(_any(words[name]) for name in _LISTS))


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_beginning, words)), re.IGNORECASE)


def _beginning(word: str) -> str:
    escaped = re.escape(word)
    return escaped if _CHINESE.match(word) else rf"(?<!\w){escaped}"
