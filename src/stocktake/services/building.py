"""Build: every new input is read and searched, then stock is taken of all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from stocktake import store, workers
from stocktake.analysis import Early
from stocktake.errors import StocktakeError
from stocktake.lexicon.files import digest
from stocktake.model import Stock
from stocktake.services import (
    editions,
    gisting,
    keeping,
    modelled,
    originals,
    planning,
    process_file,
    reading,
    stocktaking,
    taking_turns,
)
from stocktake.services.looking import Place, looker
from stocktake.services.modelled import Ready
from stocktake.services.planning import Plan
from stocktake.services.process_file import ProcessFile
from stocktake.services.progress import SILENT, Progress, told
from stocktake.services.reading import Outcome, Task, known_words
from stocktake.services.workspace import Workspace
from stocktake.settings import Limits
from stocktake.store import Store


@dataclass(frozen=True, slots=True)
class Also:
    """What else a build does: *before* is called when all is read and no stock is taken yet,
    *meanwhile* with the stock, beside what freezing it needs; proposals keep the numbers by which
    their statements are *numbered* elsewhere. Inputs are read by the *cluster* whose
    scheduler has that address, instead of here."""

    before: Callable[[Ready], None] = lambda _: None
    meanwhile: Callable[[Stock], None] = lambda _: None
    numbered: Mapping[str, int] = field(default_factory=dict)
    cluster: str = ""


ONLY_THIS = Also()


@dataclass(frozen=True, slots=True)
class Aids:
    """What all tasks have in common: the folder and digest of the lexicon, where the schemes are,
    and what process.toml says."""

    words: tuple[Path, str]
    schemes: Place
    settings: ProcessFile


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the stock, its number, and how many inputs were *worked* on now."""

    stock: Stock
    number: int
    worked: int


def build(
    workspace: Workspace,
    count: int | None = None,
    progress: Progress = SILENT,
    also: Also = ONLY_THIS,
) -> Built:
    """Read what is new, extract, and take stock, with *count* workers (None: one a processor).

    Each input's results are kept in a transaction of their own as they come, so a build that is
    stopped loses nothing and the next one goes on. Where something is kept back from an audience,
    its edition is brought up to date as well. The stock does not depend on the number of
    workers, on the order of inputs, or on what was done in which build.
    """
    settings = process_file.load(workspace.process_file)
    known = (workspace.lexicon, digest(workspace.lexicon))
    words = known_words(*known)
    how = planning.method(settings.limits, settings.process.file_patterns, words)
    with workspace.store() as base:
        with base.reading() as connection:
            before = planning.plans(connection, how, words)
        todo = [plan for plan in before if not plan.is_done]
        by = gisting.sorting(workspace, settings)
        aids = Aids(known, by.place, settings)
        tasks = [_task(workspace, base, aids, plan) for plan in todo]
        if tasks:
            looker(by.place)  # so that all workers have it
        outcomes = _outcomes(workspace, tasks, settings.limits, count, also.cluster)
        early = dict[str, Early]()
        for index, outcome in told(progress, "reading", outcomes, len(tasks)):
            keeping.keep(base, todo[index], outcome, by)
            early |= reading.early_of(outcome)
        with taking_turns.in_turn(workspace, progress), base.in_turn("build"):
            with base.reading() as connection:
                plans = planning.renewed(connection, before, how, words)
            ready = Ready(workspace, base, settings, words, plans)
            also.before(ready)
            further = modelled.results(ready)
            work = stocktaking.Stocktaking(
                workspace, settings, words, plans, by, further, early, also.numbered
            )
            frozen = stocktaking.take(base, work, progress, also.meanwhile)
        for edition in editions.prepare(workspace, base, work.inputs()):
            build(edition.workspace, 1, progress, Also(numbered=edition.numbers))
    return Built(frozen.stock, frozen.number, len(todo))


def _outcomes(
    workspace: Workspace, tasks: list[Task], limits: Limits, count: int | None, cluster: str
) -> Iterator[tuple[int, Outcome | StocktakeError]]:
    if cluster:
        return workers.run_on_cluster(
            reading.work, tasks, address=cluster, limits=limits, reach=workspace.reach
        )
    return workers.run_many(
        reading.work,
        tasks,
        workers=count or os.cpu_count() or 1,
        limits=limits,
        reach=workspace.reach,
    )


def _task(workspace: Workspace, base: Store, aids: Aids, plan: Plan) -> Task:
    document = None
    if plan.document_id:
        with base.reading() as connection:
            document = next(store.documents(connection, [plan.document_id]), None)
    return Task(
        plan.taken.as_input(()),
        originals.path_of(workspace, plan.taken.id),
        plan.told,
        aids.settings.process.file_patterns,
        aids.words,
        aids.settings.limits,
        aids.schemes,
        document,
    )
