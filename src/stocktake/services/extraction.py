"""All that the extractors find in one document, proven; a crash of one is an Issue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from stocktake import extractors
from stocktake.lexicon import Lexicon
from stocktake.model import CaseStudy, Document, Fact, Input, Issue, Statement, content_id
from stocktake.registry import Registry
from stocktake.services import evidence
from stocktake.services.places import RefusedError

R = TypeVar("R", Statement, Fact, CaseStudy)


@dataclass(frozen=True, slots=True)
class Subject:
    """What an extractor looks at."""

    document: Document
    input_: Input
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Findings:
    """What stands in one document, in the order of the text, and what was refused."""

    statements: tuple[Statement, ...] = ()
    facts: tuple[Fact, ...] = ()
    case_studies: tuple[CaseStudy, ...] = ()
    issues: tuple[Issue, ...] = ()


def versions() -> list[tuple[str, str]]:
    """Name and version of every extractor; a plug-in that cannot be loaded is named with why."""
    registries: list[Registry[Any]] = [extractors.STATEMENTS, extractors.FACTS]
    return [
        (f"{registry.kind} {name}", _version(registry, name))
        for registry in registries
        for name in registry.names()
    ]


def findings(subject: Subject) -> Findings:
    """Run every extractor over a document; never raises for what an extractor does."""
    statements, refused = _statements(subject)
    facts, refused_facts = _facts(subject)
    studies, refused_studies = _case_studies(subject)
    issues = [*refused, *refused_facts, *refused_studies]
    return Findings(
        _in_order(statements, lambda item: (item.sentence, item.content, item.cue, item.id)),
        _in_order(facts, lambda item: (item.sentence, item.id)),
        _in_order(studies, lambda item: (item.passage, item.id)),
        tuple({issue.id: issue for issue in issues}.values()),
    )


def _statements(subject: Subject) -> tuple[list[Statement], list[Issue]]:
    made, issues = _run(extractors.STATEMENTS, subject, evidence.prove_statement)
    proven = [(record, candidate.answers) for candidate, record in made]
    statements = []
    for statement, refusal in evidence.link_answers(subject.document, proven):
        statements.append(statement)
        if refusal:
            start = statement.sentence.start
            issues.append(evidence.refusal_issue(refusal, subject.document, statement.rule, start))
    return statements, issues


def _facts(subject: Subject) -> tuple[list[Fact], list[Issue]]:
    made, issues = _run(extractors.FACTS, subject, evidence.prove_fact)
    return [record for _, record in made], issues


def _case_studies(subject: Subject) -> tuple[list[CaseStudy], list[Issue]]:
    offer = partial(extractors.case_studies, subject.document, subject.input_, subject.lexicon)
    made, issues = _prove_each("case studies", offer, subject.document, evidence.prove_case_study)
    return [record for _, record in made], issues


def _run(
    registry: Registry[Any], subject: Subject, prove: Callable[[Document, Any], R]
) -> tuple[list[tuple[Any, R]], list[Issue]]:
    made: list[tuple[Any, R]] = []
    issues: list[Issue] = []
    for name in registry.names():
        offer = partial(_offer, registry, name, subject)
        some, refused = _prove_each(f"{registry.kind} {name}", offer, subject.document, prove)
        made += some
        issues += refused
    return made, issues


def _offer(registry: Registry[Any], name: str, subject: Subject) -> Iterable[Any]:
    extractor = registry.get(name)
    offered: Iterable[Any] = extractor.extract(subject.document, subject.input_, subject.lexicon)
    return offered


def _prove_each(
    source: str,
    offer: Callable[[], Iterable[Any]],
    document: Document,
    prove: Callable[[Document, Any], R],
) -> tuple[list[tuple[Any, R]], list[Issue]]:
    """Prove what is offered, one after another; what was proven before a crash is kept."""
    made: list[tuple[Any, R]] = []
    issues: list[Issue] = []
    try:
        for candidate in offer():
            outcome = _proven(source, candidate, document, prove)
            if isinstance(outcome, Issue):
                issues.append(outcome)
            else:
                made.append((candidate, outcome))
    except Exception as error:
        issues.append(_crash(source, error, document))
    return made, issues


def _proven(
    source: str, candidate: Any, document: Document, prove: Callable[[Document, Any], R]
) -> R | Issue:
    try:
        return prove(document, candidate)
    except RefusedError as refusal:
        start = getattr(getattr(candidate, "sentence", None), "start", None)
        rule = f"{source}, {getattr(candidate, 'rule', 'no rule')}"
        return evidence.refusal_issue(refusal, document, rule, start)


def _crash(source: str, error: Exception, document: Document) -> Issue:
    said = f"{type(error).__name__}: {error}"[:300]
    return Issue(
        content_id(document.id, "extractor failed", source, said),
        "extractor failed",
        f"{source} failed on this document ({said}); what it found before is kept.",
        "Tell its author; other extractors were not touched by it.",
        "",
        document.input_id,
        document.id,
    )


def _version(registry: Registry[Any], name: str) -> str:
    try:
        return str(getattr(registry.get(name), "version", "no version"))
    except Exception as error:
        return f"cannot be loaded: {error}"


def _in_order(records: Iterable[R], place: Callable[[R], Any]) -> tuple[R, ...]:
    """Each record once: of two with the same id, the one found first."""
    once: dict[str, R] = {}
    for record in records:
        once.setdefault(record.id, record)
    return tuple(sorted(once.values(), key=place))
