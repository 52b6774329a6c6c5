"""The evidence as W3C Web Annotations: each statement an annotation on the words that prove it.

Web Annotation Data Model (W3C Recommendation, 2017) in JSON-LD, with PROV-O for how it came to be.
Sources are ``urn:sha256:…`` of an input's bytes; positions count in the text that was read from it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any, ClassVar
from urllib.parse import quote

from stocktake.exporters.material import Files, Material
from stocktake.model import Assignment, Document, Quotation, Statement, StatementActor

NAME = "evidence.jsonld"
ANNOTATIONS = "http://www.w3.org/ns/anno.jsonld"
TERMS = {
    "prov": "http://www.w3.org/ns/prov#",
    "stocktake": "urn:stocktake:terms:",
}
PAGES = "http://tools.ietf.org/rfc/rfc3778"
AROUND = 32
Json = dict[str, Any]


class WebAnnotationExporter:
    """Writes ``evidence.jsonld``: an AnnotationCollection on one page."""

    media_type: ClassVar[str] = "application/ld+json"

    def export(self, material: Material) -> Files:
        text = json.dumps(_collection(material), ensure_ascii=False, indent=1)
        return {NAME: f"{text}\n".encode("utf-8", "replace")}


def _collection(material: Material) -> Json:
    stock = material.stock
    collection = _urn("stock", stock.digest)
    about: dict[str, list[Assignment]] = defaultdict(list)
    for assignment in stock.assignments:
        about[assignment.statement_id].append(assignment)
    reviewers: dict[str, list[str]] = defaultdict(list)
    for review in stock.reviews:
        reviewers[review.record_id].append(review.reviewer)
    items = []
    for statement in stock.statements:
        annotation = _annotation(statement, material, about[statement.id])
        items.append(annotation | _people(reviewers[statement.id]))
    return {
        "@context": [ANNOTATIONS, TERMS],
        "id": collection,
        "type": "AnnotationCollection",
        "label": stock.process.title,
        "total": len(items),
        "prov:wasGeneratedBy": _activity(material),
        "first": {
            "id": f"{collection}:page:1",
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        },
    }


def _annotation(statement: Statement, material: Material, about: list[Assignment]) -> Json:
    document = material.documents[statement.document_id]
    return {
        "id": _urn("annotation", statement.id),
        "type": "Annotation",
        "motivation": "classifying",
        "body": [_claim(statement), *map(_tag, about)],
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": f"urn:sha256:{document.input_id}",
                "type": "Text",
                "format": material.inputs[document.input_id].media_type,
                **({"language": document.language} if document.language else {}),
            },
            "selector": _selectors(statement.content, document),
        },
        "prov:wasGeneratedBy": {"id": _activity_id(material)},
        "stocktake:rule": statement.rule,
        "stocktake:document": {"id": _urn("document", document.id)},
    }


def _claim(statement: Statement) -> Json:
    """What is claimed of the passage, in terms of our own."""
    return {
        "id": _urn("statement", statement.id),
        "type": "stocktake:Statement",
        "purpose": "classifying",
        "stocktake:act": statement.act.value,
        "stocktake:stance": statement.stance.value,
        "stocktake:negated": statement.negated,
        "stocktake:confidence": statement.confidence,
        "stocktake:review": statement.review.value,
        "stocktake:actor": [_actor(actor) for actor in statement.actors],
    }


def _actor(actor: StatementActor) -> Json:
    return {
        "id": _urn("actor", actor.id),
        "type": "stocktake:Actor",
        "name": actor.name,
        "stocktake:role": actor.role.value,
    }


def _tag(assignment: Assignment) -> Json:
    return {
        "type": "SpecificResource",
        "purpose": "tagging",
        "source": _urn("theme", f"{assignment.scheme.value}:{assignment.code}"),
    }


def _selectors(quotation: Quotation, document: Document) -> list[Json]:
    """By its words, by its place in the text, and by its words on the page, if there are pages."""
    start, end = quotation.start, quotation.end
    by_words = {
        "type": "TextQuoteSelector",
        "exact": quotation.text,
        "prefix": document.text[max(0, start - AROUND) : start],
        "suffix": document.text[end : end + AROUND],
    }
    by_place = {"type": "TextPositionSelector", "start": start, "end": end}
    page = document.page_at(start)
    if page is None:
        return [by_words, by_place]
    on_page = {
        "type": "FragmentSelector",
        "conformsTo": PAGES,
        "value": f"page={page}",
        "refinedBy": by_words,
    }
    return [by_words, by_place, on_page]


def _activity(material: Material) -> Json:
    """The analysis: by what it was made, and of what."""
    stock = material.stock
    return {
        "id": _activity_id(material),
        "type": "prov:Activity",
        "prov:used": [{"id": f"urn:sha256:{item.id}"} for item in stock.inputs],
        "stocktake:method": [f"{name}: {value}" for name, value in stock.method],
    }


def _people(reviewers: list[str]) -> Json:
    """Who looked at it."""
    if not reviewers:
        return {}
    people = [{"type": "prov:Person", "name": name} for name in dict.fromkeys(reviewers)]
    return {"prov:wasAttributedTo": people}


def _activity_id(material: Material) -> str:
    return _urn("activity", material.stock.digest)


def _urn(kind: str, name: str) -> str:
    return f"urn:stocktake:{kind}:{quote(name, safe=':-._~')}"
