"""A feed as Atom (RFC 4287): ids that stay, times from the data, no clock and no address."""

from __future__ import annotations

import re
import uuid
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from stocktake.model import Feed, FeedEntry

SPACE = "http://www.w3.org/2005/Atom"
_NAMES = uuid.uuid5(uuid.NAMESPACE_OID, "stocktake")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_DAY = date(1970, 1, 1)


def atom(feed: Feed) -> bytes:
    """The feed as one XML document, UTF-8.

    An id is a UUID made of the entry's key alone; ``updated`` is the start of the entry's day in
    UTC. A feed without entries is dated 1970-01-01, since Atom asks for a date.
    """
    root = Element("feed", xmlns=SPACE)
    _text(root, "id", _id(feed.key))
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", _time(max((entry.day for entry in feed.entries), default=_NO_DAY)))
    _author(root, feed.title)
    _text(root, "generator", "stocktake")
    for entry in feed.entries:
        _entry(root, entry)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, "unicode")}\n'.encode()


def _entry(root: Element, entry: FeedEntry) -> None:
    made = SubElement(root, "entry")
    _text(made, "id", _id(entry.key))
    _text(made, "title", entry.title)
    _text(made, "updated", _time(entry.day))
    for name in entry.authors:
        _author(made, name)
    SubElement(made, "category", term=_plain(entry.kind))
    SubElement(made, "content", type="text").text = _plain(entry.text)


def _author(parent: Element, name: str) -> None:
    _text(SubElement(parent, "author"), "name", name)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _plain(text)


def _plain(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _id(key: str) -> str:
    return uuid.uuid5(_NAMES, key).urn


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
