"""What each document tells by itself, made once and kept by the hash of all that goes in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from stocktake import analysis, lexicon, store
from stocktake.model import Gist, Input, Scheme, Statement, content_id
from stocktake.services.looking import Place, looker
from stocktake.services.process_file import ProcessFile
from stocktake.services.workspace import Workspace
from stocktake.store import Hold, Kept, Store, codec


@dataclass(frozen=True, slots=True)
class Sorting:
    """The schemes of a process, and the place where workers find them."""

    schemes: tuple[Scheme, ...]
    place: Place

    def key(self, extraction_key: str) -> str:
        """The key of the gist of a document with the statements of an extraction."""
        return content_id("gist", analysis.VERSION, extraction_key, self.place.digest)


@dataclass(frozen=True, slots=True)
class Source:
    """An input that was read, with the result of its extraction."""

    input_: Input
    result: Kept


def sorting(workspace: Workspace, settings: ProcessFile) -> Sorting:
    """The schemes that the process names; SettingsError if one cannot be loaded."""
    process = settings.process
    names = tuple(
        str(workspace.root / name) if name.endswith(".toml") else name
        for name in (process.themes, process.dimensions, process.lenses)
    )
    schemes = tuple(lexicon.load_scheme(name, workspace.lexicon) for name in names)
    digest = content_id(codec.dumps_all(schemes))
    return Sorting(schemes, Place(names, workspace.lexicon, digest))


def gists(base: Store, by: Sorting, sources: Mapping[str, Source]) -> dict[str, Gist]:
    """The gists of documents, by their ids; those that are not there yet are made now."""
    keys = {id_: by.key(source.result.key) for id_, source in sources.items()}
    with base.reading() as connection:
        known = store.gists(connection, keys.values())
        missing = {id_: sources[id_] for id_, key in keys.items() if key not in known}
        made = list(_made(connection, by, missing)) if missing else []
    if made:
        with base.writing(Hold.ADDING) as connection:
            store.add_gists(connection, {keys[item.document_id]: item for item in made})
    found = {item.document_id: item for item in (*known.values(), *made)}
    return {id_: found[id_] for id_ in sources}


def _made(connection: Connection, by: Sorting, sources: Mapping[str, Source]) -> Iterator[Gist]:
    look = looker(by.place)
    for document in store.documents(connection, sources):
        source = sources[document.id]
        said: list[Statement] = store.findings_of(
            connection, store.STATEMENTS, [source.result.number]
        )
        yield look.gist(document, source.input_, said)
