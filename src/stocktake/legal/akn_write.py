"""Draft → Akoma Ntoso 3.0, without loss: the text nodes of the document are the draft's text.

A draft is a ``statement``, as the United Nations' guidelines (AKN4UN) have it for texts that are
not law yet. Blanks between provisions are white space between elements; what the standard has no
place for is in attributes of a namespace of ours, which its schema allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from stocktake.legal.akn_meta import Version, add_meta
from stocktake.legal.akn_names import AKN, HIERARCHY, ILLEGAL, OURS, akn, ours
from stocktake.legal.marking import Marks
from stocktake.legal.outline import Item, outline
from stocktake.legal.pen import Pen
from stocktake.model import Draft, Provision, ProvisionKind, Role, Stretch

_LEAD = (Role.NUMBER, Role.HEADING, Role.MARKUP)
_INLINE = {
    Role.MARKUP: "markup",
    Role.NUMBER: "number",
    Role.HEADING: "heading",
    Role.UNPLACED: "unplaced",
    Role.BLANK: "blank",
}
_SIMPLE = (ProvisionKind.RECITAL, ProvisionKind.FORMULA)


def write(draft: Draft, version: Version | None = None) -> bytes:
    """The draft as an Akoma Ntoso document in UTF-8, valid against the schema of version 3.0."""
    root = etree.Element(akn("akomaNtoso"), nsmap={None: AKN, "st": OURS})
    pen = Pen(root, Marks.of(draft))
    with pen.element("statement", name="draft"):
        add_meta(pen.here, draft, version or Version())
        _body(pen, draft)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _body(pen: Pen, draft: Draft) -> None:
    """The preface up to the first provision, a plain preamble, then the main body."""
    items = list(outline(draft))
    lead = _leading(items)
    if any(item.role is not Role.BLANK for item in items[:lead] if isinstance(item, Stretch)):
        with pen.element("preface"):
            _lines(pen, draft, _stretches(items[:lead]))
    else:
        _blanks(pen, draft, _stretches(items[:lead]))
    rest = items[lead:]
    if rest and isinstance(rest[0], Item) and _is_plain_preamble(draft, rest[0]):
        _preamble(pen, draft, rest[0])
        rest = rest[1:]
    with pen.element("mainBody"):
        _children(pen, draft, rest, "body")
        if not len(pen.here):
            with pen.element("p"):
                pass


def _leading(items: Sequence[Item | Stretch]) -> int:
    found = (number for number, item in enumerate(items) if isinstance(item, Item))
    return next(found, len(items))


def _stretches(items: Iterable[Item | Stretch]) -> list[Stretch]:
    return [item for item in items if isinstance(item, Stretch)]


def _is_plain_preamble(draft: Draft, item: Item) -> bool:
    """Whether a preamble holds nothing but recitals and formulas, which the standard knows."""
    if item.provision.kind is not ProvisionKind.PREAMBLE:
        return False
    leaves = [part for part in item.parts if isinstance(part, Item)]
    own = _stretches([*item.parts, *(part for leaf in leaves for part in leaf.parts)])
    is_plain = all(leaf.provision.kind in _SIMPLE for leaf in leaves)
    has_children = any(isinstance(part, Item) for leaf in leaves for part in leaf.parts)
    roles = {Role.TEXT, Role.MARKUP, Role.NUMBER, Role.HEADING, Role.BLANK}
    is_known = all(part.role in roles and not _is_odd(draft, part) for part in own)
    first = next((n for n, part in enumerate(item.parts) if isinstance(part, Item)), 0)
    tail = _stretches(item.parts[first:])
    return is_plain and is_known and not has_children and all(s.role is Role.BLANK for s in tail)


def _preamble(pen: Pen, draft: Draft, item: Item) -> None:
    with pen.element("preamble", **_identity(item.provision)):
        _ours(pen, item.provision)
        lead = _leading(item.parts)
        own = _stretches(item.parts[:lead])
        if any(part.role is not Role.BLANK for part in own):
            with pen.element("container", name="heading"):
                _lines(pen, draft, _trimmed(own))
            _blanks(pen, draft, own[len(_trimmed(own)) :])
        for is_recital, parts in groupby(item.parts[lead:], _is_recital):
            if is_recital:
                with pen.element("recitals"):
                    _leaves(pen, draft, parts)
            else:
                _leaves(pen, draft, parts)
        if not len(pen.here):
            with pen.element("p"):
                pass


def _is_recital(part: Item | Stretch) -> bool:
    return isinstance(part, Item) and part.provision.kind is ProvisionKind.RECITAL


def _trimmed(own: Sequence[Stretch]) -> list[Stretch]:
    """Without the blanks at the end."""
    last = max((n for n, part in enumerate(own) if part.role is not Role.BLANK), default=-1)
    return list(own[: last + 1])


def _leaves(pen: Pen, draft: Draft, parts: Iterable[Item | Stretch]) -> None:
    for part in parts:
        if isinstance(part, Stretch):
            _blanks(pen, draft, [part])
            continue
        name = part.provision.kind.value
        named = {"name": name} if part.provision.kind is ProvisionKind.FORMULA else {}
        with pen.element(name, **_identity(part.provision), **named):
            _ours(pen, part.provision)
            _own(pen, draft, _stretches(part.parts), wrapped=False)


def _children(pen: Pen, draft: Draft, items: Sequence[Item | Stretch], around: str) -> None:
    """Provisions one behind the other, with what stands between them in containers of its own."""
    count = 0
    for is_stretch, run in groupby(items, lambda item: isinstance(item, Stretch)):
        parts = list(run)
        if not is_stretch:
            for part in parts:
                if isinstance(part, Item):
                    _provision(pen, draft, part)
            continue
        count += 1
        _text_between(pen, draft, _stretches(parts), f"{around}__text_{count}")


def _text_between(pen: Pen, draft: Draft, own: Sequence[Stretch], id_: str) -> None:
    first = next((n for n, part in enumerate(own) if not _is_blank(draft, part)), len(own))
    _blanks(pen, draft, own[:first])
    solid = _solid(draft, own[first:])
    if solid:
        with pen.element("hcontainer", eId=id_, name="text"), pen.element("content"):
            _lines(pen, draft, solid)
    _blanks(pen, draft, own[first + len(solid) :])


def _solid(draft: Draft, own: Sequence[Stretch]) -> list[Stretch]:
    last = max((n for n, part in enumerate(own) if not _is_blank(draft, part)), default=-1)
    return list(own[: last + 1])


def _provision(pen: Pen, draft: Draft, item: Item) -> None:
    kind = item.provision.kind
    named = {} if kind in HIERARCHY else {"name": kind.value}
    with pen.element(HIERARCHY.get(kind, "hcontainer"), **_identity(item.provision), **named):
        _ours(pen, item.provision)
        first = _leading(item.parts)
        if first == len(item.parts):
            _own(pen, draft, _stretches(item.parts), wrapped=True)
            return
        lead = _lead(pen, draft, _stretches(item.parts[:first]))
        _wrapped(pen, draft, lead, "intro")
        last = max(n for n, part in enumerate(item.parts) if isinstance(part, Item)) + 1
        _children(pen, draft, item.parts[first:last], item.provision.id)
        _wrapped(pen, draft, _stretches(item.parts[last:]), "wrapUp")


def _own(pen: Pen, draft: Draft, own: Sequence[Stretch], wrapped: bool) -> None:
    rest = _lead(pen, draft, own)
    if wrapped:
        _wrapped(pen, draft, rest, "content", always=True)
    else:
        _lines(pen, draft, rest)
        if not rest:
            with pen.element("p"):
                pass


def _lead(pen: Pen, draft: Draft, own: Sequence[Stretch]) -> list[Stretch]:
    """Write the number and the heading that lead; give back what stands behind them."""
    place = 0
    while place < len(own) and own[place].role in (*_LEAD, Role.BLANK):
        run = _run(own, place)
        roles = {part.role for part in run}
        if Role.NUMBER in roles:
            with pen.element("num"):
                pen.write(draft.text, own[place])
        elif Role.HEADING in roles:
            with pen.element("heading"):
                _inline(pen, draft, run)
        elif roles == {Role.BLANK} and not _is_odd(draft, own[place]):
            _blanks(pen, draft, run)
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


def _wrapped(
    pen: Pen, draft: Draft, own: Sequence[Stretch], name: str, always: bool = False
) -> None:
    solid = _solid(draft, own)
    if solid or always:
        with pen.element(name):
            _lines(pen, draft, solid)
    _blanks(pen, draft, own[len(solid) :])


def _lines(pen: Pen, draft: Draft, own: Sequence[Stretch]) -> None:
    """One ``p`` a line; the ends of lines are white space between them."""
    for is_break, run in groupby(own, lambda part: _is_break(draft, part)):
        parts = list(run)
        if is_break:
            _blanks(pen, draft, parts)
        else:
            with pen.element("p"):
                _inline(pen, draft, parts)


def _inline(pen: Pen, draft: Draft, parts: Iterable[Stretch]) -> None:
    for part in parts:
        name = _INLINE.get(part.role)
        is_heading = part.role is Role.HEADING and pen.here.tag == akn("heading")
        if name is None or is_heading:
            pen.write(draft.text, part)
        else:
            with pen.element("inline", name=name):
                pen.write(draft.text, part)


def _blanks(pen: Pen, draft: Draft, parts: Iterable[Stretch]) -> None:
    for part in parts:
        pen.space(draft.text[part.start : part.end])


def _is_break(draft: Draft, part: Stretch) -> bool:
    return _is_blank(draft, part) and "\n" in draft.text[part.start : part.end]


def _is_blank(draft: Draft, part: Stretch) -> bool:
    return part.role is Role.BLANK and not _is_odd(draft, part)


def _is_odd(draft: Draft, part: Stretch) -> bool:
    """Whether a blank holds what XML does not take for white space between elements."""
    words = draft.text[part.start : part.end]
    if part.role is not Role.BLANK:
        return False
    return ILLEGAL.search(words) is not None or bool(words.strip(" \t\r\n"))


def _identity(provision: Provision) -> dict[str, str]:
    return {"eId": provision.id}


def _ours(pen: Pen, provision: Provision) -> None:
    """What the standard has no place for."""
    for name, value in _further(provision):
        pen.here.set(ours(name), value)


def _further(provision: Provision) -> Iterator[tuple[str, str]]:
    yield ("kind", provision.kind.value)
    if provision.label is not None:
        yield ("label", provision.label)
    if provision.heading:
        yield ("heading", f"{provision.heading[0]} {provision.heading[1]}")
    if provision.verb:
        yield ("verb", f"{provision.verb[0]} {provision.verb[1]}")
