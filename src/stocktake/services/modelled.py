"""What a language model said, as records: answers that are kept become statements if their words
stand in the text, and issues if not. No network is needed, or used, here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stocktake import store
from stocktake.extractors.language_model import RULE, Asked, Unusable, read_answer
from stocktake.lexicon import Lexicon
from stocktake.lexicon.prompts import load_prompt
from stocktake.model import Activity, Candidate, Document, Input, Issue, Statement, content_id
from stocktake.model.identity import Part
from stocktake.services import extraction
from stocktake.services.extraction import Findings, Subject, Tool, Tools
from stocktake.services.planning import Plan
from stocktake.services.process_file import ProcessFile
from stocktake.services.questions import PROMPT, Answers, Question, questions
from stocktake.services.workspace import Workspace
from stocktake.settings import UNMARKED, LanguageModel
from stocktake.store import Hold, Kept, Result, Step, Store

VERSION = "1"
UNANSWERED = "language model: passages without an answer"


@dataclass(frozen=True, slots=True)
class Ready:
    """A workspace of which all inputs are read, and no stock is taken yet."""

    workspace: Workspace
    base: Store
    settings: ProcessFile
    words: Lexicon
    plans: list[Plan]

    @property
    def answers(self) -> Answers:
        return Answers(self.workspace.answers)

    def may_be_sent(self, input_: Input) -> bool:
        """Whether the text of an input may leave the machine."""
        model = self.settings.language_model
        mark = input_.get("confidentiality") or UNMARKED
        return model is not None and mark in model.confidentiality


@dataclass(frozen=True, slots=True)
class Answered:
    """A passage and what was answered; None if nothing is kept."""

    question: Question
    answer: str | None


@dataclass(frozen=True, slots=True)
class Offered:
    """What a model offers of one document, as an extractor that only hands it over."""

    candidates: tuple[Candidate, ...]
    version: str = VERSION

    def extract(self, *_: object) -> Iterator[Candidate]:
        return iter(self.candidates)


@dataclass(frozen=True, slots=True)
class Source:
    """A document whose text may be sent, with its input and the result of its extraction."""

    document: Document
    input_: Input
    result: Kept


def results(ready: Ready) -> tuple[Kept, ...]:
    """The results of all documents of which a model said something, made now if need be."""
    model = ready.settings.language_model
    if model is None or not ready.workspace.answers.is_dir():
        return ()
    prompt = load_prompt(PROMPT, ready.workspace.lexicon)
    known = _known(ready)
    keys = []
    for source in sources(ready):
        asked = questions(source.document, model, prompt)
        told = [Answered(each, ready.answers.get(each)) for each in asked]
        if any(each.answer is not None for each in told):
            keys.append(_key(source.result, model, told))
            if keys[-1] not in known:
                _make(ready, source, told, keys[-1])
    every = _known(ready)
    return tuple(every[key] for key in keys)


def sources(ready: Ready) -> Iterator[Source]:
    """The documents whose text may be sent, by the names of their inputs."""
    for plan in ready.plans:
        input_ = plan.as_input(ready.words)
        if plan.counted and plan.counted.document_id and ready.may_be_sent(input_):
            with ready.base.reading() as connection:
                document = next(store.documents(connection, [plan.counted.document_id]))
            yield Source(document, input_, plan.counted)


def _known(ready: Ready) -> dict[str, Kept]:
    with ready.base.reading() as connection:
        return store.results(connection)


def _key(result: Kept, model: LanguageModel, told: Iterable[Answered]) -> str:
    answers: list[Part] = [[each.question.key, each.answer] for each in told]
    return content_id(Step.LANGUAGE_MODEL, VERSION, result.key, model.model, answers)


def _make(ready: Ready, source: Source, told: list[Answered], key: str) -> None:
    """Make the result of a document, and keep it."""
    model = ready.settings.language_model
    with ready.base.reading() as connection:
        by_rule = store.findings_of(connection, store.STATEMENTS, [source.result.number])
    found = _found(Subject(source.document, source.input_, ready.words), told, by_rule)
    result = Result(key, Step.LANGUAGE_MODEL, source.input_.id, source.document.id)
    activity = Activity(Step.LANGUAGE_MODEL, VERSION, model=model.model if model else "")
    records = {store.STATEMENTS: found.statements, store.ISSUES: found.issues}
    with ready.base.writing(Hold.ADDING) as connection:
        store.add_result(connection, result, activity, records)


def _found(subject: Subject, told: list[Answered], known: Iterable[Statement]) -> Findings:
    """What stands in the text of what was answered, but for what the rules found as well."""
    lines = list(_lines(subject, told))
    candidates = tuple(line for line in lines if isinstance(line, Candidate))
    tool = Tool(RULE, Offered(candidates))
    proven = extraction.statements(subject, Tools((tool,), ()))
    by_rule = [(item, {actor.id for actor in item.actors}) for item in known]
    new = tuple(item for item in proven.statements if not _is_known(item, by_rule))
    issues = (*proven.issues, *_issues(subject, told, lines))
    return Findings(statements=new, issues=tuple({issue.id: issue for issue in issues}.values()))


def _lines(subject: Subject, told: Iterable[Answered]) -> Iterator[Candidate | Unusable]:
    for each in told:
        if each.answer is not None:
            question = each.question
            asked = Asked(subject.document, subject.input_, question.start, question.end)
            yield from read_answer(each.answer, asked, subject.lexicon)


def _is_known(statement: Statement, by_rule: Iterable[tuple[Statement, set[str]]]) -> bool:
    """Whether the rules found that one of the actors says something in these words."""
    start, end = statement.content.start, statement.content.end
    return any(
        item.content.start < end
        and start < item.content.end
        and not actors.isdisjoint(actor.id for actor in statement.actors)
        for item, actors in by_rule
    )


def _issues(
    subject: Subject, told: list[Answered], lines: Iterable[Candidate | Unusable]
) -> Iterator[Issue]:
    """An Issue for each line that is of no use, and one for passages without an answer."""
    document = subject.document
    for number, line in enumerate(lines):
        if isinstance(line, Unusable):
            yield Issue(
                content_id(document.id, RULE, number, line.reason),
                f"language model: {line.reason}",
                f"line {line.line} of an answer offers {line.reason}; it was refused.",
                "Nothing needs to be done; if it happens often, try another model or prompt.",
                subject.input_.name,
                subject.input_.id,
                document.id,
            )
    left = sum(each.answer is None for each in told)
    if left:
        yield Issue(
            content_id(document.id, UNANSWERED, left),
            UNANSWERED,
            f"{left:,} of {len(told):,} passages were not answered by the language model.",
            "Run again: stocktake build --language-model",
            subject.input_.name,
            subject.input_.id,
            document.id,
        )
