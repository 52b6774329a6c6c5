"""Asks in different languages meet by their vectors, and by what any language tells."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from stocktake.analysis.asks import Ask, read_ask
from stocktake.analysis.crossing import cross
from stocktake.analysis.grouping import group
from stocktake.analysis.likeness import Meant

FUND = read_ask("Establish a fund for lake fisheries")
FONDS = replace(read_ask("pêcheries lacustres fonds spécial"), language="fr", acts=frozenset())
DAMS = replace(read_ask("barrages fleuve supérieur"), language="fr", acts=frozenset())
NEAR = np.array([[1, 0], [0.95, 0.31], [0, 1]], dtype=np.float32)


def linked(one: Ask, other: Ask) -> bool:
    return len(cross([one, other], NEAR[:2]).first) == 1


def test_asks_whose_vectors_lie_close_are_one_proposal() -> None:
    groups = group([FUND, FONDS, DAMS], meant=Meant(NEAR))
    assert [found.members for found in groups] == [(0, 1), (2,)]


def test_without_vectors_languages_stay_apart() -> None:
    assert len(group([FUND, FONDS])) == 2


def test_negation_keeps_languages_apart() -> None:
    assert not linked(FUND, replace(FONDS, negative=True))


def test_firmness_keeps_languages_apart() -> None:
    assert not linked(FUND, replace(FONDS, weak=True))


def test_opposite_directions_keep_languages_apart() -> None:
    more = replace(FUND, directions=frozenset({"more"}))
    assert not linked(more, replace(FONDS, directions=frozenset({"less"})))


def test_another_number_keeps_languages_apart() -> None:
    assert not linked(FUND, replace(FONDS, numbers=frozenset({"20"})))


def test_another_instrument_keeps_languages_apart() -> None:
    assert not linked(FUND, replace(FONDS, instruments=frozenset({"@CRC"})))


def test_vectors_link_nothing_within_a_language() -> None:
    assert len(cross([FUND, replace(FONDS, language="en")], NEAR[:2]).first) == 0


def test_only_the_nearest_of_another_language_is_linked() -> None:
    vectors = np.array([[1, 0], [0.95, 0.31], [0.8, 0.6]], dtype=np.float32)
    links = cross([FUND, FONDS, DAMS], vectors)
    assert list(zip(links.first.tolist(), links.second.tolist(), strict=True)) == [(0, 1)]
