"""A draft while it is read: the tree so far, and where in it a line belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from stocktake.legal.lines import Line
from stocktake.legal.marks import Mark
from stocktake.legal.tree import Node
from stocktake.lexicon.drafts import DraftWords
from stocktake.model import ProvisionKind, Role

_LEADING = re.compile(r"[\s*_\[\](\"“]*")
_LEAVES = (ProvisionKind.RECITAL, ProvisionKind.FORMULA, ProvisionKind.NOTE)
_DEEPEST = 20
_LEVEL = 2
_FAR_ON = 3


@dataclass(slots=True)
class Reading:
    """The tree as far as it is read: *at* is the provision to which the last line went."""

    text: str
    words: DraftWords
    has_indents: bool
    root: Node = field(default_factory=lambda: Node(ProvisionKind.PART, [0, 0], column=-1))
    at: Node | None = None
    title: tuple[int, int] | None = None

    @property
    def last(self) -> Node:
        return self.at or self.root

    @property
    def unit(self) -> Node | None:
        """The unit with a heading in which we are."""
        return next((node for node in self.last.above() if node.rank < 9 and node.parent), None)

    @property
    def preamble(self) -> Node | None:
        """The preamble that is being read, if one is."""
        above = self.last.above()
        return next((node for node in above if node.kind is ProvisionKind.PREAMBLE), None)

    def open(self, around: Node, node: Node) -> Node:
        """Hang *node* below *around* and go on from it."""
        self.at = around.add(node)
        return node

    def append(self, node: Node, line: Line) -> None:
        """The line goes on with the text of *node*; below no provision it is unplaced."""
        role = Role.TEXT if node.parent else Role.UNPLACED
        node.own.append((line.start, line.end, role))
        if node.parent:
            node.grow(line.end)
            self.at = node

    def first_word(self, start: int, end: int) -> int:
        """Where words begin behind brackets and emphasis."""
        found = _LEADING.match(self.text, start, end)
        return found.end() if found else start

    def verb(self, kind: ProvisionKind, start: int, end: int) -> tuple[int, int] | None:
        """The opening verb of a paragraph, if *text[start:end]* begins with one."""
        is_recital = kind is ProvisionKind.RECITAL
        pattern = self.words.preambular if is_recital else self.words.operative
        found = pattern.match(self.text, self.first_word(start, end), end)
        return found.span() if found else None


def above_unit(reading: Reading, node: Node) -> Node:
    """Around a unit with a heading: what ranks higher, such as a part around an article."""
    above = reading.last.above()
    return next(item for item in above if item.parent is None or item.rank < min(node.rank, 9))


def around(reading: Reading, line: Line, mark: Mark) -> Node:
    """Below what a numbered line goes: beside the one whose count it carries on, or deeper."""
    if beside := _counted_on(reading, line, mark):
        return beside.parent or reading.root
    if reading.has_indents:
        return next(node for node in reading.last.above() if _is_left_of(node, line))
    alike = (node for node in reading.last.above() if _counts_alike(node, mark))
    same = None if _is_first(mark) else next(alike, None)
    return (same.parent or reading.root) if same else _deeper(reading, mark)


def continued(reading: Reading, line: Line) -> Node:
    """The provision whose text a line without a mark goes on with."""
    if not reading.has_indents:
        return reading.last
    return next(node for node in reading.last.above() if _is_left_of(node, line))


def holds_option_text(node: Node, line: Line) -> bool:
    """Whether a line stands below an option, which need not be indented for that."""
    return node.kind is ProvisionKind.OPTION and node.column <= line.indent


def depth_kind(around: Node, mark: Mark) -> ProvisionKind:
    """A paragraph if it is counted in figures right below a unit, else a point."""
    options = (node for node in around.above() if node.kind is not ProvisionKind.OPTION)
    holder = next(options, around)
    counts_figures = any(style.endswith(("1", "一")) for style, _ in mark.counts)
    is_deep = holder.kind in (ProvisionKind.PARAGRAPH, ProvisionKind.POINT)
    return ProvisionKind.PARAGRAPH if counts_figures and not is_deep else ProvisionKind.POINT


def _counted_on(reading: Reading, line: Line, mark: Mark) -> Node | None:
    """The one that the mark goes on counting from, on the same level, within the same unit."""
    drifted: Node | None = None
    for node in reading.last.above():
        if _carries_on(node, mark):
            if _is_level(reading, node, line):
                return node
            drifted = drifted or (node if _is_far_on(mark) else None)
        if node.rank < 9:
            break
    return drifted


def _is_far_on(mark: Mark) -> bool:
    """Whether a number is so high that it goes on a count, wherever its line begins on the page."""
    is_plain = (mark.label or "").isdecimal()
    return is_plain and all(value > _FAR_ON for _, value in mark.counts)


def _carries_on(node: Node, mark: Mark) -> bool:
    """2 after 1, and 2bis after 2; a bullet after a bullet."""
    before = dict(node.counts)
    steps = [value - before[style] for style, value in mark.counts if style in before]
    is_bullet = mark.label is None
    return any(
        step == 1 or (step == 0 and (is_bullet or mark.label != node.label)) for step in steps
    )


def _counts_alike(node: Node, mark: Mark) -> bool:
    return bool({style for style, _ in node.counts} & {style for style, _ in mark.counts})


def _is_first(mark: Mark) -> bool:
    return any(value == 1 for _, value in mark.counts)


def _is_level(reading: Reading, node: Node, line: Line) -> bool:
    return not reading.has_indents or abs(node.column - line.indent) <= _LEVEL


def _is_left_of(node: Node, line: Line) -> bool:
    """Whether a line so far to the right may stand below *node*."""
    if node.parent is None or node.rank < 9:
        return True
    if node.kind in _LEAVES and node.kind is not ProvisionKind.NOTE:
        return False
    may_hold = node.depth < _DEEPEST
    return may_hold and (node.column < line.indent or holds_option_text(node, line))


def _deeper(reading: Reading, mark: Mark) -> Node:
    """Below what was read last, unless that can hold nothing or counts in the same way."""
    last = reading.last
    styles = {style for style, value in mark.counts if value == 1 or not _is_first(mark)}
    counts_alike = bool(styles & {style for style, _ in last.counts})
    is_leaf = last.kind in _LEAVES or last.depth >= _DEEPEST
    return (last.parent or reading.root) if is_leaf or counts_alike else last
