"""Candidates become records, or nothing."""

from __future__ import annotations

import dataclasses

import pytest

from stocktake.model import (
    Act,
    Block,
    BlockKind,
    Candidate,
    CaseStudy,
    Document,
    FactCandidate,
    FactKind,
    OfferedAttribute,
    Prose,
    Quotation,
    Quote,
    Stance,
    StatementActor,
)
from stocktake.services.evidence import (
    link_answers,
    prove_case_study,
    prove_fact,
    prove_statement,
    refusal_issue,
)
from stocktake.services.places import RefusedError

FIRST = "Freedonia supports open ports."
SECOND = "Sylvania opposes this."
TEXT = f"{FIRST} {SECOND}"
DOCUMENT = Document(
    "d" * 32, "a" * 64, TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),), page_starts=(0,)
)
CANDIDATE = Candidate(
    sentence=Quote(FIRST, 0),
    content=Quote("open ports"),
    cue=Quote("supports"),
    actors=((StatementActor("XFR", "Freedonia"), Quote("Freedonia", 0)),),
    act=Act.SUPPORTS,
    stance=Stance.SUPPORTS,
    prose=Prose.REPORT,
    rule="a rule",
    confidence=0.9,
)
ANSWER = dataclasses.replace(
    CANDIDATE,
    sentence=Quote(SECOND),
    content=Quote("this"),
    cue=Quote("opposes"),
    actors=((StatementActor("XSY", "Sylvania"), Quote("Sylvania")),),
    act=Act.OPPOSES,
    stance=Stance.OPPOSES,
    answers=Quote("open ports"),
)


def test_a_statement_has_its_words_at_their_places() -> None:
    statement = prove_statement(DOCUMENT, CANDIDATE)
    assert (statement.content, statement.cue) == (
        Quotation(19, 29, "open ports"),
        Quotation(10, 18, "supports"),
    )


def test_the_name_of_an_actor_is_evidence_too() -> None:
    assert prove_statement(DOCUMENT, CANDIDATE).actors[0].quotation == Quotation(0, 9, "Freedonia")


def test_an_author_needs_no_name_in_the_text() -> None:
    spoken = dataclasses.replace(CANDIDATE, actors=((StatementActor("XFR", "Freedonia"), None),))
    assert prove_statement(DOCUMENT, spoken).actors[0].quotation is None


def test_the_same_claim_twice_is_one_record() -> None:
    placed = dataclasses.replace(CANDIDATE, content=Quote("open ports", 19), rule="another rule")
    assert prove_statement(DOCUMENT, placed).id == prove_statement(DOCUMENT, CANDIDATE).id


@pytest.mark.parametrize(
    "change", [{"act": Act.OPPOSES}, {"negated": True}, {"cue": Quote("supports open")}]
)
def test_another_claim_is_another_record(change: dict[str, object]) -> None:
    other = dataclasses.replace(CANDIDATE, **change)  # type: ignore[arg-type]
    assert prove_statement(DOCUMENT, other).id != prove_statement(DOCUMENT, CANDIDATE).id


def test_content_of_another_sentence_is_refused() -> None:
    with pytest.raises(RefusedError, match="outside the sentence"):
        prove_statement(DOCUMENT, dataclasses.replace(CANDIDATE, content=Quote("this")))


def test_an_invented_name_is_refused() -> None:
    actors = ((StatementActor("XFR", "Freedonia"), Quote("Utopia")),)
    with pytest.raises(RefusedError, match="name of an actor"):
        prove_statement(DOCUMENT, dataclasses.replace(CANDIDATE, actors=actors))


def test_words_quoted_must_stand_within_the_content() -> None:
    with pytest.raises(RefusedError, match="words quoted"):
        prove_statement(DOCUMENT, dataclasses.replace(CANDIDATE, quoted=Quote("Freedonia", 0)))


def test_an_answer_is_tied_to_the_statement_it_answers() -> None:
    first, second = (prove_statement(DOCUMENT, item) for item in (CANDIDATE, ANSWER))
    linked = [item for item, _ in link_answers(DOCUMENT, [(first, None), (second, ANSWER.answers)])]
    assert linked[1].answers_id == first.id


def test_an_answer_to_nothing_stays_a_statement_and_says_so() -> None:
    answer = prove_statement(DOCUMENT, ANSWER)
    [(statement, refusal)] = link_answers(DOCUMENT, [(answer, Quote("open ports"))])
    assert statement.answers_id is None
    assert refusal is not None


def test_a_fact_has_its_attributes_at_their_places() -> None:
    attribute = OfferedAttribute("actor", "XFR", Quote("Freedonia"))
    offered = FactCandidate(FactKind.ATTENDANCE, Quote(FIRST), (attribute,), "a rule", 1.0)
    assert prove_fact(DOCUMENT, offered).attributes[0].quotation == Quotation(0, 9, "Freedonia")


def test_a_fact_with_one_invented_attribute_is_refused_whole() -> None:
    attribute = OfferedAttribute("actor", "XUT", Quote("Utopia"))
    offered = FactCandidate(FactKind.ATTENDANCE, Quote(FIRST), (attribute,), "a rule", 1.0)
    with pytest.raises(RefusedError):
        prove_fact(DOCUMENT, offered)


def test_a_case_study_that_is_not_in_the_text_is_refused() -> None:
    study = CaseStudy("c" * 32, DOCUMENT.id, Quotation(0, 9, "Sylvanian"))
    with pytest.raises(RefusedError):
        prove_case_study(DOCUMENT, study)


@pytest.mark.parametrize("change", [{"act": "sings"}, {"confidence": 1.5}])
def test_a_candidate_that_says_what_no_statement_can_say_is_an_error(
    change: dict[str, object],
) -> None:
    with pytest.raises(ValueError, match=r"sings|confidence"):
        prove_statement(DOCUMENT, dataclasses.replace(CANDIDATE, **change))  # type: ignore[arg-type]


def test_a_refusal_is_counted_by_its_kind_and_says_where() -> None:
    issue = refusal_issue(RefusedError("not in the text", "content"), DOCUMENT, "english", 31)
    assert (issue.kind, issue.place) == ("evidence: not in the text", "page 1, character 31")


def test_the_context_of_a_point_may_stand_before_its_sentence() -> None:
    point = dataclasses.replace(
        CANDIDATE,
        sentence=Quote(SECOND, len(FIRST) + 1),
        content=Quote("this"),
        cue=Quote("opposes"),
        actors=(),
        context=Quote(FIRST, 0),
    )
    assert prove_statement(DOCUMENT, point).context == Quotation(0, len(FIRST), FIRST)
