"""The completeness ledger: what became of every input, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from stocktake.model import (
    Document,
    Fact,
    Input,
    Issue,
    LedgerEntry,
    LedgerStatus,
    Statement,
)
from stocktake.model.withdrawals import WITHDRAWN

_EVIDENCE = "evidence:"
_NOTHING_READ = "It has not been read."


def keep_ledger(
    inputs: Sequence[Input],
    documents: Iterable[Document],
    statements: Iterable[Statement],
    facts: Iterable[Fact],
    issues: Iterable[Issue],
) -> Iterator[LedgerEntry]:
    """One entry for every input, in the order of *inputs*.

    An input is failed if nothing of it could be read, partial if its reader or an extractor says
    what it could not do. Candidates that were refused because they were no evidence leave an
    Issue, but take nothing from what was read. What was withdrawn tells when, by whom and why.
    """
    said = Counter(item.document_id for item in statements)
    told = Counter(item.document_id for item in facts)
    by_input: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_input[document.input_id].append(document)
    problems = _problems(issues)
    for input_ in inputs:
        read = by_input.get(input_.id, [])
        withdrawal = input_.get(WITHDRAWN)
        reasons = [*problems.get(input_.id, ()), *(note for item in read for note in item.notes)]
        yield LedgerEntry(
            input_id=input_.id,
            name=input_.name,
            status=LedgerStatus.WITHDRAWN if withdrawal else _status(read, reasons),
            reason=withdrawal or (" ".join(dict.fromkeys(reasons)) if read else _why_not(reasons)),
            pages=sum(len(item.page_starts) for item in read),
            passages=sum(len(item.blocks) for item in read),
            statements=sum(said[item.id] for item in read),
            facts=sum(told[item.id] for item in read),
            also_under=_other_names(input_),
        )


def _problems(issues: Iterable[Issue]) -> Mapping[str, list[str]]:
    """What went wrong with each input, in a stable order."""
    found: dict[str, list[str]] = defaultdict(list)
    for issue in sorted(issues, key=lambda item: (item.kind, item.message, item.id)):
        if issue.input_id and not issue.kind.startswith(_EVIDENCE) and issue.kind not in _ASIDE:
            found[issue.input_id].append(" ".join(filter(None, (issue.message, issue.remedy))))
    return found


_ASIDE = frozenset({"unknown actor"})


def _status(read: list[Document], reasons: list[str]) -> LedgerStatus:
    if not read:
        return LedgerStatus.FAILED
    return LedgerStatus.PARTIAL if reasons else LedgerStatus.PROCESSED


def _why_not(reasons: list[str]) -> str:
    return " ".join(dict.fromkeys(reasons)) or _NOTHING_READ


def _other_names(input_: Input) -> tuple[str, ...]:
    names = {datum.value for datum in input_.metadata if datum.name == "name"}
    return tuple(sorted(names - {input_.name}))
