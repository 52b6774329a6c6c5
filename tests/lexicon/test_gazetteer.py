"""Actors are found in texts, told by id, and put into their groups on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.errors import NotFoundError
from stocktake.lexicon import Gazetteer, load
from stocktake.model import ActorKind


def ids(gazetteer: Gazetteer, text: str) -> list[str]:
    return [mention.actor_id for mention in gazetteer.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Papua New Guinea, Guinea-Bissau, Equatorial Guinea, Guinea", "PNG GNB GNQ GIN"),
        ("Niger and Nigeria", "NER NGA"),
        ("Dominica and the Dominican Republic", "DMA DOM"),
        ("the Republic of the Congo, the Democratic Republic of the Congo, DRC", "COG COD COD"),
        ("SUDAN and SOUTH SUDAN", "SDN SSD"),
        ("IRAN (ISLAMIC REPUBLIC OF), the Islamic Republic of Iran", "IRN IRN"),
        ("REPUBLIC OF KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA", "KOR PRK"),
        ("G-77/China", "group:g77 CHN"),
        ("Swaziland, Türkiye, Turkey, Czech Republic", "SWZ TUR TUR CZE"),
        ("US$100 for us and the US", "USA"),
        ("Lake Chad, the Indian Ocean, New Mexico, Latin American", ""),
        ("les États-Unis d’Amérique et le Royaume-Uni", "USA GBR"),
        ("los Estados Unidos, EE.UU. y la República de Corea", "USA USA KOR"),
        ("делегация Российской Федерации и Мексику", "RUS MEX"),
        ("印度尼西亚和印度", "IDN IND"),
        ("وكندا وللجزائر", "CAN DZA"),
    ],
)
def test_actors_are_found_by_their_longest_name(
    gazetteer: Gazetteer, text: str, expected: str
) -> None:
    assert ids(gazetteer, text) == expected.split()


def test_an_adjective_is_marked_as_such(gazetteer: Gazetteer) -> None:
    mentions = gazetteer.find("the Canadian text and a US-led text by Canada")
    assert [mention.adjective for mention in mentions] == [True, True, False]


def test_the_office_keeps_the_state_behind_it(gazetteer: Gazetteer) -> None:
    (mention,) = gazetteer.find("Mexico’s foreign minister Rudolf Rassendyll")
    assert (mention.behind, mention.name) == ("MEX", "Foreign Minister of Mexico")


def test_an_unlisted_organisation_has_an_id_made_of_its_name(gazetteer: Gazetteer) -> None:
    (mention,) = gazetteer.find("said the Freedonia Migrants Network.")
    assert (mention.actor_id, mention.name) == (
        "org:freedonia-migrants-network",
        "Freedonia Migrants Network",
    )


def test_a_state_is_not_swallowed_by_an_organisation_beside_it(gazetteer: Gazetteer) -> None:
    found = ids(gazetteer, "Brazil and Strelsau Youth Network and Canada")
    assert found == ["BRA", "org:strelsau-youth-network", "CAN"]


def test_an_acronym_counts_once_it_is_given(gazetteer: Gazetteer) -> None:
    text = "The Freedonia Migrants Network (FMN) came. FMN spoke."
    assert ids(gazetteer, text) == ["org:freedonia-migrants-network"] * 3


def test_the_kind_of_an_unlisted_organisation_is_told_by_its_words(gazetteer: Gazetteer) -> None:
    assert gazetteer.get("org:university-of-strelsau").kind is ActorKind.ACADEMIA


def test_an_id_that_means_no_one_is_refused(gazetteer: Gazetteer) -> None:
    with pytest.raises(NotFoundError, match="'XYZ'"):
        gazetteer.get("XYZ")


def test_what_is_no_actor_is_called_by_its_id(gazetteer: Gazetteer) -> None:
    assert [gazetteer.name_or_id(each) for each in ("FRA", "XYZ")] == ["France", "XYZ"]


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        ("brazil", "BRA"),
        ("BRA", "BRA"),
        ("The Netherlands", "NLD"),
        ("the European Union", "group:eu"),
        ("Prime Minister of Canada", "office:CAN:prime-minister"),
        ("Freedonia Migrants Network", "org:freedonia-migrants-network"),
    ],
)
def test_a_name_is_resolved_whatever_its_case(
    gazetteer: Gazetteer, name: str, actor_id: str
) -> None:
    actor = gazetteer.resolve(name)
    assert actor is not None
    assert actor.id == actor_id


@pytest.mark.parametrize("name", ["Freedonia", "Canadian", "Statement by Canada", ""])
def test_what_names_no_actor_is_not_resolved(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.resolve(name) is None


def test_membership_holds_from_a_day_to_a_day(gazetteer: Gazetteer) -> None:
    before, after = date(2020, 1, 31), date(2020, 2, 1)
    assert "GBR" in gazetteer.members("group:eu", before)
    assert "GBR" not in gazetteer.members("group:eu", after)


def test_without_a_day_the_members_of_now_are_told(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.members("group:eu")) == 27


def test_the_groups_of_a_state_hold_its_regional_group(gazetteer: Gazetteer) -> None:
    assert {"group:grulac", "group:aosis"} <= set(gazetteer.groups_of("JAM"))


def test_a_state_is_called_what_it_was_called_on_the_day(gazetteer: Gazetteer) -> None:
    assert gazetteer.name_on("SWZ", date(2017, 12, 4)) == "Swaziland"
    assert gazetteer.name_on("SWZ", date(2018, 12, 10)) == "Eswatini"


def test_a_workspace_may_say_that_a_name_means_no_actor(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "not_actors.toml").write_text('not_actors = ["Brazil"]')
    assert ids(load(tmp_path).actors, "Brazil") == []


GAZETTEER = load().actors
PIECES = (
    "Brazil ",
    "the US",
    " (FN) ",
    "Chair of ",
    "Freedonia Network",
    "'s ",
    ", ",
    " and ",
    "\n",
    "ل",
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES)))
def test_mentions_stand_in_order_and_apart(pieces: list[str]) -> None:
    mentions = GAZETTEER.find("".join(pieces))
    ends = [place for mention in mentions for place in (mention.start, mention.end)]
    assert ends == sorted(ends)


@settings(max_examples=60)
@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert all(text[mention.start : mention.end] for mention in GAZETTEER.find(text))


def test_every_speaker_of_the_general_debate_is_resolved(
    gazetteer: Gazetteer, shared: Path
) -> None:
    files = sorted((shared / "data" / "general_debate_2018").glob("*.txt"))
    codes = [path.name.partition("_")[0] for path in files]
    unknown = [code for code in codes if gazetteer.resolve(code) is None]
    assert unknown == []


def test_both_co_chairs_are_found_in_the_seed(gazetteer: Gazetteer, shared: Path) -> None:
    (seed,) = (shared / "seed").glob("*.txt")
    found = ids(gazetteer, seed.read_text(encoding="utf-8"))
    assert {"office:MEX:permanent-representative", "office:CHE:permanent-representative"} <= set(
        found
    )


def test_capitals_of_a_meeting_report_are_known(gazetteer: Gazetteer, shared: Path) -> None:
    lines = (shared / "data" / "enb" / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line.partition("\t")[2] for line in lines[1:])
    found = {text[mention.start : mention.end] for mention in gazetteer.find(text)}
    assert {"AFRICAN GROUP", "REPUBLIC OF KOREA", "LDCs", "UMBRELLA GROUP", "US"} <= found
