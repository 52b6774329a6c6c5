"""All that the extractors find in one document, proven; a crash of one is an Issue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

from stocktake import extractors
from stocktake.lexicon import Lexicon
from stocktake.model import CaseStudy, Document, Fact, Input, Issue, Statement, content_id
from stocktake.registry import Registry
from stocktake.services import evidence
from stocktake.services.places import RefusedError

R = TypeVar("R", Statement, Fact, CaseStudy)


@dataclass(frozen=True, slots=True)
class Tool:
    """An extractor under its *name*, or the error that loading it met."""

    name: str
    extractor: Any

    @property
    def version(self) -> str:
        if isinstance(self.extractor, Exception):
            return f"cannot be loaded: {self.extractor}"
        return str(getattr(self.extractor, "version", "no version"))

    def offers(self, subject: Subject) -> Iterable[Any]:
        """What it finds; whatever it raises comes out here."""
        if isinstance(self.extractor, Exception):
            raise self.extractor
        offered: Iterable[Any] = self.extractor.extract(
            subject.document, subject.input_, subject.lexicon
        )
        return offered


@dataclass(frozen=True, slots=True)
class Tools:
    """All extractors, ours and those of other packages, loaded once for many documents."""

    statements: tuple[Tool, ...]
    facts: tuple[Tool, ...]

    def versions(self) -> list[tuple[str, str]]:
        """Name and version of each."""
        return [(tool.name, tool.version) for tool in (*self.statements, *self.facts)]


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


def tools() -> Tools:
    """The extractors at hand now; one that cannot be loaded is among them, with why."""
    return Tools(_loaded(extractors.STATEMENTS), _loaded(extractors.FACTS))


def findings(subject: Subject, at_hand: Tools | None = None) -> Findings:
    """Run every extractor (*at_hand*, or all there are) over a document.

    Never raises for what an extractor does.
    """
    used = at_hand or tools()
    said = statements(subject, used)
    facts, refused = _run(used.facts, subject, evidence.prove_fact)
    studies, refused_studies = _case_studies(subject)
    issues = [*said.issues, *refused, *refused_studies]
    return Findings(
        said.statements,
        _in_order([record for _, record in facts], lambda item: (item.sentence, item.id)),
        _in_order(studies, lambda item: (item.passage, item.id)),
        tuple({issue.id: issue for issue in issues}.values()),
    )


def statements(subject: Subject, at_hand: Tools) -> Findings:
    """As ``findings``, but the statements alone."""
    trust = partial(subject.lexicon.confidence.of, subject.document.language or "en")
    prove = partial(evidence.prove_statement, trust=trust)
    made, issues = _run(at_hand.statements, subject, prove)
    proven = [(record, candidate.answers) for candidate, record in made]
    found = []
    for statement, refusal in evidence.link_answers(subject.document, proven):
        found.append(statement)
        if refusal:
            start = statement.sentence.start
            issues.append(evidence.refusal_issue(refusal, subject.document, statement.rule, start))
    place = attrgetter("sentence", "content", "cue", "id")
    return Findings(statements=_in_order(found, place), issues=tuple(issues))


def _loaded(registry: Registry[Any]) -> tuple[Tool, ...]:
    return tuple(
        Tool(f"{registry.kind} {name}", _load(registry, name)) for name in registry.names()
    )


def _load(registry: Registry[Any], name: str) -> Any:
    try:
        return registry.get(name)
    except Exception as error:
        return error


def _case_studies(subject: Subject) -> tuple[list[CaseStudy], list[Issue]]:
    offer = partial(extractors.case_studies, subject.document, subject.input_, subject.lexicon)
    made, issues = _prove_each("case studies", offer, subject.document, evidence.prove_case_study)
    return [record for _, record in made], issues


def _run(
    at_hand: Iterable[Tool], subject: Subject, prove: Callable[[Document, Any], R]
) -> tuple[list[tuple[Any, R]], list[Issue]]:
    made: list[tuple[Any, R]] = []
    issues: list[Issue] = []
    for tool in at_hand:
        offer = partial(tool.offers, subject)
        some, refused = _prove_each(tool.name, offer, subject.document, prove)
        made += some
        issues += refused
    return made, issues


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


def _in_order(records: Iterable[R], place: Callable[[R], Any]) -> tuple[R, ...]:
    """Each record once: of two with the same id, the one found first."""
    once: dict[str, R] = {}
    for record in records:
        once.setdefault(record.id, record)
    return tuple(sorted(once.values(), key=place))
