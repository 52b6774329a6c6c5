"""The evidence as Web Annotations: by the rules of the W3C Recommendation."""

from __future__ import annotations

import json
from typing import Any

import pytest

from stocktake.exporters import export_stock
from stocktake.exporters.webannotation import ANNOTATIONS, NAME
from tests.exporters.contract_stock import invented

MOTIVATIONS = {"classifying", "tagging"}


@pytest.fixture(scope="module")
def collection() -> Any:
    return json.loads(export_stock(invented(), "jsonld")[NAME])


@pytest.fixture(scope="module")
def annotations(collection: Any) -> list[Any]:
    items: list[Any] = collection["first"]["items"]
    return items


def selectors(annotation: Any, kind: str) -> list[Any]:
    return [item for item in annotation["target"]["selector"] if item["type"] == kind]


def test_the_context_is_that_of_the_standard(collection: Any) -> None:
    assert collection["@context"][0] == ANNOTATIONS


def test_a_collection_tells_its_total_and_holds_its_first_page(collection: Any) -> None:
    page = collection["first"]
    assert (collection["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert (page["partOf"], collection["total"]) == (collection["id"], len(page["items"]))


def test_each_statement_is_an_annotation_with_an_iri_of_its_own(annotations: list[Any]) -> None:
    ids = [item["id"] for item in annotations]
    assert len(set(ids)) == len(ids) == len(invented().stock.statements)
    assert all(id_.startswith("urn:") and " " not in id_ for id_ in ids)


def test_every_annotation_has_target_body_and_a_motivation_of_the_standard(
    annotations: list[Any],
) -> None:
    for item in annotations:
        assert item["type"] == "Annotation"
        assert {item["motivation"], *(body["purpose"] for body in item["body"])} <= MOTIVATIONS
        assert item["target"]["type"] == "SpecificResource"
        assert item["target"]["source"]["id"].startswith("urn:sha256:")


def test_position_and_quotation_select_the_same_words(annotations: list[Any]) -> None:
    material = invented()
    for item in annotations:
        [place] = selectors(item, "TextPositionSelector")
        [words] = selectors(item, "TextQuoteSelector")
        text = material.documents[item["stocktake:document"]["id"].rpartition(":")[2]].text
        around = words["prefix"] + words["exact"] + words["suffix"]
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text[place["start"] - len(words["prefix"]) :].startswith(around)


def test_a_page_is_refined_by_the_words_on_it(annotations: list[Any]) -> None:
    for item in annotations:
        for page in selectors(item, "FragmentSelector"):
            assert page["conformsTo"].startswith("http://tools.ietf.org/rfc/")
            assert page["refinedBy"] == selectors(item, "TextQuoteSelector")[0]


def test_the_body_tells_act_stance_and_actors(annotations: list[Any]) -> None:
    told = [item["body"][0] for item in annotations]
    stock = invented().stock
    assert [claim["stocktake:act"] for claim in told] == [item.act for item in stock.statements]
    assert all(claim["stocktake:actor"] for claim in told)


def test_themes_are_tags(annotations: list[Any]) -> None:
    tags = [body for item in annotations for body in item["body"] if body["purpose"] == "tagging"]
    assert len(tags) == len(invented().stock.assignments)


def test_every_annotation_was_generated_by_the_analysis(
    collection: Any, annotations: list[Any]
) -> None:
    activity = collection["prov:wasGeneratedBy"]
    assert activity["type"] == "prov:Activity"
    assert {item["prov:wasGeneratedBy"]["id"] for item in annotations} == {activity["id"]}
