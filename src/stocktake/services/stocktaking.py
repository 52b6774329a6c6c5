"""Takes stock of all that was found, freezes it, and makes the search index of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy import Connection

from stocktake import analysis, store, workers
from stocktake.analysis import Early, Forming, Portions
from stocktake.lexicon import Lexicon
from stocktake.model import Input, Issue, Process, Stock, content_id, is_entered
from stocktake.model.fact_reviews import fact_decisions
from stocktake.services import (
    draft_rounds,
    draft_sums,
    embedding,
    indexing,
    metadata,
    planning,
    portions,
    process_file,
    remembering,
    reviewed,
    reviewed_facts,
    tabling,
)
from stocktake.services.embedding import Meaning
from stocktake.services.gisting import Sorting, Source
from stocktake.services.lookups import Lookups, found_earlier
from stocktake.services.planning import Plan
from stocktake.services.process_file import ProcessFile
from stocktake.services.progress import Progress, told
from stocktake.services.remembering import Remembered, method
from stocktake.services.workspace import Workspace
from stocktake.store import Frozen, Hold, Kept, Store, codec

_BY = f"{analysis.VERSION}-"
_KEY = 32


@dataclass(frozen=True, slots=True)
class Stocktaking:
    """What stock is taken of, and by what; *further* are results of what a language model said,
    *early* is what workers found out of documents just now, *numbered* the numbers that proposals
    of statements bear elsewhere."""

    workspace: Workspace
    settings: ProcessFile
    words: Lexicon
    plans: list[Plan]
    by: Sorting
    further: tuple[Kept, ...] = ()
    early: Mapping[str, Early] = field(default_factory=dict)
    numbered: Mapping[str, int] = field(default_factory=dict)
    _inputs: dict[str, Input] = field(default_factory=dict, repr=False, compare=False)

    def input_of(self, plan: Plan) -> Input:
        """An input with what is known of it, which is looked up once."""
        if plan.taken.id not in self._inputs:
            self._inputs[plan.taken.id] = plan.as_input(self.words)
        return self._inputs[plan.taken.id]

    def inputs(self) -> list[Input]:
        """All inputs with what is known of them, in the order of their ids."""
        return sorted(map(self.input_of, self.plans), key=lambda item: item.id)

    def numbers(self) -> list[int]:
        """The numbers of the results that count."""
        results = [plan.counted for plan in self.plans if plan.counted]
        return [result.number for result in (*results, *self.further)]

    def document_ids(self) -> list[str]:
        """The documents that count, in the order of their ids."""
        results = (plan.counted for plan in self.plans if plan.counted)
        return sorted({result.document_id for result in results if result.document_id})

    def sources(self) -> dict[str, Source]:
        """The inputs that were read, by the ids of their documents."""
        return {
            plan.counted.document_id: Source(self.input_of(plan), plan.counted)
            for plan in self.plans
            if plan.counted and plan.counted.document_id
        }

    def read_ids(self) -> set[str]:
        """The documents that inputs are read into, also those that do not count."""
        results = (plan.result for plan in self.plans if plan.result)
        return {result.document_id for result in results if result.document_id}

    def process(self) -> Process:
        """The process, with ids of actors where its file gives names."""
        place = str(self.workspace.process_file)
        return process_file.with_actor_ids(self.settings, self.words, place)

    def meaning(self) -> Meaning | None:
        """By what model meaning is read, and what it read already."""
        return embedding.meaning_of(self.workspace, self.settings.embedder)


def take(
    base: Store, work: Stocktaking, progress: Progress, meanwhile: Callable[[Stock], None]
) -> Frozen:
    """The stock of all that is in the store; the last one if nothing changed since.

    *meanwhile* is called with it before it is frozen, beside what that needs.
    """
    meaning = work.meaning()
    with base.reading() as connection:
        issues = _issues(connection, work)
        key = _key(connection, work, issues)
        last = store.latest(connection) if store.latest_key(connection) == key else None
        searchable = store.is_searchable(connection) and embedding.is_indexed(connection, meaning)
    if last:
        meanwhile(last.stock)
        if not searchable:
            embedding.keep(meaning, embedding.all_said(last.stock), progress)
            with base.writing(Hold.STOCK) as connection:
                indexing.refresh(connection, last.stock, _portions(connection, work))
                embedding.index(connection, last.stock, meaning)
        return last
    lookups = Lookups(base, work.by, work.words, work.sources(), work.further)
    statements = lookups.statements(work.document_ids()) if meaning else []
    embedding.keep(meaning, map(embedding.said, statements), progress)
    for _ in told(progress, "taking stock", [key], 1):
        with base.reading() as connection:
            memo = Remembered(connection, method(work.words.digest, embedding.used(meaning)))
            vectors = embedding.meanings(meaning, statements)
            forming = Forming(vectors, _is_anew(connection), memo, work.early)
            keys = _portions(connection, work)
            given = lookups.portions(keys)
            stock = _analysed(connection, work, issues, given, forming)
            stock = embedding.named(stock, meaning)
            stock = draft_sums.with_drafts(work.workspace, stock)
            stock = draft_rounds.with_rounds(work.workspace, stock, memo)
            stock = tabling.with_amendments(work.workspace, stock, work.words, memo)
    packed = workers.beside(partial(store.packed, stock))
    meanwhile(stock)
    with base.writing(Hold.STOCK) as connection:
        indexing.refresh(connection, stock, keys)
        embedding.index(connection, stock, meaning)
        remembering.keep(connection, memo)
        number = store.add_stock(connection, key, stock, analysis.numbers(stock), packed())
    return Frozen(number, key, stock)


def _portions(connection: Connection, work: Stocktaking) -> dict[str, str]:
    return portions.keys(connection, work.by, work.sources(), work.further, work.words.digest)


def _is_anew(connection: Connection) -> bool:
    """Whether the last stock was taken by another version, whose groups do not hold."""
    last = store.latest_key(connection)
    return last is not None and not last.startswith(_BY)


def _analysed(
    connection: Connection,
    work: Stocktaking,
    issues: list[Issue],
    given: Portions,
    forming: Forming,
) -> Stock:
    numbers = work.numbers()
    reviews = store.reviews(connection)
    return analysis.take_stock(
        process=work.process(),
        inputs=work.inputs(),
        documents=(),
        statements=(),
        facts=reviewed_facts.facts(connection, numbers, set(work.document_ids())),
        case_studies=store.findings_of(connection, store.CASE_STUDIES, numbers),
        issues=issues,
        schemes=work.by.schemes,
        lexicon=work.words,
        previous={**store.proposal_numbers(connection), **work.numbered},
        reviews=reviewed.of_findings(reviews),
        beside=workers.beside,
        forming=forming,
        portions=given,
    )


def _issues(connection: Connection, work: Stocktaking) -> list[Issue]:
    """What a person should look at: of results, of taking in, and authors nobody knows."""
    inputs = work.inputs()
    taken = {name for plan in work.plans for name in plan.taken.names}
    standing = [
        issue
        for issue in store.standing_issues(connection)
        if issue.input_id or issue.place not in taken
    ]
    found = store.findings_of(connection, store.ISSUES, work.numbers())
    unknown = [issue for item in inputs for issue in metadata.unknown_actors(item, work.words)]
    current, numbers, reviews = work.read_ids(), work.numbers(), store.reviews(connection)
    judged, decided = reviewed.decisions(reviews), fact_decisions(reviews)
    earlier = found_earlier(connection, store.STATEMENTS, numbers, judged)
    facts = found_earlier(connection, store.FACTS, numbers, decided)
    lost, gone = reviewed.lost(earlier, current), reviewed_facts.lost(facts, current)
    return sorted([*standing, *found, *unknown, *lost, *gone], key=lambda issue: issue.id)


def _key(connection: Connection, work: Stocktaking, issues: list[Issue]) -> str:
    """The hash of all that goes into a stock, behind the version that takes it."""
    parts: list[Any] = [
        planning.VERSION,
        analysis.VERSION,
        work.words.digest,
        sorted(plan.counted.key for plan in work.plans if plan.counted),
        sorted(result.key for result in work.further),
        sorted(item.id for item in store.reviews(connection) if not is_entered(item)),
        [issue.id for issue in issues],
        [codec.dumps(item) for item in work.inputs()],
        codec.plain(work.process()),
        embedding.used(work.meaning()),
        [codec.plain(scheme) for scheme in work.by.schemes],
        *(f"{tabling.VERSION} {item.id}" for item in store.draft_versions(connection)),
    ]
    return (_BY + content_id(json.dumps(parts, ensure_ascii=False, sort_keys=True)))[:_KEY]
