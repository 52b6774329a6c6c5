"""Metadata are inferred where the file tells, and each says how."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.extractors.metadata import infer_metadata
from tests.extractors.facts_world import document, lexicon

STATEMENT = (
    """\
Permanent Mission of Freedonia to the United Nations

Statement by H.E. Mr. Otto Berg, Minister for Foreign Affairs of the Republic of Freedonia

New York, 5 March 2031

Mr. President, we thank you. """
    + "We call for peace and we mean it, my friends. " * 12
)
REPORT = (
    """\
United Nations H/CONF.3/12

Distr.: General 19 December 2031

Forty-third session 24 February-20 March 2032

# Report of the Secretary-General

"""
    + "The meeting heard views on harbours from many speakers, among them Sylvania. " * 8
)


def inferred(text: str, name: str = "x.txt", patterns: tuple[str, ...] = ()) -> dict[str, str]:
    found = infer_metadata(document(text), name, patterns, lexicon())
    return {datum.name: str(datum.value) for datum in found}


def test_a_title_page_tells_author_date_and_kind() -> None:
    told = inferred(STATEMENT)
    assert (told["actor"], told["date"], told["kind"]) == ("XFR", "2031-03-05", "statement")


def test_on_behalf_of_a_group_the_group_is_the_author() -> None:
    text = "Statement by Freedonia on behalf of the Coastal Group\n\n" + "We agree. " * 40
    assert inferred(text)["actor"] == "group:coastal"


def test_a_report_tells_date_of_distribution_session_and_kind() -> None:
    told = inferred(REPORT)
    assert (told["date"], told["session"]) == ("2031-12-19", "Forty-third session")
    assert (told["kind"], told["title"]) == ("report", "# Report of the Secretary-General")


def test_a_symbol_is_read_where_it_stands_alone() -> None:
    text = "United Nations A/CONF.231/3\n\nSee also A/RES/1/2 on piers\n\n" + "Long text. " * 40
    assert inferred(text)["symbol"] == "A/CONF.231/3"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("PRESS RELEASE\n\nZenda opens.", "press release"),
        ("# Recommendations of Harbour Watch\n\nGovernments should act.", "recommendations"),
        ("# Chair's summary of the meeting\n\nIt was good.", "summary"),
        ("4 May 2031: The ministers meet in Zenda. They spoke of piers.", "news"),
    ],
)
def test_the_kind_is_told_by_name_or_form(text: str, kind: str) -> None:
    assert inferred(text)["kind"] == kind


def test_nothing_is_inferred_where_nothing_tells() -> None:
    assert set(inferred("Piers are long and made of wood.")) <= {"title", "language"}


def test_the_opening_words_are_a_title_without_the_date_line() -> None:
    assert inferred("4 May 2031: Ministers meet.")["title"] == "Ministers meet."


@pytest.mark.parametrize(
    ("patterns", "name", "told"),
    [
        ((), "XFR_73_2031.txt", {"actor": "XFR", "session": "73", "date": "2031"}),
        ((), "2031-03-04_piers.md", {"date": "2031-03-04"}),
        (
            ("{kind}-{actor}-{year}",),
            "report-Ruritania-2031.md",
            {"actor": "XRU", "kind": "report"},
        ),
        (("{meeting} {language} *",), "zenda en 4.txt", {"meeting": "zenda"}),
        ((), "QQQ_73_2031.txt", {}),
        ((), "20319999_x.txt", {}),
    ],
)
def test_a_file_name_tells_what_its_pattern_says(
    patterns: tuple[str, ...], name: str, told: dict[str, str]
) -> None:
    found = inferred("Piers.", name, patterns)
    names = {"actor", "session", "date", "meeting", "kind"}
    assert {key: found.get(key) for key in names & {*told, "actor"}} == {"actor": None} | told


def test_the_finest_date_is_kept() -> None:
    assert inferred("5 March 2031\n\n" + "Piers. " * 60, "XFR_73_2031.txt")["date"] == "2031-03-05"


def test_each_value_says_that_it_was_inferred() -> None:
    found = infer_metadata(document(STATEMENT), "XFR_1_2031.txt", (), lexicon())
    assert all(datum.origin.startswith("inferred: ") for datum in found)


@settings(deadline=None)
@given(st.text(), st.text(max_size=30))
def test_any_text_and_name_are_taken(text: str, name: str) -> None:
    found = infer_metadata(document(text), name, (), lexicon())
    names = [datum.name for datum in found if datum.name != "actor"]
    assert len(names) == len(set(names))


def test_actor_year_and_kind_are_right_for_every_statement_of_a_debate(shared: Path) -> None:
    folder = shared / "data" / "general_debate_2018"
    wrong = [path.name for path in sorted(folder.glob("*.txt")) if not _is_right(path)]
    assert wrong == []


def _is_right(path: Path) -> bool:
    told = inferred(path.read_text(encoding="utf-8").replace("\n", "\n\n"), path.name)
    code = path.name.split("_")[0]
    actor = {"EU": "group:eu"}.get(code, code)
    return (told["actor"], told["date"], told["kind"]) == (actor, "2018", "statement")
