"""Chance that is the same everywhere."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from stocktake.analysis.relations.chance import kept_cells, shuffled
from stocktake.analysis.relations.stances import Stances, stances
from tests.analysis.relations.blocs import Made, holds, positions

HELD = positions(Made(noise=0.2))
TABLE = stances(HELD, None, 3)


def margins(table: Stances) -> tuple[Counter[int], Counter[tuple[int, int]]]:
    sides = zip(table.columns.tolist(), table.against.tolist(), strict=True)
    return Counter(table.rows.tolist()), Counter(sides)


@pytest.mark.parametrize("table", list(shuffled(TABLE, 3)))
def test_a_table_of_chance_keeps_the_margins(table: Stances) -> None:
    assert margins(table) == margins(TABLE)


def test_nobody_takes_a_side_twice_in_a_table_of_chance() -> None:
    for table in shuffled(TABLE, 3):
        cells = set(zip(table.rows.tolist(), table.columns.tolist(), strict=True))
        assert len(cells) == len(TABLE)


def test_tables_of_chance_differ() -> None:
    first, second = shuffled(TABLE, 2)
    assert first.rows.tolist() != second.rows.tolist()


def test_a_draw_drops_about_the_share_asked_for() -> None:
    kept = [draw.mean() for draw in kept_cells(TABLE, 0.05, 50)]
    assert sum(kept) / len(kept) == pytest.approx(0.95, abs=0.01)


def test_a_further_statement_changes_no_other_ones_fate() -> None:
    more = stances([*HELD, holds("Z", "p00"), holds("Z", "p01"), holds("Z", "p02")], None, 3)
    for before, after in islice(
        zip(kept_cells(TABLE, 0.05, 5), kept_cells(more, 0.05, 5), strict=True), 5
    ):
        assert after[: len(TABLE)].tolist() == before.tolist()


def test_a_cell_is_kept_while_one_of_its_statements_is() -> None:
    assert not any(draw.any() for draw in kept_cells(TABLE, 1.0, 2))
