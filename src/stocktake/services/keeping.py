"""Keeps what came of one input, in one transaction: all of it or nothing."""

from __future__ import annotations

from stocktake import store
from stocktake.errors import LimitError, StocktakeError
from stocktake.model import Activity, Issue, content_id
from stocktake.services import planning
from stocktake.services.gisting import Sorting
from stocktake.services.planning import Plan
from stocktake.services.reading import Outcome
from stocktake.store import Hold, Result, Step, Store
from stocktake.workers import MachineError

UNREAD = {Step.FAILED: "input cannot be read", Step.OVER_LIMIT: "input over a limit"}


def keep(base: Store, plan: Plan, outcome: Outcome | StocktakeError, by: Sorting) -> None:
    """Keep what a worker found in an input, or why it found nothing; MachineError, and nothing is
    kept, if that is no fault of the input."""
    if isinstance(outcome, MachineError):
        raise outcome
    if isinstance(outcome, StocktakeError):
        _keep_failure(base, plan, outcome)
    else:
        _keep_findings(base, plan, outcome, by)


def _keep_findings(base: Store, plan: Plan, outcome: Outcome, by: Sorting) -> None:
    input_id, document, found = plan.taken.id, outcome.document, outcome.findings
    reading = Result(plan.reading_key, Step.READING, input_id, document.id)
    extraction = Result(
        plan.extraction_key, Step.EXTRACTION, input_id, document.id, outcome.inferred
    )
    records = {
        store.STATEMENTS: found.statements,
        store.FACTS: found.facts,
        store.CASE_STUDIES: found.case_studies,
        store.ISSUES: found.issues,
    }
    with base.writing(Hold.ADDING) as connection:
        store.add_documents(connection, [document])
        store.add_result(connection, reading, Activity(Step.READING, document.reader), {})
        store.add_result(connection, extraction, _activity(Step.EXTRACTION), records)
        if outcome.gist:
            store.add_gists(connection, {by.key(plan.extraction_key): outcome.gist})


def _keep_failure(base: Store, plan: Plan, error: StocktakeError) -> None:
    step = Step.OVER_LIMIT if isinstance(error, LimitError) else Step.FAILED
    key = planning.failure_key(plan.reading_key, step)
    input_id, name = plan.taken.id, plan.taken.names[0]
    issue = Issue(
        content_id(key, error.message),
        UNREAD[step],
        error.message,
        error.remedy,
        error.place or name,
        input_id,
    )
    with base.writing(Hold.ADDING) as connection:
        failure = Result(key, step, input_id, None)
        store.add_result(connection, failure, _activity(step), {store.ISSUES: [issue]})


def _activity(step: Step) -> Activity:
    return Activity(step, planning.VERSION)
