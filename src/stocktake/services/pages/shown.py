"""One stock, opened once and looked at by many: ids looked up, records by what they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from threading import Lock, RLock
from typing import Any, TypeVar

from stocktake import lexicon, store
from stocktake.errors import NotFoundError
from stocktake.lexicon import Lexicon
from stocktake.lexicon.offices import voice_of
from stocktake.model import (
    Actor,
    Document,
    Input,
    LedgerEntry,
    Position,
    Proposal,
    Report,
    Statement,
    Stock,
)
from stocktake.model.accounts import Audience
from stocktake.model.published import Published
from stocktake.services import publishing, reporting, stock_lines
from stocktake.services.comparing_stocks import StockComparison
from stocktake.services.kept_files import KeptFiles
from stocktake.services.names import Names
from stocktake.services.pages import made_of
from stocktake.services.pages.lately import Lately
from stocktake.services.stock_lines import StockLine
from stocktake.services.workspace import Workspace
from stocktake.store import Frozen, Store

KEPT = "pages"
_EARLIER = 4
_WRITINGS = 64
_COMPARISONS = 16
_EXPORTS = 2
Key = TypeVar("Key", bound=Hashable)
Record = TypeVar("Record")


class Shown:
    """A frozen stock with what pages look up in it. *store* stays open for documents."""

    def __init__(self, workspace: Workspace, base: Store, frozen: Frozen) -> None:
        self.workspace = workspace
        self.store = base
        self.frozen = frozen
        self.key = frozen.key
        self.number = frozen.number
        self.stock: Stock = frozen.stock
        self.names = Names(frozen.stock, workspace.lexicon)
        self.writings = Lately[tuple[str, ...], Report](_WRITINGS)
        self.exports = Lately[str, Any](_EXPORTS)
        self.compared = Lately[int, StockComparison](_COMPARISONS)
        self._lists: dict[str, Any] = {}
        self._turns: dict[str, RLock] = {}

    @cached_property
    def words(self) -> Lexicon:
        """The lexicon of the workspace."""
        return lexicon.load(self.workspace.lexicon)

    @cached_property
    def inputs(self) -> dict[str, Input]:
        """All inputs by their ids."""
        return {item.id: item for item in self.stock.inputs}

    @cached_property
    def ledger(self) -> dict[str, LedgerEntry]:
        """What became of each input, by its id."""
        return {entry.input_id: entry for entry in self.stock.ledger}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """All actors by their ids."""
        return {item.id: item for item in self.stock.actors}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """All statements by their ids."""
        return {item.id: item for item in self.stock.statements}

    @cached_property
    def document_of(self) -> dict[str, str]:
        """The id of the document that each input of the stock was read into."""
        with self.store.reading() as connection:
            found = store.read_into(connection)
        return {id_: document_id for id_, document_id in found.items() if id_ in self.inputs}

    @cached_property
    def input_of(self) -> dict[str, str]:
        """The id of the input that each document was read from."""
        return {document_id: id_ for id_, document_id in self.document_of.items()}

    @cached_property
    def said_in(self) -> dict[str, tuple[Statement, ...]]:
        """The statements of each document, in the order of its text."""
        found = _grouped(self.stock.statements, lambda item: item.document_id)
        return {id_: tuple(sorted(items, key=_place)) for id_, items in found.items()}

    @cached_property
    def said_by(self) -> dict[str, tuple[Statement, ...]]:
        """The statements of each actor; the words of an office are those of its actor."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for item in self.stock.statements:
            for actor_id in dict.fromkeys(voice_of(actor.id) for actor in item.actors):
                found[actor_id].append(item)
        return {id_: tuple(items) for id_, items in found.items()}

    @cached_property
    def proposals(self) -> dict[int, Proposal]:
        """All proposals by every number that they bear or bore."""
        found = {number: item for item in self.stock.proposals for number in item.also}
        return found | {item.number: item for item in self.stock.proposals}

    @cached_property
    def proposal_with(self) -> dict[str, Proposal]:
        """All proposals by their ids."""
        return {item.id: item for item in self.stock.proposals}

    @cached_property
    def handed_in_by(self) -> dict[str, tuple[Input, ...]]:
        """The inputs of each actor, in the order of their dates."""
        found: dict[str, list[Input]] = defaultdict(list)
        for item in sorted(self.stock.inputs, key=lambda item: (item.get("date") or "", item.id)):
            for actor_id in item.actor_ids:
                found[actor_id].append(item)
        return {id_: tuple(items) for id_, items in found.items()}

    @cached_property
    def proposal_of(self) -> dict[str, Proposal]:
        """The proposal that each statement is part of."""
        return {id_: item for item in self.stock.proposals for id_ in item.statement_ids}

    @cached_property
    def about(self) -> dict[str, frozenset[str]]:
        """The ids of the statements that are about each theme, dimension or lens."""
        found = _grouped(self.stock.assignments, lambda item: item.code)
        return {
            code: frozenset(item.statement_id for item in items) for code, items in found.items()
        }

    @cached_property
    def positions_on(self) -> dict[str, tuple[Position, ...]]:
        """The positions on each target (a proposal's id or ``theme:CODE``)."""
        return _grouped(self.stock.positions, lambda item: item.target)

    @cached_property
    def positions_of(self) -> dict[str, tuple[Position, ...]]:
        """The positions of each actor."""
        return _grouped(self.stock.positions, lambda item: item.actor_id)

    @cached_property
    def kept(self) -> KeptFiles:
        """What is made of this stock for all who may see it, kept beside it."""
        folder = self.workspace.root / KEPT
        return KeptFiles(folder, made_of.digest(self.workspace, self.key, self.number))

    @property
    def report(self) -> Report:
        """The report of this stock."""
        return self.once("report", lambda: reporting.made(self.workspace, self.stock))

    @cached_property
    def said_about(self) -> dict[str, tuple[Statement, ...]]:
        """The statements about each theme, dimension or lens, in the order of the stock."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for item in self.stock.statements:
            for code in dict.fromkeys(about.code for about in self.names.about(item.id)):
                found[code].append(item)
        return {code: tuple(items) for code, items in found.items()}

    def once(self, name: str, make: Callable[[], Record]) -> Record:
        """What is made of this stock under a name, such as all lines of a list: made once, while
        others who ask for it wait."""
        if name not in self._lists:
            with self._turns.setdefault(name, RLock()):
                if name not in self._lists:
                    self._lists[name] = make()
        found: Record = self._lists[name]
        return found

    def prepare(self) -> Shown:
        """Look up beforehand what nearly every page needs, lest its first readers all do."""
        _ = self.input_of, self.said_in, self.said_by, self.proposals, self.proposal_of
        _ = self.positions_on, self.positions_of, self.about, self.handed_in_by, self.words
        _ = self.said_about
        return self

    def document(self, document_id: str) -> Document:
        """A document of the stock; NotFoundError if it holds none with that id."""
        if document_id not in self.input_of:
            raise NotFoundError(f"there is no document {document_id!r}.")
        with self.store.reading() as connection:
            return next(store.documents(connection, [document_id]))


class Shelf:
    """Keeps the last stock of a workspace open, and takes the next one when there is one."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._store = workspace.open()
        self._lock = Lock()
        self._shown: Shown | None = None
        self._earlier = Lately[int, Shown](_EARLIER)
        self._lines: dict[int, StockLine] = {}

    def current(self) -> Shown:
        """The last stock; NotFoundError if none was taken yet."""
        with self._store.reading() as connection:
            key = store.latest_key(connection)
        with self._lock:
            if self._shown is None or self._shown.key != key:
                self._shown = self._opened()
            return self._shown

    def numbered(self, number: int) -> Shown:
        """The stock of that number, as it was; the last few are kept open. NotFoundError if there
        is none."""
        if number == self.current().number:
            return self.current()
        with self._lock:
            return self._earlier.once(number, lambda: self._at(number))

    def numbers(self) -> list[int]:
        """The numbers of all stocks, in their order."""
        with self._store.reading() as connection:
            return [*store.stock_keys(connection)]

    def published(self, base: Store, audience: Audience) -> list[Published]:
        """What was published for *audience*, as *base* tells, and is here."""
        with self._store.reading() as connection:
            return publishing.published(base, connection, audience)

    def line(self, number: int) -> StockLine:
        """How much is in the stock of that number, which never changes."""
        if number not in self._lines:
            self._lines[number] = stock_lines.line(self._frozen(number))
        return self._lines[number]

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def _at(self, number: int) -> Shown:
        return Shown(self._workspace, self._store, self._frozen(number))

    def _frozen(self, number: int) -> Frozen:
        shown = self._shown
        if shown and shown.number == number:
            return shown.frozen
        with self._store.reading() as connection:
            return stock_lines.numbered(connection, number)

    def _opened(self) -> Shown:
        with self._store.reading() as connection:
            frozen = store.latest(connection)
        if frozen is None:
            raise NotFoundError("no stock was taken yet.", remedy="Run: stocktake build")
        return Shown(self._workspace, self._store, frozen).prepare()


def _grouped(
    records: Iterable[Record], key: Callable[[Record], Key]
) -> dict[Key, tuple[Record, ...]]:
    found: dict[Key, list[Record]] = defaultdict(list)
    for record in records:
        found[key(record)].append(record)
    return {name: tuple(items) for name, items in found.items()}


def _place(statement: Statement) -> tuple[int, int, str]:
    return statement.content.start, statement.content.end, statement.id
