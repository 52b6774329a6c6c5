"""What holds for a report as a whole."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from stocktake import reports
from stocktake.model import Process, Report, Stock
from stocktake.reports.patterns import patterns, sentence_patterns
from tests.reports import reading
from tests.reports.world import Invented

SECTIONS = (
    "glance inputs subject themes dimensions lenses followup participation announced conflicts "
    "cases gaps method sources"
)


def test_sections_stand_in_the_order_in_which_they_are_read(report: Report) -> None:
    assert " ".join(section.id for section in report.sections) == SECTIONS


def test_every_sentence_comes_from_a_pattern(report: Report) -> None:
    known = sentence_patterns().values()
    strange = [
        sentence.text
        for sentence in reading.sentences(report)
        if not any(pattern.fullmatch(sentence.text) for pattern in known)
    ]
    assert strange == []


def test_every_sentence_that_claims_something_of_actors_is_cited(report: Report) -> None:
    claims = [sentence_patterns()[name] for name in patterns()["claims"]]
    bare = [
        sentence.text
        for sentence in reading.sentences(report)
        if not sentence.citations and any(claim.fullmatch(sentence.text) for claim in claims)
    ]
    assert bare == []


def test_no_actor_is_named_in_a_sentence_without_citations_unless_it_was_silent(
    report: Report, invented: Invented
) -> None:
    names = {actor.name for actor in invented.stock.actors}
    bare = [
        sentence.text
        for sentence in reading.sentences(report)
        if not sentence.citations and any(name in sentence.text for name in names)
    ]
    assert all("handed in" in text for text in bare)


def test_citations_are_numbered_and_each_is_used(report: Report) -> None:
    used = {id_ for sentence in reading.sentences(report) for id_ in sentence.citations}
    used |= {id_ for cell in reading.cells(report) for id_ in cell.citations}
    used |= set(reading.quoted(report))
    assert [citation.id for citation in report.citations] == [
        f"c{number}" for number in range(1, len(used) + 1)
    ]


def test_every_quotation_is_identical_to_the_text_at_its_place(
    report: Report, invented: Invented
) -> None:
    for cited in report.citations:
        text = invented.texts[cited.document_id].text
        around = text[cited.start - len(cited.before) : cited.end + len(cited.after)]
        assert around == cited.before + cited.quote + cited.after


def test_tables_and_sections_have_ids_of_their_own(report: Report) -> None:
    tables = [block.id for block in reading.blocks(report) if hasattr(block, "caption")]
    ids = [section.id for section in report.walk()] + tables
    ids += [entry.anchor for entry in reading.entries(report) if entry.anchor]
    assert len(ids) == len(set(ids))


def test_every_link_leads_to_something_in_the_report(report: Report) -> None:
    targets = {section.id for section in report.walk()}
    targets |= {entry.anchor for entry in reading.entries(report)}
    links = {cell.link for cell in reading.cells(report) if cell.link}
    assert {link for link in links if not link.startswith("original:")} <= targets


def test_the_same_stock_gives_the_same_report(report: Report, invented: Invented) -> None:
    assert reports.build(invented.stock, invented.texts) == report


def test_the_report_does_not_depend_on_the_order_of_the_texts(
    report: Report, invented: Invented
) -> None:
    backwards = dict(reversed(invented.texts.items()))
    assert reports.build(invented.stock, backwards) == report


@pytest.fixture
def bare(invented: Invented) -> Stock:
    kept = {"digest", "process", "relations"}
    emptied = {field.name: () for field in fields(Stock) if field.name not in kept}
    return replace(invented.stock, process=Process("Nothing yet"), **emptied)  # type: ignore[arg-type]


def test_a_stock_of_nothing_gives_a_report_that_says_so(bare: Stock) -> None:
    report = reports.build(bare, {})
    assert "No inputs came in" in reading.text_of(reading.section(report, "inputs"))


def test_a_stock_of_nothing_has_no_section_on_a_text(bare: Stock) -> None:
    assert "subject" not in [section.id for section in reports.build(bare, {}).sections]
