"""Tracked changes of Word files, of inputs and of drafts, as amendments to a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from stocktake import legal, readers, workers
from stocktake.errors import StocktakeError
from stocktake.lexicon import Lexicon
from stocktake.lexicon.drafts import draft_words
from stocktake.model import Amendment, Draft, TrackedText
from stocktake.services import originals, process_file
from stocktake.services.workspace import Workspace
from stocktake.settings import Limits

SUFFIX = ".docx"


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file of the workspace: its hash, name, document, and the actors that sent it."""

    sha256: str
    name: str
    document_id: str
    senders: tuple[str, ...] = ()


def amendments(
    workspace: Workspace, files: Iterable[WordFile], known: Lexicon, draft: Draft
) -> Iterator[Amendment]:
    """The changes tracked in *files*, anchored in *draft* where its provisions have the same words.

    A file that cannot be read so gives none: that it cannot be read is told where it was taken in.
    """
    limits = process_file.load(workspace.process_file).limits
    for file in sorted(files, key=lambda item: (item.name, item.sha256)):
        tracked = _read(originals.path_of(workspace, file.sha256), file.name, limits)
        if tracked is None or not (tracked.changes or tracked.comments):
            continue
        base, found = legal.from_tracked(
            tracked,
            file.document_id,
            partial(who, file=file, known=known),
            draft_words(workspace.lexicon),
        )
        yield from legal.carry(found, draft, legal.align(base, draft))


def who(author: str, file: WordFile, known: Lexicon) -> tuple[str, ...]:
    """The actor that an author's name stands for ("Ruritania", "Delegation of Ruritania"), else
    who sent the file, else the name as it stands."""
    actor = known.actors.resolve(author)
    if actor:
        return (actor.id,)
    named = tuple(dict.fromkeys(item.actor_id for item in known.actors.find(author)))
    return named or file.senders or ((author,) if author else ())


def _read(path: Path, name: str, limits: Limits) -> TrackedText | None:
    try:
        return workers.run_isolated(read, path, name, limits, limits=limits)
    except StocktakeError:
        return None


def read(path: Path, name: str, limits: Limits) -> TrackedText:
    """What is tracked in a file; it runs in a worker of its own."""
    return readers.tracked_changes(path.read_bytes(), name, limits)
