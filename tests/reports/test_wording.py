"""The words in which a proposal is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stocktake.model import Act, Prose, Quotation, Stance, Statement
from stocktake.reports.wording import asked

SENTENCE = "We do call for longer piers."


def said(cue: str, content: str) -> Statement:
    def quotation(words: str) -> Quotation:
        start = 40 + SENTENCE.index(words)
        return Quotation(start, start + len(words), words)

    return Statement(
        id="s1",
        document_id="d1",
        sentence=Quotation(40, 40 + len(SENTENCE), SENTENCE),
        content=quotation(content),
        cue=quotation(cue),
        actors=(),
        act=Act.REQUESTS,
        stance=Stance.SUPPORTS,
        prose=Prose.FIRST_PERSON,
        rule="author",
        confidence=0.9,
    )


def test_the_cue_leads_what_would_not_read_alone() -> None:
    assert asked(said("call", "for longer piers")) == "call for longer piers"


def test_a_content_that_holds_its_cue_stands_alone() -> None:
    assert asked(said("call", "We do call for longer piers")) == "We do call for longer piers"


@pytest.mark.parametrize("against", [{"negated": True}, {"stance": Stance.OPPOSES}])
def test_a_cue_turned_against_the_content_is_left_out(against: dict[str, object]) -> None:
    statement = replace(said("call", "for longer piers"), **against)  # type: ignore[arg-type]
    assert asked(statement) == "for longer piers"
