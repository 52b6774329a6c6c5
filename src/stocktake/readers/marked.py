"""Text that is struck through or underlined, read as taken out or put in.

What is struck through is taken out. What is underlined is put in where something is struck through
as well, or where a legend of the text says so; what is bold only where a legend says so. Headings,
links and lines that are marked as a whole and are no sentence bear their looks for other reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stocktake.lexicon.marking import Marking
from stocktake.model import ChangeKind, TrackedChange, TrackedText
from stocktake.readers.lines import ends_sentence


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    words: str
    struck: bool = False
    underlined: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A paragraph: its runs, what is shown before them, and whether it is set as a heading."""

    runs: tuple[Run, ...]
    lead: str = ""
    heading: bool = False

    @property
    def text(self) -> str:
        return "".join(run.words for run in self.runs)


def marked(lines: Iterable[MarkedLine], words: Marking) -> TrackedText | None:
    """The text before what is marked in it, and the changes; None if nothing is."""
    kept = [line for line in lines if line.text.strip()]
    reading = _Reading.of(kept, words)
    text = ""
    changes: list[TrackedChange] = []
    for line in kept:
        text += line.lead
        for kind, told in reading.pieces(line):
            start = len(text)
            text += "" if kind is ChangeKind.INSERT else told
            if kind is not None:
                changes.append(TrackedChange(kind, start, len(text), told))
        text += "\n\n"
    return TrackedText(text, tuple(changes)) if changes else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """Which looks mean that words are put in, and which lines say so."""

    words: Marking
    underlined: bool
    bold: bool

    @classmethod
    def of(cls, lines: Sequence[MarkedLine], words: Marking) -> _Reading:
        is_struck = any(run.struck and run.words.strip() for line in lines for run in line.runs)
        underlined = is_struck or any(words.says_underlined(line.text) for line in lines)
        return cls(words, underlined, any(words.says_bold(line.text) for line in lines))

    def pieces(self, line: MarkedLine) -> Iterator[tuple[ChangeKind | None, str]]:
        """The words of a line by what is done to them; alike ones beside each other are one."""
        is_plain = self._is_legend(line) or self._is_title(line)
        last: ChangeKind | None = None
        told = ""
        for run in line.runs:
            if run.struck and self._puts_in(run):
                continue
            kind = None if is_plain else self._kind(run)
            if told and kind is not last:
                yield last, told
                told = ""
            last, told = kind, told + run.words
        if told:
            yield last, told

    def _kind(self, run: Run) -> ChangeKind | None:
        if run.struck:
            return ChangeKind.DELETE
        return ChangeKind.INSERT if self._puts_in(run) else None

    def _puts_in(self, run: Run) -> bool:
        return (self.underlined and run.underlined) or (self.bold and run.bold)

    def _is_legend(self, line: MarkedLine) -> bool:
        return self.words.says_underlined(line.text) or self.words.says_bold(line.text)

    def _is_title(self, line: MarkedLine) -> bool:
        """Whether a line is marked as a heading is: all of it, and it is no sentence."""
        solid = [run for run in line.runs if run.words.strip()]
        is_struck = any(run.struck for run in solid)
        is_whole = all(run.underlined or run.bold for run in solid)
        return not is_struck and is_whole and (line.heading or not ends_sentence(line.text))
