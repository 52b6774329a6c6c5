"""Draft → Akoma Ntoso 3.0, without loss: the text nodes of the document are the draft's text.

A draft is a ``statement``, as the United Nations' guidelines (AKN4UN) have it for texts that are
not law yet. Blanks between provisions are white space between elements; what the standard has no
place for is in attributes of a namespace of ours, which its schema allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from stocktake.legal import akn_blocks as blocks
from stocktake.legal.akn_meta import Version, add_meta
from stocktake.legal.akn_names import AKN, HIERARCHY, OURS, akn, held, ours
from stocktake.legal.marking import Marks
from stocktake.legal.outline import Item, outline
from stocktake.legal.pen import Pen
from stocktake.model import Draft, Provision, ProvisionKind, Role, Stretch

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
    lead = blocks.leading(items)
    if any(item.role is not Role.BLANK for item in items[:lead] if isinstance(item, Stretch)):
        with pen.element("preface"):
            blocks.lines(pen, draft, blocks.stretches(items[:lead]))
    else:
        blocks.blanks(pen, draft, blocks.stretches(items[:lead]))
    rest = items[lead:]
    if rest and isinstance(rest[0], Item) and _is_plain_preamble(draft, rest[0]):
        _preamble(pen, draft, rest[0])
        rest = rest[1:]
    with pen.element("mainBody"):
        _children(pen, draft, rest, "body")
        if not len(pen.here):
            with pen.element("p"):
                pass


def _is_plain_preamble(draft: Draft, item: Item) -> bool:
    """Whether a preamble holds nothing but recitals and formulas, which the standard knows."""
    if item.provision.kind is not ProvisionKind.PREAMBLE:
        return False
    leaves = [part for part in item.parts if isinstance(part, Item)]
    own = blocks.stretches([*item.parts, *(part for leaf in leaves for part in leaf.parts)])
    is_plain = all(leaf.provision.kind in _SIMPLE for leaf in leaves)
    has_children = any(isinstance(part, Item) for leaf in leaves for part in leaf.parts)
    roles = {Role.TEXT, Role.MARKUP, Role.NUMBER, Role.HEADING, Role.BLANK}
    is_known = all(part.role in roles and not blocks.is_odd(draft, part) for part in own)
    first = next((n for n, part in enumerate(item.parts) if isinstance(part, Item)), 0)
    tail = blocks.stretches(item.parts[first:])
    return is_plain and is_known and not has_children and all(s.role is Role.BLANK for s in tail)


def _preamble(pen: Pen, draft: Draft, item: Item) -> None:
    with pen.element("preamble", **_identity(item.provision)):
        _ours(pen, item.provision)
        lead = blocks.leading(item.parts)
        own = blocks.stretches(item.parts[:lead])
        if any(part.role is not Role.BLANK for part in own):
            with pen.element("container", name="heading"):
                blocks.lines(pen, draft, blocks.filled(draft, own))
            blocks.blanks(pen, draft, own[len(blocks.filled(draft, own)) :])
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


def _leaves(pen: Pen, draft: Draft, parts: Iterable[Item | Stretch]) -> None:
    for part in parts:
        if isinstance(part, Stretch):
            blocks.blanks(pen, draft, [part])
            continue
        name = part.provision.kind.value
        named = {"name": name} if part.provision.kind is ProvisionKind.FORMULA else {}
        with pen.element(name, **_identity(part.provision), **named):
            _ours(pen, part.provision)
            blocks.content(pen, draft, blocks.stretches(part.parts), is_wrapped=False)


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
        _text_between(pen, draft, blocks.stretches(parts), f"{around}__text_{count}")


def _text_between(pen: Pen, draft: Draft, own: Sequence[Stretch], id_: str) -> None:
    first = next((n for n, part in enumerate(own) if not blocks.is_blank(draft, part)), len(own))
    blocks.blanks(pen, draft, own[:first])
    solid = blocks.filled(draft, own[first:])
    if solid:
        with pen.element("hcontainer", eId=id_, name="text"), pen.element("content"):
            blocks.lines(pen, draft, solid)
    blocks.blanks(pen, draft, own[first + len(solid) :])


def _provision(pen: Pen, draft: Draft, item: Item) -> None:
    kind = item.provision.kind
    named = {} if kind in HIERARCHY else {"name": kind.value}
    with pen.element(HIERARCHY.get(kind, "hcontainer"), **_identity(item.provision), **named):
        _ours(pen, item.provision)
        first = blocks.leading(item.parts)
        if first == len(item.parts) and kind is ProvisionKind.NOTE:
            blocks.note(pen, draft, item)
            return
        if first == len(item.parts):
            blocks.content(pen, draft, blocks.stretches(item.parts), is_wrapped=True)
            return
        lead = blocks.lead(pen, draft, blocks.stretches(item.parts[:first]))
        blocks.wrapped(pen, draft, lead, "intro")
        last = max(n for n, part in enumerate(item.parts) if isinstance(part, Item)) + 1
        _children(pen, draft, item.parts[first:last], item.provision.id)
        blocks.wrapped(pen, draft, blocks.stretches(item.parts[last:]), "wrapUp")


def _identity(provision: Provision) -> dict[str, str]:
    return {"eId": provision.id}


def _ours(pen: Pen, provision: Provision) -> None:
    """What the standard has no place for."""
    for name, value in _further(provision):
        pen.here.set(ours(name), value)


def _further(provision: Provision) -> Iterator[tuple[str, str]]:
    yield ("kind", provision.kind.value)
    if provision.label is not None:
        yield ("label", held(provision.label))
    if provision.heading:
        yield ("heading", f"{provision.heading[0]} {provision.heading[1]}")
    if provision.verb:
        yield ("verb", f"{provision.verb[0]} {provision.verb[1]}")
