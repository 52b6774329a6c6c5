"""Names shared by writing and reading Akoma Ntoso 3.0, and which element each provision is."""

from __future__ import annotations

import re

from stocktake.model import ProvisionKind

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
NAMESPACES = (AKN, "http://www.akomantoso.org/2.0")
"""What the namespace of a file that is read may begin with: drafts of 3.0, and version 2."""
OURS = "urn:stocktake:draft:1"
"""The namespace of what Akoma Ntoso has no place for: labels, ranges, kinds."""

HIERARCHY = {
    ProvisionKind.PART: "part",
    ProvisionKind.CHAPTER: "chapter",
    ProvisionKind.SECTION: "section",
    ProvisionKind.ARTICLE: "article",
    ProvisionKind.PARAGRAPH: "paragraph",
    ProvisionKind.POINT: "point",
}
"""The others are an ``hcontainer`` with the name of their kind."""

FOREIGN = {
    **{name: kind for kind, name in HIERARCHY.items()},
    "book": ProvisionKind.PART,
    "tome": ProvisionKind.PART,
    "title": ProvisionKind.PART,
    "division": ProvisionKind.SECTION,
    "subpart": ProvisionKind.CHAPTER,
    "subchapter": ProvisionKind.SECTION,
    "subtitle": ProvisionKind.SECTION,
    "subdivision": ProvisionKind.SECTION,
    "subsection": ProvisionKind.SECTION,
    "clause": ProvisionKind.ARTICLE,
    "rule": ProvisionKind.ARTICLE,
    "subrule": ProvisionKind.PARAGRAPH,
    "subparagraph": ProvisionKind.POINT,
    "subclause": ProvisionKind.POINT,
    "transitional": ProvisionKind.PARAGRAPH,
    "indent": ProvisionKind.POINT,
    "alinea": ProvisionKind.POINT,
    "level": ProvisionKind.POINT,
    "item": ProvisionKind.POINT,
    "alternative": ProvisionKind.OPTION,
    "recital": ProvisionKind.RECITAL,
    "citation": ProvisionKind.RECITAL,
    "formula": ProvisionKind.FORMULA,
    "preamble": ProvisionKind.PREAMBLE,
    "attachment": ProvisionKind.ANNEX,
    "component": ProvisionKind.ANNEX,
    "annex": ProvisionKind.ANNEX,
}
"""Elements of other writers' files, and the kind of provision that they are to us."""

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""
_UNHELD = re.compile(f"%|{ILLEGAL.pattern}")
_HELD = re.compile("%([0-9a-f]{1,6});")


def akn(name: str) -> str:
    """The name of an element of Akoma Ntoso."""
    return f"{{{AKN}}}{name}"


def ours(name: str) -> str:
    """The name of an attribute of ours."""
    return f"{{{OURS}}}{name}"


def held(value: str) -> str:
    """A value that an attribute can hold: what XML cannot hold is written as ``%`` code ``;``."""
    return _UNHELD.sub(lambda found: f"%{ord(found.group()):x};", value)


def given(value: str) -> str:
    """What ``held`` made a value of."""
    return _HELD.sub(lambda found: chr(int(found[1], 16)), value)
