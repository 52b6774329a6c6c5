"""Lines → the tree of provisions. Nothing is refused: what finds no place is kept without one.

A line is hung where its mark goes on counting (2 after 1, Option 2 after Option 1), else below
what stands further left, else below what was read last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from stocktake.legal import marks, reading
from stocktake.legal.lines import Line
from stocktake.legal.marks import Mark
from stocktake.legal.reading import Reading
from stocktake.legal.titled import titled
from stocktake.legal.tree import Node
from stocktake.lexicon.drafts import DraftWords
from stocktake.model import ProvisionKind, Role

_REMARK = re.compile(r"[*_\s]*\{[^\n]*\}[*_\s.]*\Z")
_TITLED = re.compile(r"[\s*_\]\).:—–-]*(?:\Z|[\[(*_\"“]|[^\W\d_])")
_GOES_ON = re.compile(r"\s*(?:[,;a-z]|of\b|and\b|to\b)")
_SENTENCE = re.compile(r"[.;,]\s*\Z")
_RECITAL_END = re.compile(r"[,;，；、،][\s\])*_]*(?:and\s*)?\Z")
_BOLD = re.compile(r"\s*\*\*[^*\n]{1,150}\*\*[\s.:]*\Z")
_SEPARATOR = re.compile(r"[.:：](?=\s|\Z)")
_LONGEST_HEADING = 150
_INLINE = 4


def tree(text: str, lines: Sequence[Line], words: DraftWords) -> Reading:
    """The provisions that *lines* make, under a root that is none itself."""
    now = Reading(text, words, sum(line.indent > 1 for line in lines) > 1)
    preamble = _preamble_begins(now, lines)
    for number, line in enumerate(lines):
        if number == preamble:
            now.open(now.root, Node(ProvisionKind.PREAMBLE, [line.lead, line.lead]))
        _take(now, line)
    return now


def _take(now: Reading, line: Line) -> None:
    """Hang one line where it belongs."""
    if line.aside:
        now.root.own.append((line.lead, line.end, Role.UNPLACED))
    elif line.note is not None:
        _hang_note(now, line)
    elif (mark := _unit(now, line)) or (mark := titled(now, line)):
        _hang_unit(now, line, mark)
    elif line.heading and not _is_paragraph_s(now, line):
        _hang_heading(now, line)
    elif _REMARK.match(now.text, line.start, line.end):
        node = Node(ProvisionKind.REMARK, [line.lead, line.end], column=line.indent)
        node.own.append((line.start, line.end, Role.TEXT))
        now.last.add(node)
    elif mark := _number(now, line):
        _hang_number(now, line, mark)
    else:
        _hang_text(now, line)


def _unit(now: Reading, line: Line) -> Mark | None:
    """A unit's mark, unless the words are the beginning of prose: "Article 4 of the Convention"."""
    mark = marks.unit(now.text, line.start, line.end, now.words)
    if mark is None or line.heading:
        return mark
    rest = now.text[mark.end : line.end]
    is_set_off = mark.kind is ProvisionKind.OPTION and now.text[mark.end - 1] in ":.*"
    if _GOES_ON.match(rest) and not is_set_off:
        return None
    if mark.kind is ProvisionKind.PREAMBLE and rest.strip(" *_:"):
        return None
    if mark.kind in (ProvisionKind.OPTION, ProvisionKind.PREAMBLE, ProvisionKind.PARAGRAPH):
        return mark
    is_title = _TITLED.match(rest) is not None and not _SENTENCE.search(rest)
    is_alone = line.after_blank and line.end - line.start <= _LONGEST_HEADING
    return mark if is_title and is_alone else None


def _number(now: Reading, line: Line) -> Mark | None:
    if line.number is not None:
        return marks.given(line.number, line.start)
    mark = marks.number(now.text, line.start, line.end)
    return None if mark and mark.label is None and mark.end >= line.end else mark


def _is_paragraph_s(now: Reading, line: Line) -> bool:
    """Whether a heading is that of a paragraph of an article: "1. Common goal"."""
    mark = _number(now, line)
    within = now.unit is not None and now.unit.kind is ProvisionKind.ARTICLE
    return within and mark is not None and mark.label is not None


def _hang_note(now: Reading, line: Line) -> None:
    beside = now.last.children[-1] if now.last.children else None
    if line.inserted and beside is not None and _is_note(beside, line):
        beside.own.append((line.start, line.end, Role.TEXT))
        beside.grow(line.end)
        return
    node = Node(ProvisionKind.NOTE, [line.lead, line.end], line.note, column=line.indent)
    node.own += [(line.lead, line.start, Role.NUMBER), (line.start, line.end, Role.TEXT)]
    if line.inserted:
        now.last.add(node)
    else:
        now.open(now.root, node)


def _is_note(node: Node, line: Line) -> bool:
    return node.kind is ProvisionKind.NOTE and node.label == line.note


def _hang_unit(now: Reading, line: Line, mark: Mark) -> None:
    kind = mark.kind or ProvisionKind.PARAGRAPH
    node = Node(kind, [line.lead, line.end], mark.label, mark.counts, line.indent)
    if node.rank == 9:
        now.open(reading.around(now, line, mark), node)
        _own(now, line, mark)
        return
    now.open(reading.above_unit(now, node), node)
    parted = _SEPARATOR.match(now.text, mark.end, line.end)
    stop = parted.end() if parted else mark.end
    node.own.append((line.lead, stop, Role.NUMBER))
    if stop < line.end:
        node.own.append((stop, line.end, Role.HEADING))
        has_words = now.text[stop : line.end].strip(" *_.:[]()-–—")
        node.heading = (stop, line.end) if has_words else None


def _hang_heading(now: Reading, line: Line) -> None:
    """A heading without a number: the title, one within the article around, or a new section."""
    unit, own = (
        now.unit,
        [(line.lead, line.start, Role.MARKUP), (line.start, line.end, Role.HEADING)],
    )
    if unit is None and now.title is None and not now.root.children:
        now.title = (line.start, line.end)
        now.root.own += own
    elif unit is not None and unit.kind is ProvisionKind.ARTICLE:
        unit.own += own
        unit.heading = unit.heading or (line.start, line.end)
        unit.grow(line.end)
        now.at = unit
    else:
        heading = (line.start, line.end)
        node = Node(ProvisionKind.SECTION, [line.lead, line.end], heading=heading, own=own)
        now.open(reading.above_unit(now, node), node)


def _hang_number(now: Reading, line: Line, mark: Mark) -> None:
    preamble = now.preamble
    verb = now.verb(ProvisionKind.RECITAL, mark.end, line.end)
    counts_anew = preamble is not None and _has_bare_recitals(preamble)
    if (
        preamble is not None
        and (not verb or counts_anew)
        and not (mark.label or "").startswith("PP")
    ):
        now.at, preamble = preamble.parent, None
    around = reading.around(now, line, mark)
    kind = ProvisionKind.RECITAL if preamble else reading.depth_kind(around, mark)
    node = Node(kind, [line.lead, line.end], mark.label, mark.counts, line.indent)
    now.open(around, node)
    rest = replace(line, start=mark.end, lead=mark.end, indent=line.indent + _INLINE, number=None)
    option = marks.unit(now.text, rest.start, rest.end, now.words)
    if option and option.kind is ProvisionKind.OPTION and _unit(now, rest):
        node.own.append((line.lead, mark.end, Role.NUMBER))
        _hang_unit(now, rest, option)
    else:
        _own(now, line, mark)


def _has_bare_recitals(preamble: Node) -> bool:
    return any(node.kind is ProvisionKind.RECITAL and not node.label for node in preamble.children)


def _own(now: Reading, line: Line, mark: Mark) -> None:
    """The mark and what stands behind it: a heading in bold, or text with its opening verb."""
    node = now.last
    if mark.end > line.lead:
        node.own.append((line.lead, mark.end, Role.NUMBER))
    if mark.end >= line.end:
        return
    is_heading = line.heading > 0 or _BOLD.match(now.text, mark.end, line.end) is not None
    start = max(mark.end, line.lead)
    node.own.append((start, line.end, Role.HEADING if is_heading else Role.TEXT))
    node.heading = (start, line.end) if is_heading else None
    node.verb = now.verb(node.kind, mark.end, line.end)


def _hang_text(now: Reading, line: Line) -> None:
    """A line without a mark: it goes on with what was read, or is a paragraph of its own."""
    preamble = now.preamble
    if not line.after_blank and now.at is not None and now.at.own:
        now.append(now.at, line)
    elif preamble is not None:
        _hang_preambular(now, line, preamble)
    else:
        now.append(reading.continued(now, line), line)


def _hang_preambular(now: Reading, line: Line, preamble: Node) -> None:
    """A recital, or the words that lead to the recitals or close them."""
    closes = now.words.enacting.match(now.text, now.first_word(line.start, line.end), line.end)
    verb = now.verb(ProvisionKind.RECITAL, line.start, line.end)
    has_recitals = any(node.kind is not ProvisionKind.FORMULA for node in preamble.children)
    kind = ProvisionKind.RECITAL if verb or (has_recitals and not closes) else ProvisionKind.FORMULA
    options = (node for node in now.last.above() if reading.holds_option_text(node, line))
    around = preamble if closes else next(options, preamble)
    node = Node(kind, [line.lead, line.end], column=line.indent, verb=verb)
    node.own.append((line.start, line.end, Role.TEXT))
    now.open(around, node)
    if closes:
        now.at = preamble.parent


def _preamble_begins(now: Reading, lines: Sequence[Line]) -> int | None:
    """The line at which a preamble without a heading begins: two recitals before any unit."""
    found: list[int] = []
    for number, line in enumerate(lines):
        if len(found) == 2 or (line.heading and _unit(now, line)):
            break
        is_recital = now.verb(ProvisionKind.RECITAL, line.start, line.end) is not None
        if is_recital and _RECITAL_END.search(now.text[line.start : line.end]):
            found.append(number)
    if len(found) < 2:
        return None
    before = lines[found[0] - 1] if found[0] else None
    leads = before and now.text[before.start : before.end].rstrip("* _").endswith((",", "，", "،"))
    return found[0] - 1 if leads else found[0]
