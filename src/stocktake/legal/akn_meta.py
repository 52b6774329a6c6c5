"""What an Akoma Ntoso document tells of itself: work, expression and manifestation (FRBR).

IRIs are made by the naming convention of Akoma Ntoso (AKN-NC 1.0), with ``un`` for the country as
the United Nations' guidelines (AKN4UN) have it. The negotiated text is the work; each version of
it is an expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from stocktake.legal.akn_names import akn, held, ours
from stocktake.model import Draft

UNDATED = "0001-01-01"
_MEDIA_TYPE = "application/akn+xml"
_LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
_NO_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Version:
    """What is told of a draft in the XML.

    *name* is the short name of the text that is negotiated, *label* that of this version (empty:
    none); *date* (YYYY-MM-DD) is that of the version, *begun* that of the first one, if known.
    *language* is an ISO 639 code of two or three letters; *author* the body that issued it.
    """

    name: str = ""
    date: str = UNDATED
    language: str = "en"
    author: str = "stocktake"
    label: str = ""
    begun: str = ""


def add_meta(statement: etree._Element, draft: Draft, version: Version) -> None:
    """Add what identifies the draft, who made the file, and where its title stands."""
    meta = etree.SubElement(statement, akn("meta"))
    identification = etree.SubElement(meta, akn("identification"), source="#stocktake")
    for name, (this, uri), date, further in _levels(draft, version):
        level = etree.SubElement(identification, akn(f"FRBR{name}"))
        etree.SubElement(level, akn("FRBRthis"), value=this)
        etree.SubElement(level, akn("FRBRuri"), value=uri)
        etree.SubElement(level, akn("FRBRdate"), date=date, name=name.lower())
        etree.SubElement(level, akn("FRBRauthor"), {"href": "#author", "as": "#author-role"})
        for tag, attributes in further:
            etree.SubElement(level, akn(tag), attributes)
    _references(meta, version)
    _exact(meta, draft)


Level = tuple[str, tuple[str, str], str, list[tuple[str, dict[str, str]]]]


def _levels(draft: Draft, version: Version) -> Iterator[Level]:
    """The name of each level, its IRIs (with and without the component), its date, and more."""
    begun = version.begun or version.date
    name = _slug(version.name) or draft.id
    work = f"/akn/un/statement/draft/{_slug(version.author) or 'un'}/{begun}/{name}"
    language = _LANGUAGES.get(version.language, version.language)
    text = f"{work}/{language}@{version.date}"
    label = [("FRBRversionNumber", _value(version.label))] if version.label else []
    no = ("FRBRauthoritative", {"value": "false"})
    yield (
        "Work",
        (f"{work}/!main", work),
        begun,
        [
            ("FRBRcountry", {"value": "un"}),
            ("FRBRsubtype", {"value": "draft"}),
            ("FRBRname", {"value": name}),
            ("FRBRprescriptive", {"value": "false"}),
            no,
        ],
    )
    yield (
        "Expression",
        (f"{text}/!main", text),
        version.date,
        [*label, no, ("FRBRlanguage", {"language": language})],
    )
    yield (
        "Manifestation",
        (f"{text}/!main.xml", f"{text}.xml"),
        version.date,
        [("FRBRformat", {"value": _MEDIA_TYPE})],
    )


def _references(meta: etree._Element, version: Version) -> None:
    references = etree.SubElement(meta, akn("references"), source="#stocktake")
    author = _slug(version.author) or "un"
    known = (
        ("TLCOrganization", "author", f"organization/{author}", version.author),
        ("TLCRole", "author-role", "role/author", "author"),
        ("TLCObject", "stocktake", "object/stocktake", "stocktake"),
    )
    for tag, id_, place, shown in known:
        attributes = {"eId": id_, "href": f"/akn/ontology/{place}", "showAs": held(shown)}
        etree.SubElement(references, akn(tag), attributes)


def _exact(meta: etree._Element, draft: Draft) -> None:
    """By what our own reader knows that the file is as it was written."""
    proprietary = etree.SubElement(meta, akn("proprietary"), source="#stocktake")
    exact = etree.SubElement(proprietary, ours("exact"), id=draft.id)
    start = draft.text.find(draft.title) if draft.title else -1
    if draft.title and start >= 0:
        exact.set("title", f"{start} {start + len(draft.title)}")


def _value(words: str) -> dict[str, str]:
    return {"value": held(words)}


def _slug(words: str) -> str:
    return _NO_SLUG.sub("-", words.lower()).strip("-")
