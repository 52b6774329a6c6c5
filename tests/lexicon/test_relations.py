"""The table of thresholds for relations between actors."""

from __future__ import annotations

import pytest

from stocktake.errors import SettingsError
from stocktake.lexicon.relations import thresholds


def test_a_process_can_change_a_threshold() -> None:
    assert thresholds([("least_actors", 5)]).least_actors == 5


def test_whole_numbers_stay_whole() -> None:
    assert isinstance(thresholds([("draws", 20.0)]).draws, int)


def test_an_unknown_name_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(SettingsError, match="Known are: least_actors"):
        thresholds([("least_actor", 5)])


def test_a_threshold_below_nought_is_refused() -> None:
    with pytest.raises(SettingsError, match="no number from 0"):
        thresholds([("drop_share", -0.1)])


def test_nothing_is_drawn_less_than_once() -> None:
    with pytest.raises(SettingsError, match="1 or more"):
        thresholds([("draws", 0)])
