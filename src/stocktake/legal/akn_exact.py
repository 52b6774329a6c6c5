"""What we wrote ourselves as Akoma Ntoso, read back without loss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from stocktake.legal.akn_names import akn, given, ours
from stocktake.legal.akn_xml import name_of
from stocktake.legal.parsing import completed
from stocktake.lexicon.drafts import DraftWords
from stocktake.model import Draft, Provision, ProvisionKind, Role, Stretch

_ROLES = {
    "markup": Role.MARKUP,
    "number": Role.NUMBER,
    "layout": Role.NUMBER,
    "heading": Role.HEADING,
}


@dataclass(slots=True)
class _Read:
    """What has been read: words, their stretches, and the provisions, opened in order."""

    words: list[str] = field(default_factory=list)
    length: int = 0
    stretches: list[Stretch] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)

    def add(self, words: str, role: Role, provision: str | None) -> None:
        start, self.length = self.length, self.length + len(words)
        self.words.append(words)
        self.stretches.append(Stretch(start, self.length, role, provision))


def draft_in(document: etree._Element, words: DraftWords) -> Draft | None:
    """The draft that was written; None if it is another's, or was edited since."""
    exact = document.find(f"{akn('meta')}/{akn('proprietary')}/{ours('exact')}")
    if exact is None:
        return None
    try:
        draft = _draft(document, exact, words)
    except (ValueError, OverflowError):
        return None
    return draft if draft.id == exact.get("id") and _is_sound(draft) else None


def _draft(document: etree._Element, exact: etree._Element, words: DraftWords) -> Draft:
    found = _Read()
    _walk(document, found, None)
    text = "".join(found.words)
    place = _range(exact.get("title"))
    title = text[slice(*place)] if place else None
    return completed(text, found.provisions, found.stretches, title, words)


def _is_sound(draft: Draft) -> bool:
    """Whether each provision has an id of its own, and all ranges lie in the text."""
    ranges = [r for item in draft.provisions for r in (item.heading, item.verb) if r]
    ids = {item.id for item in draft.provisions}
    lies_within = all(0 <= start <= end <= len(draft.text) for start, end in ranges)
    return lies_within and len(ids) == len(draft.provisions)


def _walk(element: etree._Element, found: _Read, around: str | None) -> None:
    """Every text node in its order; its role is told by the element it stands in."""
    id_, place = around, len(found.provisions)
    opens = element.get(ours("kind")) is not None
    if opens:
        id_ = str(element.get("eId"))
        found.provisions.append(_provision(element, id_, around, found.length))
    for words in _texts(element, found, id_):
        found.add(words, *_role(element, id_))
    if opens:
        found.provisions[place] = replace(found.provisions[place], end=found.length)


def _texts(element: etree._Element, found: _Read, id_: str | None) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element.iterchildren(tag=etree.Element):
        if name_of(child) == "inline" and child.get("name") == "character":
            yield chr(int(str(child.get(ours("code"))), 16))
        elif name_of(child) != "meta":
            _walk(child, found, id_)
        if child.tail:
            yield child.tail


def _role(element: etree._Element, id_: str | None) -> tuple[Role, str | None]:
    name = name_of(element)
    if name == "inline":
        kind = str(element.get("name"))
        outside = (Role.BLANK if kind == "blank" else Role.UNPLACED, None)
        return (_ROLES[kind], id_) if kind in _ROLES else outside
    if name == "num":
        return Role.NUMBER, id_
    if name in ("heading", "docTitle"):
        return Role.HEADING, id_
    return (Role.TEXT, id_) if name == "p" else (Role.BLANK, None)


def _provision(element: etree._Element, id_: str, parent: str | None, start: int) -> Provision:
    label = element.get(ours("label"))
    return Provision(
        id=id_,
        kind=ProvisionKind(str(element.get(ours("kind")))),
        start=start,
        end=start,
        label=None if label is None else given(label),
        parent=parent,
        heading=_range(element.get(ours("heading"))),
        verb=_range(element.get(ours("verb"))),
    )


def _range(value: str | None) -> tuple[int, int] | None:
    if not value:
        return None
    start, _, end = value.partition(" ")
    return int(start), int(end)
