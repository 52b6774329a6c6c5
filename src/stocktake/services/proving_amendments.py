"""Evidence or nothing: an amendment is kept if all its words stand in the stored text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stocktake.model import (
    Amendment,
    AmendmentCandidate,
    Document,
    Input,
    Issue,
    Quotation,
    Quote,
    content_id,
)
from stocktake.services.evidence import refusal_issue
from stocktake.services.places import RefusedError, Span, locate


@dataclass(frozen=True, slots=True)
class Proven:
    """The amendments of one document, in the order of the text, and what was refused."""

    amendments: tuple[Amendment, ...]
    issues: tuple[Issue, ...]


def prove_all(document: Document, input_: Input, offered: Iterable[AmendmentCandidate]) -> Proven:
    """Each candidate as an Amendment, or an Issue for a person; the same twice is one."""
    found: dict[str, Amendment] = {}
    issues: dict[str, Issue] = {}
    for candidate in offered:
        try:
            amendment = prove(document, input_, candidate)
            found.setdefault(amendment.id, amendment)
        except RefusedError as refusal:
            source = f"amendments, {candidate.rule}"
            issue = refusal_issue(refusal, document, source, candidate.sentence.start)
            issues.setdefault(issue.id, issue)
    return Proven(tuple(found.values()), tuple(issues.values()))


def prove(document: Document, input_: Input, candidate: AmendmentCandidate) -> Amendment:
    """The Amendment that *candidate* offers; RefusedError if its words do not stand there."""
    whole = Span(document.text, 0, len(document.text))
    sentence = locate(candidate.sentence, "sentence", whole)
    target = ", ".join(locate(item, "target", whole).text for item in candidate.target)
    old, new, meant = (
        _words(quote, name, whole)
        for quote, name in (
            (candidate.old, "old words"),
            (candidate.new, "new words"),
            (candidate.described, "description"),
        )
    )
    return Amendment(
        id=_id(document, sentence, candidate, (target, old, new, meant)),
        action=candidate.action,
        target=target,
        old=old,
        new=new,
        where=candidate.where,
        actors=candidate.actors,
        supporters=candidate.supporters,
        opponents=candidate.opponents,
        date=input_.get("date"),
        document_id=document.id,
        quotation=sentence,
        described=meant,
        statements=candidate.statements,
    )


def _words(quote: Quote | None, part: str, span: Span) -> str:
    return "" if quote is None else locate(quote, part, span).text


def _id(
    document: Document, sentence: Quotation, candidate: AmendmentCandidate, words: tuple[str, ...]
) -> str:
    place = (document.id, sentence.start, sentence.end)
    return content_id("amendment", *place, candidate.action, candidate.where, list(words))
