"""Akoma Ntoso 3.0 → Draft: our own files without loss, others as far as their structure goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from stocktake.errors import ReadError
from stocktake.legal.akn_names import AKN, FOREIGN, akn, ours
from stocktake.legal.parsing import completed
from stocktake.lexicon.drafts import DraftWords, draft_words
from stocktake.model import Draft, Provision, ProvisionKind, Role, Stretch

_ROLES = {"markup": Role.MARKUP, "number": Role.NUMBER, "heading": Role.HEADING}
_BLOCKS = ("num", "heading", "subheading", "crossHeading", "p", "docTitle", "li", "td", "th")
_SKIPPED = ("meta", "coverPage", "conclusions", "components")


@dataclass(slots=True)
class _Read:
    """What has been read: words, their stretches, and the provisions, opened in order."""

    words: list[str] = field(default_factory=list)
    length: int = 0
    stretches: list[Stretch] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)

    def add(self, words: str, role: Role, provision: str | None) -> None:
        if not words:
            return
        start, self.length = self.length, self.length + len(words)
        self.words.append(words)
        self.stretches.append(Stretch(start, self.length, role, provision))


def read(data: bytes, words: DraftWords | None = None) -> Draft:
    """The draft in an Akoma Ntoso document; ReadError if it is none, or is no sound XML.

    One that ``akn.write`` made gives back an equal Draft. Of others the hierarchy, numbers,
    headings and text are taken; a provision without an eId is given one.
    """
    root = _root(data)
    document = next(root.iterchildren(tag=etree.Element), None)
    if root.tag != akn("akomaNtoso") or document is None:
        raise ReadError(
            "this XML is no Akoma Ntoso 3.0 document.",
            remedy=f"Its outermost element must be akomaNtoso in the namespace {AKN}.",
        )
    exact = document.find(f"{akn('meta')}/{akn('proprietary')}/{ours('exact')}")
    found = _Read()
    if exact is None:
        _walk_foreign(document, found, None)
    else:
        _walk_exact(document, found)
    text = "".join(found.words)
    title = _title(document) if exact is None else _named_title(exact, text)
    return completed(text, found.provisions, found.stretches, title, words or draft_words())


def _root(data: bytes) -> etree._Element:
    """The XML, with no entity resolved and nothing fetched; a DOCTYPE is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(
            f"this is no sound XML: {error.msg}.", remedy="Open it in an XML editor and mend it."
        ) from error
    if root.getroottree().docinfo.doctype:
        raise ReadError("this XML has a DOCTYPE.", remedy="Take the DOCTYPE out of the file.")
    return root


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _walk_exact(element: etree._Element, found: _Read, around: str | None = None) -> None:
    """Every text node in its order; its role is told by the element it stands in."""
    id_ = around
    place = None
    if element.get(ours("kind")):
        id_ = str(element.get("eId"))
        place = len(found.provisions)
        found.provisions.append(_provision(element, id_, around, found.length))
    for words in _texts(element, found, id_):
        found.add(words, *_role(element, id_))
    if place is not None:
        opened = found.provisions[place]
        found.provisions[place] = _ended(opened, found.length)


def _texts(element: etree._Element, found: _Read, id_: str | None) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element.iterchildren(tag=etree.Element):
        if _name(child) == "inline" and child.get("name") == "character":
            yield chr(int(str(child.get(ours("code"))), 16))
        elif _name(child) != "meta":
            _walk_exact(child, found, id_)
        if child.tail:
            yield child.tail


def _role(element: etree._Element, id_: str | None) -> tuple[Role, str | None]:
    name = _name(element)
    if name == "inline":
        kind = str(element.get("name"))
        outside = (Role.BLANK if kind == "blank" else Role.UNPLACED, None)
        return (_ROLES[kind], id_) if kind in _ROLES else outside
    if name == "num":
        return Role.NUMBER, id_
    if name == "heading":
        return Role.HEADING, id_
    return (Role.TEXT, id_) if name == "p" else (Role.BLANK, None)


def _provision(element: etree._Element, id_: str, parent: str | None, start: int) -> Provision:
    return Provision(
        id=id_,
        kind=ProvisionKind(str(element.get(ours("kind")))),
        start=start,
        end=start,
        label=element.get(ours("label")),
        parent=parent,
        heading=_range(element.get(ours("heading"))),
        verb=_range(element.get(ours("verb"))),
    )


def _ended(provision: Provision, end: int) -> Provision:
    return replace(provision, end=end)


def _range(value: str | None) -> tuple[int, int] | None:
    if not value:
        return None
    start, _, end = value.partition(" ")
    return int(start), int(end)


def _named_title(exact: etree._Element, text: str) -> str | None:
    place = _range(exact.get("title"))
    return text[slice(*place)] if place else None


def _title(document: etree._Element) -> str | None:
    title = document.find(f".//{akn('docTitle')}")
    return _plain(title) if title is not None else None


def _walk_foreign(element: etree._Element, found: _Read, around: str | None) -> None:
    """Hierarchy, numbers, headings and blocks; each block is a line of the text."""
    name = _name(element)
    if name in _SKIPPED:
        return
    if name in _BLOCKS:
        _block(element, found, around)
        return
    kind = FOREIGN.get(name) or _named_kind(element)
    place = None
    if kind is not None:
        id_ = _fresh(element.get("eId") or f"{name}", found)
        num = element.find(akn("num"))
        label = _label(_plain(num)) if num is not None else None
        start = found.length + (1 if found.length else 0)
        place = len(found.provisions)
        found.provisions.append(Provision(id_, kind, start, start, label, around))
        around = id_
    for child in element.iterchildren(tag=etree.Element):
        _walk_foreign(child, found, around)
    if place is not None:
        opened = found.provisions[place]
        found.provisions[place] = _ended(opened, max(found.length, opened.start))


def _block(element: etree._Element, found: _Read, around: str | None) -> None:
    words = _plain(element)
    if not words:
        return
    if found.length:
        found.add("\n", Role.BLANK, None)
    role = {"num": Role.NUMBER, "p": Role.TEXT}.get(_name(element), Role.HEADING)
    role = Role.TEXT if _name(element) in ("li", "td", "th") else role
    start = found.length
    found.add(words, role if around else Role.UNPLACED, around)
    if role is Role.HEADING and around and found.provisions[-1].id == around:
        found.provisions[-1] = replace(found.provisions[-1], heading=(start, found.length))


def _plain(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _label(number: str) -> str | None:
    found = re.search(r"\w+(?:\.\w+)*\W*\Z", number)
    return re.sub(r"\W+\Z", "", found.group()) if found else None


def _named_kind(element: etree._Element) -> ProvisionKind | None:
    """An ``hcontainer`` with the name of one of our kinds."""
    known = {kind.value for kind in ProvisionKind}
    name = element.get("name")
    is_known = _name(element) == "hcontainer" and name in known
    return ProvisionKind(str(name)) if is_known else None


def _fresh(id_: str, found: _Read) -> str:
    count = found.names[id_] = found.names.get(id_, 0) + 1
    return id_ if count == 1 else f"{id_}-{count}"
