"""What the inputs of a workspace propose to change in the text, each proven in its document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stocktake import extractors, lexicon, store
from stocktake.analysis.memo import FORGETFUL, Memo
from stocktake.lexicon import Lexicon
from stocktake.model import (
    Amendment,
    Document,
    Endorsement,
    Input,
    Issue,
    Statement,
    Stock,
    content_id,
)
from stocktake.model.codec import dumps, dumps_all, loads
from stocktake.services.proving_amendments import Proven, prove_all
from stocktake.services.remembering import program
from stocktake.services.workspace import Workspace

KIND = "amendments"
ROOMS = ("model", "text", "lexicon", "legal", "extractors")


@dataclass(frozen=True, slots=True)
class Proposed:
    """All amendments that inputs propose, with the inputs, their documents and the actors' names
    by id; *endorsements* tell who is for or against what others propose, *issues* what was
    refused."""

    amendments: tuple[Amendment, ...]
    inputs: Mapping[str, Input]
    documents: Mapping[str, Document]
    names: Mapping[str, str]
    issues: tuple[Issue, ...]
    endorsements: tuple[Endorsement, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document, its input, and the statements found in it."""

    document: Document
    input_: Input
    statements: tuple[Statement, ...]

    @property
    def key(self) -> str:
        """The hash of all that what is found in it depends on, but for the program and words."""
        told = (dumps(self.input_), dumps_all(self.statements))
        return content_id(self.document.id, self.document.language or "", *told)


@dataclass(frozen=True, slots=True)
class _Found:
    """What one source proposes, and whose proposals it is for or against."""

    amendments: tuple[Amendment, ...]
    issues: tuple[Issue, ...]
    endorsements: tuple[Endorsement, ...] = ()


def proposed(workspace: Workspace, stock: Stock, memo: Memo = FORGETFUL) -> Proposed:
    """What the inputs of *stock* propose; what *memo* knows of is not read again."""
    inputs = {item.id: item for item in stock.inputs}
    known = lexicon.load(workspace.lexicon)
    with workspace.store() as base, base.reading() as connection:
        ids = _read_last(store.results(connection).values(), inputs)
        documents = {item.id: item for item in store.documents(connection, ids)}
    said = _by_document(stock)
    sources = [
        Source(documents[id_], inputs[documents[id_].input_id], said.get(id_, ()))
        for id_ in sorted(documents)
    ]
    every = _remembered(sources, known, workspace, memo)
    found = tuple(item for one in every for item in one.amendments)
    sides = tuple(item for one in every for item in one.endorsements)
    issues = tuple(item for one in every for item in one.issues)
    names = names_of(found, known) | _names((id_ for item in sides for id_ in item.actors), known)
    return Proposed(found, inputs, documents, names, issues, sides)


def names_of(found: Iterable[Amendment], known: Lexicon) -> dict[str, str]:
    """The names, by id, of all who propose, support or oppose something."""
    every = (id_ for item in found for id_ in (*item.actors, *item.supporters, *item.opponents))
    return _names(every, known)


def _names(ids: Iterable[str], known: Lexicon) -> dict[str, str]:
    return {id_: known.actors.name_or_id(id_) for id_ in sorted(set(ids))}


def _remembered(
    sources: Iterable[Source], known: Lexicon, workspace: Workspace, memo: Memo
) -> list[_Found]:
    before = memo.known(KIND)
    by = program(ROOMS)
    kept: dict[str, bytes] = {}
    found = []
    for source in sources:
        key = content_id(source.key, by)
        packed = before.get(key)
        one = loads(_Found, packed) if packed else _read(source, known, workspace)
        kept[key] = packed or dumps(one).encode()
        found.append(one)
    memo.keep(KIND, kept)
    return found


def _read(source: Source, known: Lexicon, workspace: Workspace) -> _Found:
    proven = _proven(source, known, workspace)
    told = (source.document, source.input_, source.statements, known, workspace.lexicon)
    return _Found(proven.amendments, proven.issues, tuple(extractors.endorsed(*told)))


def _proven(source: Source, known: Lexicon, workspace: Workspace) -> Proven:
    offered = (
        candidate
        for _, extractor in extractors.AMENDMENTS
        for candidate in extractor.extract(
            source.document, source.input_, source.statements, known, workspace.lexicon
        )
    )
    return prove_all(source.document, source.input_, offered)


def _read_last(results: Iterable[store.Kept], inputs: Mapping[str, Input]) -> list[str]:
    """The document that each input was last read into."""
    last = {
        item.input_id: item.document_id
        for item in sorted(results, key=lambda item: item.number)
        if item.document_id and item.input_id in inputs
    }
    return sorted(set(last.values()))


def _by_document(stock: Stock) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = {}
    for item in stock.statements:
        found.setdefault(item.document_id, []).append(item)
    return {id_: tuple(items) for id_, items in found.items()}
