"""Names shared by writing and reading Akoma Ntoso 3.0, and which element each provision is."""

from __future__ import annotations

import re

from stocktake.model import ProvisionKind

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
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
    "subsection": ProvisionKind.SECTION,
    "clause": ProvisionKind.ARTICLE,
    "rule": ProvisionKind.ARTICLE,
    "subparagraph": ProvisionKind.POINT,
    "subclause": ProvisionKind.POINT,
    "indent": ProvisionKind.POINT,
    "alinea": ProvisionKind.POINT,
    "list": ProvisionKind.PARAGRAPH,
    "level": ProvisionKind.POINT,
    "alternative": ProvisionKind.OPTION,
    "recital": ProvisionKind.RECITAL,
    "citation": ProvisionKind.RECITAL,
    "formula": ProvisionKind.FORMULA,
    "preamble": ProvisionKind.PREAMBLE,
}
"""Elements of other writers' files, and the kind of provision that they are to us."""

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def akn(name: str) -> str:
    """The name of an element of Akoma Ntoso."""
    return f"{{{AKN}}}{name}"


def ours(name: str) -> str:
    """The name of an attribute of ours."""
    return f"{{{OURS}}}{name}"
