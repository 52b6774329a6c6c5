"""Ten thousand drafts gone wrong: nothing is lost, nothing is raised."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from stocktake.legal import clean_text, parse_draft, sums
from stocktake.model import Draft
from tests.legal.mutations import mutated
from tests.legal.test_parsing import RESOLUTION

REAL, INVENTED = 7_500, 2_500


@pytest.fixture
def real(shared: Path) -> list[str]:
    paths = sorted((shared / "data" / "paris_drafts").glob("*.md"))
    return [path.read_text(encoding="utf-8") for path in paths]


def check(draft: Draft) -> None:
    """Every character in its place, every bracket placed once, each provision within another."""
    text = draft.text
    assert "".join(text[item.start : item.end] for item in draft.stretches) == text
    assert all(one.end == two.start for one, two in pairwise(draft.stretches))
    opens = [place for place, letter in enumerate(text) if letter == "["]
    assert [bracket.start for bracket in draft.brackets] == opens
    closed = sum(bracket.closed for bracket in draft.brackets)
    assert closed + len(draft.strays) == text.count("]")
    known = {item.id: item for item in draft.provisions}
    assert len(known) == len(draft.provisions)
    for item in draft.provisions:
        around = known[item.parent] if item.parent else item
        assert around.start <= item.start <= item.end <= around.end


def test_nothing_is_lost_of_pieces_of_real_drafts(real: list[str]) -> None:
    for text in mutated(real, REAL):
        check(parse_draft(text))


def test_nothing_is_lost_of_invented_drafts() -> None:
    for text in mutated([RESOLUTION], INVENTED, seed=1):
        check(parse_draft(text))


def test_views_of_broken_drafts_raise_nothing(real: list[str]) -> None:
    for text in mutated(real, 500, seed=2):
        draft = parse_draft(text)
        assert sums(draft).provisions == len(draft.provisions)
        assert isinstance(clean_text(draft), str)


def test_a_footnote_mark_before_parentheses_is_no_link() -> None:
    draft = parse_draft("[^1](a)")
    assert [bracket.start for bracket in draft.brackets] == [0]
