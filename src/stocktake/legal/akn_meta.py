"""What an Akoma Ntoso document tells of itself: names by the naming convention, date, author."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from stocktake.legal.akn_names import akn, ours
from stocktake.model import Draft


@dataclass(frozen=True, slots=True)
class Version:
    """What is told of a draft in the XML: *date* as YYYY-MM-DD, *language* as ISO 639-2 code."""

    name: str = "draft"
    date: str = "0001-01-01"
    language: str = "eng"
    author: str = "stocktake"


def add_meta(statement: etree._Element, draft: Draft, version: Version) -> None:
    """Add what identifies the draft, by work, expression and manifestation (FRBR)."""
    meta = etree.SubElement(statement, akn("meta"))
    identification = etree.SubElement(meta, akn("identification"), source="#stocktake")
    work = f"/akn/un/statement/draft/{version.date}/{draft.id}"
    expression = f"{work}/{version.language}@{version.date}"
    parts = (("Work", work), ("Expression", expression), ("Manifestation", f"{expression}.xml"))
    for part, uri in parts:
        level = etree.SubElement(identification, akn(f"FRBR{part}"))
        etree.SubElement(level, akn("FRBRthis"), value=f"{uri}/!main" if part == "Work" else uri)
        etree.SubElement(level, akn("FRBRuri"), value=uri)
        etree.SubElement(level, akn("FRBRdate"), date=version.date, name=version.name)
        etree.SubElement(level, akn("FRBRauthor"), href="#stocktake")
        if part == "Work":
            etree.SubElement(level, akn("FRBRcountry"), value="un")
        if part == "Expression":
            etree.SubElement(level, akn("FRBRlanguage"), language=version.language)
    references = etree.SubElement(meta, akn("references"), source="#stocktake")
    organization = {"eId": "stocktake", "href": "/ontology/organization/stocktake"}
    etree.SubElement(references, akn("TLCOrganization"), organization, showAs=version.author)
    proprietary = etree.SubElement(meta, akn("proprietary"), source="#stocktake")
    exact = etree.SubElement(proprietary, ours("exact"))
    if draft.title is not None:
        start = draft.text.index(draft.title)
        exact.set("title", f"{start} {start + len(draft.title)}")
