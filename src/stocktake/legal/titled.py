"""Chapters and sections led by a number alone: "II. Summary", "B. Interactive dialogue"."""

from __future__ import annotations

import re
from dataclasses import replace

from stocktake.legal import marks
from stocktake.legal.lines import Line
from stocktake.legal.marks import Mark
from stocktake.legal.reading import Reading
from stocktake.model import ProvisionKind

_LEAD = re.compile(r"[*_\s\[]*(?:[IVXLC]{1,7}|[A-Z])\.[^\S\n]+[*_\[(“\"]*[^\W\d_]")
_SENTENCE = re.compile(r"[.;,:][\])*_\s]*\Z")
_LONGEST = 120


def titled(now: Reading, line: Line) -> Mark | None:
    """The mark of a chapter or section, if *line* is its title; within articles there are none."""
    if not _may_be_title(now, line):
        return None
    mark = marks.number(now.text, line.start, line.end)
    counts = dict(mark.counts) if mark else {}
    letter, roman = counts.get("A"), counts.get("I")
    if mark is None:
        return None
    if roman and letter != _last(now, ProvisionKind.SECTION) + 1 and _is_chapter(now, mark, roman):
        return replace(mark, kind=ProvisionKind.CHAPTER, counts=(("chapter I", roman),))
    if letter:
        return replace(mark, kind=ProvisionKind.SECTION, counts=(("section A", letter),))
    return None


def _may_be_title(now: Reading, line: Line) -> bool:
    is_led = _LEAD.match(now.text, line.start, line.end) is not None
    is_short = line.end - line.start <= _LONGEST and (line.after_blank or line.heading > 0)
    ends = _SENTENCE.search(now.text[line.start : line.end]) is not None
    unit = now.unit
    is_within = unit is not None and unit.kind is ProvisionKind.ARTICLE
    return is_led and is_short and not ends and not is_within


def _is_chapter(now: Reading, mark: Mark, roman: int) -> bool:
    goes_on = roman == _last(now, ProvisionKind.CHAPTER) + 1
    return goes_on or roman == 1 or len(mark.label or "") > 1


def _last(now: Reading, kind: ProvisionKind) -> int:
    """The number of the chapter or section around, 0 if there is none."""
    around = (node for node in now.last.above() if node.kind is kind and node.counts)
    node = next(around, None)
    return node.counts[0][1] if node else 0
