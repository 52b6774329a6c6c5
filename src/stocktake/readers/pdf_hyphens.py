"""Hyphens at the ends of lines, in documents that break words and in those that do not."""

from __future__ import annotations

from collections.abc import Sequence

from stocktake.readers.hyphens import Vocabulary
from stocktake.readers.pdf_glyphs import HYPHEN

_HYPHENS = (HYPHEN, "-", "\u2010")
_RARE = 0.02
_FEWEST = 50


class LineEnds(Vocabulary):
    """The words of a document set in lines.

    If few of its lines end in a hyphen, it breaks no words: what stands there are compounds,
    broken at their own hyphen.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        broken = [line.endswith(_HYPHENS) for line in lines]
        super().__init__("\n".join(_whole_words(lines, broken)) if any(broken) else "")
        self._breaks_words = len(lines) < _FEWEST or sum(broken) > _RARE * len(lines)

    def joint(self, line: str, following: str) -> tuple[int, str] | None:
        """As ``Vocabulary.joint``; in a document that breaks no words, more hyphens stay."""
        joint = super().joint(line, following)
        if not joint or not joint[0] or self._breaks_words or line.endswith("\u00ad"):
            return joint
        whole = line.rsplit(maxsplit=1)[-1][: -joint[0]] + following.split(maxsplit=1)[0]
        return joint if self._seen[whole.strip(".,;:!?()").casefold()] else (0, "")


def _whole_words(lines: Sequence[str], broken: Sequence[bool]) -> list[str]:
    """The lines without the parts of words that are broken at their ends."""
    kept = []
    for line, ends, begins in zip(lines, broken, [False, *broken], strict=False):
        words = line.split()
        kept.append(" ".join(words[begins : len(words) - ends]))
    return kept
