"""A title and the actor beside it are one office."""

from __future__ import annotations

import pytest

from stocktake.lexicon import Gazetteer


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("the Prime Minister of Canada", "office:CAN:prime-minister"),
        ("Canada's Prime Minister", "office:CAN:prime-minister"),
        ("the Canadian Prime Minister", "office:CAN:prime-minister"),
        ("UK Prime Minister", "office:GBR:prime-minister"),
        ("Minister of Environment, Canada", "office:CAN:minister"),
        ("the Executive Director of UNICEF", "office:un:unicef:executive-director"),
        ("the Chair of the African Group", "office:group:african:chair"),
        ("UN Secretary-General", "office:secretary-general"),
        ("the President of the General Assembly", "office:president-of-the-general-assembly"),
        ("the co-facilitators", "office:co-facilitators"),
    ],
)
def test_a_title_is_joined_to_who_is_behind_it(
    gazetteer: Gazetteer, text: str, actor_id: str
) -> None:
    assert [mention.actor_id for mention in gazetteer.find(text)] == [actor_id]


def test_a_title_that_tells_no_one_is_left_out(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("the Prime Minister spoke") == []


def test_an_office_that_stands_alone_is_not_joined_by_a_comma(gazetteer: Gazetteer) -> None:
    mentions = gazetteer.find("the Chair, Canada and Chile")
    assert [mention.actor_id for mention in mentions] == ["office:chair", "CAN", "CHL"]
