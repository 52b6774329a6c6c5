from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.legal import amend, compilation, compiled_text, parse_draft
from stocktake.model import Amendment, AmendmentAction, Piece, Where

TEXT = """Article 3

1. Ports shall be open to all boats.

2. Quays are dry.
"""
DRAFT = parse_draft(TEXT)
NAMES = {"RUR": "Ruritania", "FRE": "Freedonia", "SYL": "Sylvania"}
BASE = (Piece.BASE, Piece.OLD)


def change(action: AmendmentAction, id_: str = "a", **parts: object) -> Amendment:
    made = Amendment(id_, action, "paragraph 1", actors=("RUR",))
    return replace(made, **parts)  # type: ignore[arg-type]


def compiled(*amendments: Amendment) -> str:
    return compiled_text(compilation(DRAFT, amend(DRAFT, amendments).results, NAMES))


REPLACE, DELETE, INSERT = AmendmentAction.REPLACE, AmendmentAction.DELETE, AmendmentAction.INSERT


@pytest.mark.parametrize(
    ("amendment", "shown"),
    [
        (change(REPLACE, old="shall", new="should"), "Ports [shall] [Ruritania: should] be"),
        (change(DELETE, old="to all boats"), "open [to all boats]{Ruritania: delete}."),
        (
            change(INSERT, old="open", new="by day", where=Where.AFTER),
            "open [Ruritania: by day] to",
        ),
        (change(DELETE, described="the boats"), "{Ruritania: delete the boats – words not given}"),
        (
            change(AmendmentAction.MOVE, new="Article 4"),
            "boats.{Ruritania: move to Article 4}",
        ),
        (
            change(DELETE, old="open", supporters=("FRE",), opponents=("SYL",)),
            "{Ruritania (supported by Freedonia; opposed by Sylvania): delete}",
        ),
        (
            change(AmendmentAction.COMMENT, old="open", described="To whom?\nBy when?"),
            "[open]{Ruritania: remarks: To whom? By when?}",
        ),
        (change(DELETE, old="open", actors=()), "{proposer not known: delete}"),
    ],
)
def test_an_amendment_stands_at_its_place_with_its_actors(amendment: Amendment, shown: str) -> None:
    assert shown in compiled(amendment)


def test_those_who_ask_for_the_same_stand_together() -> None:
    one = change(DELETE, old="open")
    two = change(DELETE, "b", old="open", actors=("FRE",))
    assert "[open]{Freedonia, Ruritania: delete}" in compiled(one, two)


def test_conflicting_amendments_are_shown_at_one_place() -> None:
    one = change(REPLACE, old="shall be", new="are")
    two = change(REPLACE, "b", old="shall", new="should", actors=("FRE",))
    shown = compiled(one, two)
    assert "[shall be] [Ruritania: are]{Freedonia: replace “shall” by “should”} open" in shown


@given(
    st.lists(
        st.builds(
            lambda action, old, new, id_: change(action, id_, old=old, new=new),
            st.sampled_from(list(AmendmentAction)),
            st.sampled_from(["", "Ports", "open to all", "all boats", "masts"]),
            st.sampled_from(["", "shut"]),
            st.uuids().map(str),
        ),
        max_size=6,
    )
)
def test_no_character_of_the_base_is_lost(amendments: list[Amendment]) -> None:
    pieces = compilation(DRAFT, amend(DRAFT, amendments).results, NAMES)
    assert "".join(piece.text for piece in pieces if piece.kind in BASE) == TEXT
