"""Evidence or nothing: a candidate becomes a record if its words stand in the text, or an Issue.

Words stand where they are offered, or exactly once where they may stand: nested quotations within
their sentence, others in the document. A record is made whole or not at all, and the words that
were refused are kept nowhere.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator

from stocktake.model import (
    Act,
    Attribute,
    Candidate,
    CaseStudy,
    Document,
    Fact,
    FactCandidate,
    FactKind,
    Issue,
    Prose,
    Quotation,
    Quote,
    Stance,
    Statement,
    StatementActor,
    Strength,
    content_id,
)
from stocktake.model.identity import Part
from stocktake.services.places import RefusedError, Span, locate, quotations, stands

Trust = Callable[[str, float], float]
REMEDY = "Look at the passage; if the rule is wrong, tell its author."


def prove_statement(
    document: Document, candidate: Candidate, trust: Trust = lambda _, offered: offered
) -> Statement:
    """The Statement that *candidate* offers, or RefusedError; what it answers is linked later.

    *trust* tells the confidence that findings of a rule deserve, by what was offered. ValueError
    if it says something that no Statement can say.
    """
    sentence = locate(candidate.sentence, "sentence", _whole(document))
    within = Span(document.text, sentence.start, sentence.end)
    content = locate(candidate.content, "content", within)
    statement = Statement(
        id="",
        document_id=document.id,
        sentence=sentence,
        content=content,
        cue=locate(candidate.cue, "cue", within),
        actors=tuple(_actor(actor, name, within) for actor, name in candidate.actors),
        act=Act(candidate.act),
        stance=Stance(candidate.stance),
        prose=Prose(candidate.prose),
        rule=candidate.rule,
        confidence=trust(candidate.rule, _confidence(candidate.confidence)),
        offered=float(candidate.confidence),
        negated=candidate.negated,
        context=_context(candidate.context, within),
        condition=_locate_if(candidate.condition, "condition", within),
        quoted=_locate_if(
            candidate.quoted, "words quoted", Span(document.text, content.start, content.end)
        ),
        addressees=candidate.addressees,
        strength=None if candidate.strength is None else Strength(candidate.strength),
    )
    return dataclasses.replace(statement, id=_statement_id(statement))


def prove_fact(document: Document, candidate: FactCandidate) -> Fact:
    """The Fact that *candidate* offers; RefusedError if it is none."""
    sentence = locate(candidate.sentence, "sentence", _whole(document))
    within = Span(document.text, sentence.start, sentence.end)
    attributes = tuple(
        Attribute(item.name, item.value, _near(item.quote, item.name, within))
        for item in candidate.attributes
    )
    told: list[Part] = [[item.name, item.value, item.quotation.start] for item in attributes]
    return Fact(
        content_id(document.id, candidate.kind, sentence.start, sentence.end, told),
        document.id,
        FactKind(candidate.kind),
        sentence,
        attributes,
        candidate.rule,
        _confidence(candidate.confidence),
    )


def prove_case_study(document: Document, study: CaseStudy) -> CaseStudy:
    """*study* itself, if all its words stand where it says; RefusedError if not."""
    for quotation in quotations(study):
        if not stands(quotation, document.text):
            raise RefusedError("not in the text", "case study")
    return study


def link_answers(
    document: Document, proven: Iterable[tuple[Statement, Quote | None]]
) -> Iterator[tuple[Statement, RefusedError | None]]:
    """Each statement with the id of the one it answers; and why not, if that is not found."""
    found = list(proven)
    statements = [statement for statement, _ in found]
    for statement, answers in found:
        if answers is None:
            yield statement, None
            continue
        try:
            earlier = _answered(document, statement, answers, statements)
            yield dataclasses.replace(statement, answers_id=earlier.id), None
        except RefusedError as refusal:
            yield statement, refusal


def refusal_issue(
    refusal: RefusedError, document: Document, source: str, start: int | None
) -> Issue:
    """The Issue that a refusal leaves for a person; *source* names extractor and rule."""
    page = document.page_at(start) if start is not None else None
    where = [f"page {page}"] if page else []
    where += [f"character {start}"] if start is not None else []
    return Issue(
        content_id(document.id, refusal.reason, refusal.part, source, start),
        f"evidence: {refusal.reason}",
        f"{source} offered something that is no evidence: {refusal.message}",
        REMEDY,
        ", ".join(where),
        document.input_id,
        document.id,
    )


def _whole(document: Document) -> Span:
    return Span(document.text, 0, len(document.text))


def _locate_if(quote: Quote | None, part: str, span: Span) -> Quotation | None:
    return None if quote is None else locate(quote, part, span)


def _context(quote: Quote | None, within: Span) -> Quotation | None:
    """The context, which for a point of a list stands before its sentence."""
    return None if quote is None else _near(quote, "context", within)


def _near(quote: Quote, part: str, within: Span) -> Quotation:
    """The place of words that may also stand outside the sentence, which is looked at first."""
    everywhere = Span(within.text, 0, len(within.text))
    if quote.start is None and within.text.find(quote.text, within.start, within.end) >= 0:
        return locate(quote, part, within)
    return locate(quote, part, everywhere)


def _actor(actor: StatementActor, name: Quote | None, within: Span) -> StatementActor:
    quotation = None if name is None else _near(name, "name of an actor", within)
    return dataclasses.replace(actor, quotation=quotation)


def _confidence(value: float) -> float:
    if not 0 <= value <= 1:
        raise ValueError(f"a confidence of {value} is not between 0 and 1")
    return float(value)


def _statement_id(statement: Statement) -> str:
    parts = (statement.sentence, statement.content, statement.cue)
    places: list[Part] = [[quotation.start, quotation.end] for quotation in parts]
    actors: list[Part] = [[actor.id, actor.role.value] for actor in _sorted_actors(statement)]
    kind = (statement.act, statement.stance, statement.negated)
    return content_id(statement.document_id, places, actors, *kind)


def _sorted_actors(statement: Statement) -> list[StatementActor]:
    return sorted(statement.actors, key=lambda actor: (actor.id, actor.role))


def _answered(
    document: Document, statement: Statement, answers: Quote, statements: list[Statement]
) -> Statement:
    place = locate(answers, "content it answers", _whole(document))
    earlier = [
        other
        for other in statements
        if other.id != statement.id
        and other.content.start <= place.start
        and place.end <= other.content.end
    ]
    if not earlier:
        raise RefusedError("answers nothing", "content it answers")
    return min(earlier, key=lambda other: (other.content.end - other.content.start, other.id))
