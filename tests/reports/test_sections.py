"""What each section says of the invented process."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stocktake import reports
from stocktake.model import (
    Metadatum,
    Position,
    PositionStance,
    Prose,
    QuoteBlock,
    Report,
    ReviewState,
    Stock,
)
from tests.reports import reading
from tests.reports.world import ASKS, Invented


def said(report: Report, id_: str) -> str:
    return reading.text_of(reading.section(report, id_))


def test_the_glance_says_that_findings_are_unreviewed(report: Report) -> None:
    assert "none is recorded as reviewed by a person" in said(report, "glance")


def test_the_glance_shows_meetings_with_place_and_dates(report: Report) -> None:
    assert "Stocktaking meeting | 4–6 December 2031 | Strelsau" in said(report, "glance")


def test_the_glance_tells_facts_with_the_passage_behind_them(report: Report) -> None:
    row = reading.tables(report)["told-meetings"].rows[0]
    assert row[0].citations


def test_the_glance_counts_what_a_person_corrected(invented: Invented) -> None:
    first, *others = invented.stock.inputs
    corrected = replace(first, metadata=(Metadatum("date", "2031", "corrected"),))
    stock = replace(invented.stock, inputs=(corrected, *others))
    assert "corrected by a person in 1 place." in said(
        reports.build(stock, invented.texts), "glance"
    )


def test_the_annex_tells_how_authors_and_dates_are_known(report: Report) -> None:
    assert "manifest; inferred: file name" in said(report, "sources")


def test_what_came_in_counts_every_line_of_the_ledger(report: Report) -> None:
    assert "13 inputs came in: 12 processed in full, 0 in part, 1 not at all." in said(
        report, "inputs"
    )


def test_an_input_that_failed_is_named_with_its_reason(report: Report) -> None:
    assert "locked.pdf | failed | needs a password" in said(report, "inputs")


def test_every_input_stands_in_the_annex_of_sources(report: Report, invented: Invented) -> None:
    assert len(reading.tables(report)["sources"].rows) == len(invented.stock.ledger)


def test_months_without_inputs_stand_in_the_chart_of_time(invented: Invented) -> None:
    first, *others = invented.stock.inputs
    early = replace(first, metadata=(Metadatum("date", "2031-06", "manifest"),))
    stock = replace(invented.stock, inputs=(early, *others))
    table = reading.tables(reports.build(stock, invented.texts))["inputs-over-time"]
    assert [row[0].text for row in table.rows][:3] == ["Jun 2031", "Jul 2031", "Aug 2031"]


def test_a_few_inputs_told_by_year_alone_stand_behind_the_months(invented: Invented) -> None:
    first, *others = invented.stock.inputs
    vague = replace(first, metadata=(Metadatum("date", "2031", "manifest"),))
    stock = replace(invented.stock, inputs=(vague, *others))
    table = reading.tables(reports.build(stock, invented.texts))["inputs-over-time"]
    assert table.rows[-1][0].text == "2031, no month"


def test_inputs_of_one_year_and_inputs_without_date_are_counted_apart(invented: Invented) -> None:
    first, second, *_ = invented.stock.inputs
    inputs = (
        replace(first, metadata=(Metadatum("date", "2031", "x"),)),
        replace(second, metadata=()),
    )
    stock = replace(invented.stock, inputs=inputs)
    table = reading.tables(reports.build(stock, invented.texts))["inputs-over-time"]
    assert [[cell.text for cell in row] for row in table.rows] == [["2031", "1"], ["no date", "1"]]


def test_positions_on_the_text_name_who_supports_and_who_opposes(report: Report) -> None:
    text = said(report, "subject")
    assert "A few actors oppose this (2 of 11): Graustark and Zubrowka." in text


def test_each_actor_for_or_against_the_text_is_quoted(report: Report) -> None:
    blocks = reading.blocks_of(reading.section(report, "subject"))
    assert sum(isinstance(block, QuoteBlock) for block in blocks) == 11


@pytest.fixture
def unspoken(invented: Invented) -> Stock:
    """Nobody speaks of the text; one author is known to be silent."""
    silent = Position("FRE", "theme:pact", PositionStance.SILENT, None, ())
    about = tuple(item for item in invented.stock.assignments if item.code != "pact")
    return replace(invented.stock, assignments=about, positions=(silent,))


def test_an_author_that_is_silent_on_the_text_is_named(unspoken: Stock, invented: Invented) -> None:
    text = said(reports.build(unspoken, invented.texts), "subject")
    assert "1 of 11 authors handed in something that does not name it." in text
    assert "African States | 1 | Freedonia" in text


def test_an_author_of_whom_it_cannot_be_told_is_not_called_silent(
    unspoken: Stock, invented: Invented
) -> None:
    text = said(reports.build(unspoken, invented.texts), "subject")
    assert "10 of 11 authors named it in words from which no statement was taken." in text


def test_an_actor_that_takes_no_side_is_told_from_a_silent_one(invented: Invented) -> None:
    positions = tuple(item for item in invented.stock.positions if item.actor_id != "GRA")
    report = reports.build(replace(invented.stock, positions=positions), invented.texts)
    assert "speaks of it without taking a side (1 of 11): Graustark." in said(report, "subject")


def test_themes_of_which_more_actors_spoke_come_first(report: Report) -> None:
    actors = [row[1].value for row in reading.tables(report)["themes"].rows]
    assert actors == sorted(actors, key=lambda value: -(value or 0))


def test_a_proposal_is_headed_by_its_wording_verbatim(report: Report) -> None:
    headings = {entry.heading for entry in reading.entries(report)}
    assert f"1 · “call for {ASKS[0][2]}”" in headings


def test_support_through_a_group_is_told_from_own_words(report: Report) -> None:
    assert "1 member of River Group through the group" in said(report, "theme-safety")


def test_a_group_is_named_but_not_counted_beside_its_members(invented: Invented) -> None:
    positions = tuple(
        replace(item, counts=item.actor_id != "group:river") for item in invented.stock.positions
    )
    counted = reports.build(replace(invented.stock, positions=positions), invented.texts)
    assert "(8 of 10): Freedonia, Genovia, Graustark, Lanterns & Bridges, River Group" in said(
        counted, "theme-safety"
    )


def test_each_dimension_has_a_part_of_its_own(report: Report) -> None:
    parts = reading.section(report, "dimensions").sections
    assert [part.id for part in parts] == [
        "dimension-local",
        "dimension-national",
        "dimension-regional",
        "dimension-global",
    ]


@pytest.mark.parametrize("name", ["convergent", "divergent"])
def test_views_that_meet_and_part_are_shown_apart(report: Report, name: str) -> None:
    table = reading.tables(report)[f"dimension-local-{name}"]
    assert [row[0].text for row in table.rows] == {"convergent": ["5"], "divergent": ["1"]}[name]


def test_a_dimension_names_the_themes_that_were_spoken_of_elsewhere_only(report: Report) -> None:
    assert "on: The safety and The light." in said(report, "dimension-global")


def test_follow_up_says_who_should_do_what(report: Report) -> None:
    row = reading.tables(report)["followup"].rows[0]
    assert [cell.text for cell in row[:2]] == [
        "Freedonia; the ports",
        "“call for one licence that every port accepts”",
    ]


def test_a_departure_is_dated_and_its_reason_quoted(report: Report) -> None:
    section = reading.section(report, "participation")
    labels = [block.label for block in reading.blocks_of(section) if isinstance(block, QuoteBlock)]
    assert "Graustark is recorded as withdrawn, 3 December 2031." in reading.text_of(section)
    assert labels == ["as told", "reason"]


def test_an_actor_that_leaves_twice_has_two_entries(invented: Invented) -> None:
    (left,) = invented.stock.participation
    stock = replace(
        invented.stock, participation=(left, replace(left, since="2032", fact_ids=(), source="x"))
    )
    entries = reading.entries(reports.build(stock, invented.texts))
    anchors = [item.anchor for item in entries if item.anchor.startswith("participation")]
    assert anchors == ["participation-1", "participation-2"]


def test_what_an_actor_said_before_it_left_stays_counted(report: Report) -> None:
    assert "What it said remains counted: 4 statements." in said(report, "participation")


def test_announced_documents_lead_to_their_passage(report: Report) -> None:
    (row,) = reading.tables(report)["announced"].rows
    assert row[0].text == "Light on the Water"
    assert row[0].citations


def test_case_studies_are_shown_by_their_parts(report: Report) -> None:
    (row,) = reading.tables(report)["cases"].rows
    assert "“accidents fell by half”" in [cell.text for cell in row]


def test_gaps_name_expected_actors_that_handed_in_nothing(report: Report) -> None:
    assert "handed in nothing: United Nations Ferries Programme." in said(report, "gaps")


def test_gaps_say_how_much_was_heard_of_a_regional_group(report: Report) -> None:
    assert "Asia-Pacific States | 1 | 4" in said(report, "gaps")


def test_gaps_tell_silence_from_withdrawal(report: Report) -> None:
    assert reading.tables(report)["actor-gaps"].columns == (
        "Theme",
        "Silent",
        "Withdrawn",
    )


def test_the_method_prints_the_words_for_numbers(report: Report) -> None:
    words = [row[0].text for row in reading.tables(report)["quantifiers"].rows]
    assert {"one", "a few", "many", "most"} <= set(words)


def test_the_method_counts_what_was_refused(report: Report) -> None:
    assert "quotation not found | 1" in said(report, "method")


def test_what_is_about_no_theme_is_counted_apart(invented: Invented) -> None:
    about = tuple(item for item in invented.stock.assignments if item.code != "light")
    proposals = tuple(
        replace(item, theme_codes=()) if "light" in item.theme_codes else item
        for item in invented.stock.proposals
    )
    stock = replace(invented.stock, assignments=about, proposals=proposals)
    text = said(reports.build(stock, invented.texts), "outside-themes")
    assert "8 statements are about no theme of the scheme, with 1 proposal" in text


def test_perspectives_are_counted_across_themes(report: Report) -> None:
    rows = reading.tables(report)["lenses"].rows
    assert [cell.text for cell in rows[0]] == ["The children", "7", "7", "1"]


@pytest.mark.parametrize(("prose", "remarked"), [(Prose.NEWS, True), (Prose.FIRST_PERSON, False)])
def test_words_of_the_speaker_that_others_report_are_marked(
    invented: Invented, prose: Prose, remarked: bool
) -> None:
    first, *others = invented.stock.statements
    spoken = replace(first, quoted=first.content, prose=prose)
    stock = replace(invented.stock, statements=(spoken, *others))
    remarks = {item.remarks for item in reports.build(stock, invented.texts).citations}
    assert ((f"in the speaker's words: {first.content.text}",) in remarks) is remarked


def test_the_glance_counts_what_people_reviewed(invented: Invented) -> None:
    first, *others = invented.stock.statements
    confirmed = replace(first, review=ReviewState.CONFIRMED)
    stock = replace(invented.stock, statements=(confirmed, *others))
    assert "1 statement was confirmed by a person, 0 edited" in said(
        reports.build(stock, invented.texts), "glance"
    )
