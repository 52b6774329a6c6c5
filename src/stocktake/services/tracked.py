"""Changes that are tracked or marked in files, of inputs and of drafts, as amendments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from stocktake import legal, readers, workers
from stocktake.analysis.memo import FORGETFUL, Memo
from stocktake.errors import StocktakeError
from stocktake.lexicon import Lexicon
from stocktake.lexicon.drafts import draft_words
from stocktake.model import Amendment, Draft, TrackedText, content_id
from stocktake.model.codec import dumps, loads
from stocktake.services import originals, process_file
from stocktake.services.remembering import program
from stocktake.services.workspace import Workspace
from stocktake.settings import Limits

WORD = ".docx"
SUFFIXES = (WORD, ".html", ".htm", ".xhtml")
TRACKED, MARKED = "tracked changes", "marked"
KIND, NOTHING = "changes in files", b"-"
ROOMS = ("model", "readers", "lexicon")


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file or web page of the workspace: its hash, name and document, and who sent it."""

    sha256: str
    name: str
    document_id: str
    senders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A text with its changes, and how these are told: tracked, or marked by looks alone."""

    text: TrackedText
    origin: str


def amendments(
    workspace: Workspace,
    files: Iterable[WordFile],
    known: Lexicon,
    draft: Draft,
    memo: Memo = FORGETFUL,
) -> Iterator[Amendment]:
    """The changes tracked in *files*, anchored in *draft* where its provisions have the same words.

    A file that cannot be read so gives none: that it cannot be read is told where it was taken in.
    """
    for file, told in _told(workspace, files, memo):
        base, found = legal.from_tracked(
            told.text,
            file.document_id,
            partial(who, file=file, known=known),
            draft_words(workspace.lexicon),
            told.origin,
        )
        if base.id == draft.id:
            yield from found
        else:
            yield from legal.carry(found, draft, legal.align(base, draft))


def _told(
    workspace: Workspace, files: Iterable[WordFile], memo: Memo
) -> Iterator[tuple[WordFile, Told]]:
    """The files that hold changes; what *memo* knows of is not opened again."""
    limits = process_file.load(workspace.process_file).limits
    before = memo.known(KIND)
    kept: dict[str, bytes] = {}
    found = []
    for file in sorted(files, key=lambda item: (item.name, item.sha256)):
        key = content_id(program(ROOMS), file.sha256, file.name, repr(limits))
        if key in before:
            kept[key] = before[key]
        else:
            path = originals.path_of(workspace, file.sha256)
            one = _read(path, file.name, limits, workspace.lexicon)
            kept[key] = dumps(one).encode() if one else NOTHING
        if kept[key] != NOTHING:
            found.append((file, loads(Told, kept[key])))
    memo.keep(KIND, kept)
    yield from found


def who(author: str, file: WordFile, known: Lexicon) -> tuple[str, ...]:
    """The actor that an author's name stands for ("Ruritania", "Delegation of Ruritania"), else
    who sent the file, else the name as it stands."""
    actor = known.actors.resolve(author)
    if actor:
        return (actor.id,)
    named = tuple(dict.fromkeys(item.actor_id for item in known.actors.find(author)))
    return named or file.senders or ((author,) if author else ())


def _read(path: Path, name: str, limits: Limits, folder: Path) -> Told | None:
    try:
        return workers.run_isolated(read, path, name, limits, folder, limits=limits)
    except StocktakeError:
        return None


def read(path: Path, name: str, limits: Limits, folder: Path | None = None) -> Told | None:
    """What is tracked in a file, or else marked by looks; it runs in a worker of its own."""
    data = path.read_bytes()
    if name.lower().endswith(WORD):
        tracked = readers.tracked_changes(data, name, limits)
        if tracked.changes or tracked.comments:
            return Told(tracked, TRACKED)
    marked = readers.marked_changes(data, name, limits, folder)
    return Told(marked, MARKED) if marked else None
