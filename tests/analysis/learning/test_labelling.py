"""What people said of statements stands, and the rest is learned from it."""

from __future__ import annotations

from stocktake.analysis.learning.labelling import Settled, Spoken, settle
from stocktake.model import (
    Act,
    Basis,
    Prose,
    Quotation,
    Review,
    ReviewState,
    Stance,
    Statement,
    StatementActor,
)
from tests.analysis.learning.making import RULES, SCHEME, labelled


def statement(number: int, text: str, context: str = "") -> Statement:
    """One that says *text* behind *context*, in a document of its own."""
    whole = f"{context} Freedonia urges: {text}"
    at = len(whole) - len(text)
    quotation = Quotation(at, len(whole), text)
    return Statement(
        id=f"s{number:03}",
        document_id=f"d{number:03}",
        sentence=Quotation(0, len(whole), whole),
        actors=(StatementActor("XFR", "Freedonia"),),
        act=Act.REQUESTS,
        stance=Stance.SUPPORTS,
        prose=Prose.REPORT,
        rule="test",
        confidence=0.9,
        cue=quotation,
        content=quotation,
        context=Quotation(0, len(context), context) if context else None,
    )


def said(number: int, codes: set[str]) -> Review:
    value = "; ".join(sorted(code.lower() for code in codes))
    id_ = f"s{number:03}"
    return Review(id_, id_, ReviewState.EDITED, "about.themes", "", value, "J. Doe", "2031-04-01")


def learned() -> tuple[list[Statement], Settled]:
    """Sixty labelled statements and one more."""
    texts, labels = labelled()
    statements = [statement(n, text) for n, text in enumerate([*texts, "Repair each wharf"])]
    reviews = [said(n, codes) for n, codes in enumerate(labels)]
    return statements, settle([], statements, [SCHEME], reviews, RULES)


def test_a_statement_without_a_label_is_sorted_by_what_was_learned() -> None:
    statements, settled = learned()
    [found] = [item for item in settled.assignments if item.statement_id == statements[-1].id]
    assert (found.code, found.basis) == ("harbours", Basis.MODEL)


def test_the_words_that_cause_it_are_quoted_from_the_document() -> None:
    statements, settled = learned()
    [found] = [item for item in settled.assignments if item.statement_id == statements[-1].id]
    whole = statements[-1].sentence.text
    assert {whole[term.start : term.end] == term.text for term in found.terms} == {True}


def test_the_examples_that_cause_it_are_labelled_so() -> None:
    statements, settled = learned()
    [found] = [item for item in settled.assignments if item.statement_id == statements[-1].id]
    bearing = {item.statement_id for item in settled.assignments if item.code == "harbours"}
    assert (len(found.examples), set(found.examples) <= bearing) == (2, True)


def test_without_labels_nothing_changes() -> None:
    assert settle([], [statement(1, "A pier")], [SCHEME], [], RULES) == Settled(())


def test_a_label_that_was_taken_back_is_none() -> None:
    back = Review("r2", "s001", ReviewState.MACHINE, "about.themes", "", "", "J. Doe", "2031-04-02")
    reviews = [said(1, {"ships"}), back]
    assert settle([], [statement(1, "A pier")], [SCHEME], reviews, RULES) == Settled(())


def test_words_are_quoted_from_the_leading_phrase_and_from_the_content() -> None:
    spoken = Spoken.by(statement(1, "a pier", "On harbours,"))
    places = [spoken.text.index(word) for word in ("harbours", "pier")]
    assert [spoken.quotation(at, at + 4).start for at in places] == [3, 32]
