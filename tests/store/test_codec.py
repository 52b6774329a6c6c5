"""Records go into JSON and come back the same."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stocktake.model import (
    Chair,
    Meeting,
    Membership,
    Period,
    Process,
    Quotation,
    Stance,
    Statement,
    Strength,
    Theme,
)
from stocktake.store import codec
from tests.store.contract import FACT, STATEMENT

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.builds(Quotation, st.integers(0), st.integers(0), texts))
def test_a_quotation_comes_back_as_it_was(quotation: Quotation) -> None:
    assert codec.loads(Quotation, codec.dumps(quotation)) == quotation


@given(st.sampled_from(Stance), st.sampled_from([None, *Strength]), st.floats(0, 1))
def test_a_statement_comes_back_as_it_was(
    stance: Stance, strength: Strength | None, confidence: float
) -> None:
    found = Statement(
        *(getattr(STATEMENT, name) for name in list(Statement.__slots__)[:7]),
        stance,
        STATEMENT.prose,
        "a rule",
        confidence,
        strength=strength,
    )
    assert codec.loads(Statement, codec.dumps(found)) == found


def test_dates_nested_records_and_pairs_come_back_as_they_were() -> None:
    meeting = Meeting("m", "M", period=Period.month(2017, 12), chairs=(Chair("A B"),))
    process = Process("P", meetings=(meeting,), asked=(("XFR", ("a", "b")),))
    assert codec.loads(Process, codec.dumps(process)) == process


def test_open_ends_come_back_as_they_were() -> None:
    membership = Membership("group:x", "XFR", date(2017, 1, 2), None, "a source")
    assert codec.loads(Membership, codec.dumps(membership)) == membership


def test_pairs_in_a_tuple_come_back_as_tuples() -> None:
    theme = Theme("t", "T", terms=(("en", "port*"), ("fr", "port")))
    assert codec.loads(Theme, codec.dumps(theme)).terms == theme.terms


def test_several_records_come_back_in_their_order() -> None:
    assert codec.loads_all(type(FACT), codec.dumps_all([FACT, FACT])) == (FACT, FACT)


def test_fields_that_hold_their_default_are_left_out() -> None:
    assert "negated" not in codec.dumps(STATEMENT)
