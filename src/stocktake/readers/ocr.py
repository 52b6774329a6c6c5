"""Optical character recognition by tesseract, a program of its own, where it is installed."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

_SCRIPTS = {
    "Latin": ("eng", "fra", "spa"),
    "Fraktur": ("eng",),
    "Cyrillic": ("rus",),
    "Arabic": ("ara",),
    "Han": ("chi_sim",),
    "HanS": ("chi_sim",),
    "HanT": ("chi_sim",),
    "Japanese": ("chi_sim",),
}
_KNOWN = ("eng", "fra", "spa", "rus", "ara", "chi_sim")
_SCRIPT = re.compile(r"Script: (\w+)")
_ROTATE = re.compile(r"Rotate: (\d+)")
_ASIDE = re.compile(r"[\s|_~]*")


class OcrFailedError(Exception):
    """Tesseract ended with an error, or took too long."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box, in pixels of the image from its upper left corner."""

    text: str
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """A line as tesseract reads it; *confidence* is 0..1."""

    words: tuple[Word, ...]
    confidence: float

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def height(self) -> int:
        """From the top of the highest word to the bottom of the lowest, in pixels."""
        return max(word.bottom for word in self.words) - min(word.top for word in self.words)


@dataclass(frozen=True, slots=True)
class Orientation:
    """By how many degrees, clockwise, an image has to be turned to stand upright; its script."""

    turn: int = 0
    script: str = ""


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The installed program and the languages that it can read."""

    command: str
    languages: frozenset[str]

    def orientation(self, image: bytes, seconds: float) -> Orientation:
        """How the text of an *image* (PGM, PNG, …) lies; the default where it cannot be told."""
        if "osd" not in self.languages:
            return Orientation()
        try:
            told = self._run(image, seconds, "--psm", "0", "-l", "osd")
        except OcrFailedError:
            return Orientation()
        turn, script = _ROTATE.search(told), _SCRIPT.search(told)
        return Orientation(int(turn[1]) if turn else 0, script[1] if script else "")

    def languages_for(self, script: str) -> list[str]:
        """The installed languages that a script may be the writing of."""
        wanted = _SCRIPTS.get(script, _KNOWN)
        found = [language for language in wanted if language in self.languages]
        return found or [language for language in _KNOWN if language in self.languages]

    def read(self, image: bytes, languages: Iterable[str], seconds: float) -> list[Recognised]:
        """The lines of an *image*, in reading order; OcrFailedError if that cannot be done."""
        arguments = ["--psm", "3", "-l", "+".join(languages), "tsv"]
        return list(_lines(self._run(image, seconds, *arguments)))

    def _run(self, image: bytes, seconds: float, *arguments: str) -> str:
        try:
            done = subprocess.run(
                [self.command, "stdin", "stdout", "--dpi", "300", *arguments],
                input=image,
                capture_output=True,
                timeout=max(0.1, seconds),
                check=True,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise OcrFailedError(str(error)) from error
        return done.stdout.decode("utf-8", "replace")


@lru_cache(maxsize=1)
def find_tesseract() -> Tesseract | None:
    """Tesseract with its languages; None where it is not installed, or has none of ours."""
    command = shutil.which("tesseract")
    if command is None:
        return None
    listed = subprocess.run(
        [command, "--list-langs"], capture_output=True, text=True, timeout=30, check=False
    )
    languages = frozenset(listed.stdout.split()) & {*_KNOWN, "osd"}
    return Tesseract(command, languages) if languages - {"osd"} else None


def _lines(table: str) -> Iterator[Recognised]:
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = (row for row in rows if row["level"] == "5" and not _ASIDE.fullmatch(row["text"] or ""))
    for _, group in groupby(words, lambda row: (row["block_num"], row["par_num"], row["line_num"])):
        line = list(group)
        letters = sum(len(word["text"]) for word in line)
        sure = sum(float(word["conf"]) * len(word["text"]) for word in line)
        yield Recognised(tuple(map(_word, line)), sure / letters / 100)


def _word(row: dict[str, str]) -> Word:
    left, top, width, height = (int(row[side]) for side in ("left", "top", "width", "height"))
    return Word(row["text"], left, top, left + width, top + height)
