"""Packs for sessions, made of the invented process."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stocktake import reports
from stocktake.model import (
    Arrangement,
    Idea,
    Meeting,
    Metadatum,
    Objective,
    Period,
    Report,
    Session,
    SessionNeeds,
    Stock,
)
from tests.reports import reading
from tests.reports.world import Invented

FIRST = Meeting("first", "Hearing on boats", kind="hearing", period=Period.parse("2031-01"))
SECOND = Meeting("second", "Hearing on ferries", kind="hearing", period=Period.parse("2031-02"))
LATER = Meeting("later", "Conference", period=Period.parse("2032"))
SESSION = Session("Retrospection", id="back", room="Hall 2", questions=("What came of it?",))
STOCKTAKING = Meeting("take", "Stocktaking", period=Period.parse("2031-12-04"), sessions=(SESSION,))
NEEDS = SessionNeeds(STOCKTAKING, SESSION, "overview", few=3)
PLACES = ("first", "second", "later", "take")


def held(invented: Invented, places: tuple[str, ...] = PLACES) -> Stock:
    """The stock with its inputs spread over meetings, the last of them a session's."""
    inputs = [
        replace(
            item,
            metadata=(
                *(datum for datum in item.metadata if datum.name != "meeting"),
                Metadatum("meeting", places[number % len(places)], "manifest"),
            ),
        )
        for number, item in enumerate(invented.stock.inputs)
    ]
    process = replace(invented.stock.process, meetings=(LATER, STOCKTAKING, SECOND, FIRST))
    return replace(invented.stock, inputs=tuple(inputs), process=process)


def packed(invented: Invented, needs: SessionNeeds) -> Report:
    return reports.build_pack(held(invented), invented.texts, needs)


def rows(report: Report, name: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in reading.tables(report)[name].rows]


def test_a_pack_tells_what_is_known_of_the_session(invented: Invented) -> None:
    found = rows(packed(invented, NEEDS), "pack-session")
    assert ["Place", "Hall 2"] in found


def test_questions_are_numbered(invented: Invented) -> None:
    assert rows(packed(invented, NEEDS), "pack-questions") == [["1", "What came of it?"]]


def test_a_look_back_counts_what_came_before_by_meeting(invented: Invented) -> None:
    made = packed(invented, replace(NEEDS, need="look_back"))
    assert [row[0] for row in rows(made, "pack-meetings")] == [
        "Hearing on boats",
        "Hearing on ferries",
    ]


def test_a_look_back_adds_up_by_kind_of_meeting(invented: Invented) -> None:
    made = packed(invented, replace(NEEDS, need="look_back"))
    assert [row[:3] for row in rows(made, "pack-kinds")] == [["hearing", "2", "6"]]


def test_a_look_back_without_statements_says_so_and_shows_no_zeros(invented: Invented) -> None:
    stock = replace(held(invented), statements=(), proposals=(), case_studies=())
    made = reports.build_pack(stock, invented.texts, replace(NEEDS, need="look_back"))
    assert "No statement was found" in reading.text_of(reading.section(made, "pack-look-back"))
    assert "Statements" not in reading.tables(made)["pack-kinds"].columns


def test_what_inputs_tell_of_an_earlier_meeting_stands_there_verbatim(invented: Invented) -> None:
    stock = held(invented, ("first",))
    made = reports.build_pack(stock, invented.texts, replace(NEEDS, need="look_back"))
    sentences = {f"“{' '.join(fact.sentence.text.split())}”" for fact in stock.facts}
    told = {row[1] for row in rows(made, "pack-told")}
    assert told
    assert told <= sentences


def test_what_is_not_looked_back_on_is_counted(invented: Invented) -> None:
    made = packed(invented, replace(NEEDS, need="look_back"))
    text = reading.text_of(reading.section(made, "pack-look-back"))
    assert "6 further inputs are of this meeting" in text


def test_what_was_asked_at_a_meeting_leads_to_passages_from_it(invented: Invented) -> None:
    made = packed(invented, replace(NEEDS, need="look_back"))
    stock = held(invented)
    cited = {citation.id: citation for citation in made.citations}
    first = reading.tables(made)["pack-asked"].rows[0]
    places = {item.id: item.get("meeting") for item in stock.inputs}
    assert {places[cited[id_].input_id] for id_ in first[2].citations} == {"first"}


def test_an_idea_stands_beside_its_case_study(invented: Invented) -> None:
    proposal = invented.stock.proposals[4]
    needs = replace(NEEDS, need="ideas", ideas=(Idea(proposal.id, 2, ("k1",)),))
    row = reading.tables(packed(invented, needs))["pack-ideas"].rows[0]
    assert (row[0].text, bool(row[3].citations)) == (str(proposal.number), True)


def test_an_objective_is_told_in_the_words_of_its_statement(invented: Invented) -> None:
    statement = invented.stock.statements[0]
    objective = Objective(statement.id, "", ("FRE",), ("12 boats",), "by 2040")
    made = packed(invented, replace(NEEDS, need="ideas", objectives=(objective,)))
    assert rows(made, "pack-objectives")[0] == [
        "Freedonia",
        f"“call for {statement.content.text}”",
        "“12 boats”",
        "“by 2040”",
        "binds itself",
    ]


def test_a_pack_without_ideas_says_so(invented: Invented) -> None:
    made = packed(invented, replace(NEEDS, need="ideas"))
    assert "Nothing of the kind was found." in reading.text_of(reading.section(made, "pack-ideas"))


def test_an_action_group_gets_its_dimension(invented: Invented) -> None:
    session = replace(SESSION, dimension="local")
    made = packed(invented, replace(NEEDS, session=session, need="dimension"))
    assert "dimension-local" in {section.id for section in made.walk()}
    assert "pack-level" in reading.tables(made)


def test_follow_up_gets_what_is_proposed_for_it(invented: Invented) -> None:
    proposal = invented.stock.proposals[1]
    found = Arrangement(proposal.id, ("register",), "with all boats", "", ("review forum",))
    made = packed(invented, replace(NEEDS, need="follow_up", arrangements=(found,)))
    [row] = rows(made, "pack-follow-up")
    assert row[1:4] == ["“register”", "“with all boats”", "“review forum”"]


def test_what_was_said_in_the_session_comes_back(invented: Invented) -> None:
    source = invented.stock.inputs[0]
    made = packed(invented, replace(NEEDS, input_ids=(source.id,)))
    statements = [row for row in rows(made, "pack-said") if row[3] == source.title]
    assert statements == rows(made, "pack-said") != []


@pytest.mark.parametrize("need", ["overview", "look_back", "ideas", "dimension", "follow_up"])
def test_no_link_leads_out_of_a_pack(invented: Invented, need: str) -> None:
    session = replace(SESSION, dimension="local")
    made = packed(invented, replace(NEEDS, session=session, need=need))
    anchors = {section.id for section in made.walk()}
    links = {cell.link for cell in reading.cells(made) if cell.link}
    assert {link for link in links if not link.startswith("original:")} <= anchors


@pytest.mark.parametrize("need", ["overview", "look_back", "ideas", "dimension", "follow_up"])
def test_every_citation_of_a_pack_is_in_it(invented: Invented, need: str) -> None:
    session = replace(SESSION, dimension="local")
    made = packed(invented, replace(NEEDS, session=session, need=need))
    used = {id_ for cell in reading.cells(made) for id_ in cell.citations}
    assert used <= {citation.id for citation in made.citations}
