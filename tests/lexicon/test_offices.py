"""Offices are read from a file, and their ids tell who is behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import SettingsError
from stocktake.lexicon.offices import behind, load_offices, office_id


def test_the_id_of_an_office_tells_who_is_behind_it() -> None:
    assert behind(office_id("office:chair", "group:african")) == "group:african"


@pytest.mark.parametrize("actor_id", ["office:chair", "CAN", "un:who"])
def test_no_one_is_behind_what_is_told_alone(actor_id: str) -> None:
    assert behind(actor_id) is None


def test_an_office_that_may_stand_alone_says_so() -> None:
    offices = load_offices()
    assert (offices["chair"].alone, offices["prime-minister"].alone) == (True, False)


def test_an_office_without_a_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "offices.toml").write_text('[[office]]\nid = "x"\n')
    with pytest.raises(SettingsError, match="office 1: an office needs a name"):
        load_offices(tmp_path)
