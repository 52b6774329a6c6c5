"""What stands in one provision as Akoma Ntoso: number, heading, lines of text, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from stocktake.legal.akn_names import ILLEGAL, akn, held
from stocktake.legal.outline import Item
from stocktake.legal.pen import Pen
from stocktake.model import Draft, Role, Stretch

_LAYOUT = re.compile(r"[#*]+ *|[^#*]+")
_LEAD = (Role.NUMBER, Role.HEADING, Role.MARKUP)
_INLINE = {
    Role.MARKUP: "markup",
    Role.NUMBER: "number",
    Role.HEADING: "heading",
    Role.UNPLACED: "unplaced",
    Role.BLANK: "blank",
}


def leading(items: Sequence[Item | Stretch]) -> int:
    """How many stretches stand before the first provision."""
    found = (number for number, item in enumerate(items) if isinstance(item, Item))
    return next(found, len(items))


def stretches(items: Iterable[Item | Stretch]) -> list[Stretch]:
    """Those that are no provisions."""
    return [item for item in items if isinstance(item, Stretch)]


def filled(draft: Draft, own: Sequence[Stretch]) -> list[Stretch]:
    """Without the blanks at the end."""
    last = max((n for n, part in enumerate(own) if not is_blank(draft, part)), default=-1)
    return list(own[: last + 1])


def note(pen: Pen, draft: Draft, item: Item) -> None:
    """A footnote where it stands in the text, as the standard's note."""
    rest = lead(pen, draft, stretches(item.parts))
    solid = filled(draft, rest)
    look = {"marker": held(item.provision.label or ""), "placement": "bottom"}
    with pen.element("content"), pen.element("p"), pen.element("authorialNote", **look):
        _lines_or_none(pen, draft, solid)
    blanks(pen, draft, rest[len(solid) :])


def content(pen: Pen, draft: Draft, own: Sequence[Stretch], is_wrapped: bool) -> None:
    """The number and heading of a provision without any below it, and its lines."""
    rest = lead(pen, draft, own)
    if is_wrapped:
        wrapped(pen, draft, rest, "content", always=True)
    else:
        _lines_or_none(pen, draft, rest)


def _lines_or_none(pen: Pen, draft: Draft, own: Sequence[Stretch]) -> None:
    lines(pen, draft, own)
    if not own:
        with pen.element("p"):
            pass


def lead(pen: Pen, draft: Draft, own: Sequence[Stretch]) -> list[Stretch]:
    """Write the number and the heading that lead; give back what stands behind them."""
    place = 0
    while place < len(own) and own[place].role in (*_LEAD, Role.BLANK):
        run = _run(own, place)
        roles = {part.role for part in run}
        if Role.NUMBER in roles:
            with pen.element("num"):
                _number(pen, draft, own[place])
        elif Role.HEADING in roles:
            with pen.element("heading"):
                _inline(pen, draft, run)
        elif roles == {Role.BLANK} and not is_odd(draft, own[place]):
            blanks(pen, draft, run)
        else:
            break
        place += len(run)
    return list(own[place:])


def _run(own: Sequence[Stretch], place: int) -> list[Stretch]:
    """A number or a blank alone; else markup and headings on one line."""
    if own[place].role in (Role.NUMBER, Role.BLANK):
        return [own[place]]
    run: list[Stretch] = []
    for part in own[place:]:
        if part.role not in (Role.MARKUP, Role.HEADING):
            break
        run.append(part)
    return run


def wrapped(
    pen: Pen, draft: Draft, own: Sequence[Stretch], name: str, always: bool = False
) -> None:
    """Lines in an element *name*, which is left out where there are none unless *always* wanted."""
    solid = filled(draft, own)
    if solid or always:
        with pen.element(name):
            lines(pen, draft, solid)
    blanks(pen, draft, own[len(solid) :])


def lines(pen: Pen, draft: Draft, own: Sequence[Stretch]) -> None:
    """One ``p`` a line; the ends of lines are white space between them."""
    for is_break, run in groupby(own, lambda part: _is_break(draft, part)):
        parts = list(run)
        if is_break:
            blanks(pen, draft, parts)
        else:
            with pen.element("p"):
                _inline(pen, draft, parts)


def _number(pen: Pen, draft: Draft, part: Stretch) -> None:
    """A number; marks of Markdown in it are told apart, so that others can leave them out."""
    for found in _LAYOUT.finditer(draft.text, part.start, part.end):
        piece = replace(part, start=found.start(), end=found.end())
        if found.group().strip("#* "):
            pen.write(draft.text, piece)
        else:
            with pen.element("inline", name="layout"):
                pen.write(draft.text, piece)


def _inline(pen: Pen, draft: Draft, parts: Iterable[Stretch]) -> None:
    for part in parts:
        name = _INLINE.get(part.role)
        is_heading = part.role is Role.HEADING and pen.here.tag == akn("heading")
        if name is None or is_heading:
            pen.write(draft.text, part)
        elif part.role is Role.HEADING and part.provision_id is None:
            with pen.element("docTitle"):
                pen.write(draft.text, part)
        else:
            with pen.element("inline", name=name):
                pen.write(draft.text, part)


def blanks(pen: Pen, draft: Draft, parts: Iterable[Stretch]) -> None:
    """White space between elements."""
    for part in parts:
        pen.space(draft.text[part.start : part.end])


def _is_break(draft: Draft, part: Stretch) -> bool:
    return is_blank(draft, part) and "\n" in draft.text[part.start : part.end]


def is_blank(draft: Draft, part: Stretch) -> bool:
    """Whether it can be white space between elements."""
    return part.role is Role.BLANK and not is_odd(draft, part)


def is_odd(draft: Draft, part: Stretch) -> bool:
    """Whether a blank holds what XML does not take for white space between elements."""
    words = draft.text[part.start : part.end]
    if part.role is not Role.BLANK:
        return False
    return ILLEGAL.search(words) is not None or bool(words.strip(" \t\r\n"))
