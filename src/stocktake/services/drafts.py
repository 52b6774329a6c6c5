"""Drafts of the negotiated text in a workspace: taken in, listed, found by their labels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from sqlalchemy import Connection

from stocktake import lexicon, store, workers
from stocktake.errors import NotFoundError, UsageError
from stocktake.model import (
    Document,
    Draft,
    DraftForm,
    DraftVersion,
    Input,
    Period,
    Precision,
    content_id,
)
from stocktake.services import draft_reading, metadata_checks, originals, process_file
from stocktake.services.draft_reading import DraftFile
from stocktake.services.media_types import media_type
from stocktake.services.metadata_checks import Known
from stocktake.services.paths import existing
from stocktake.services.workspace import Workspace
from stocktake.text.dates import DateFinder


@dataclass(frozen=True, slots=True)
class About:
    """What a person says of a draft; the label and date may else be told by the file's name."""

    label: str | None = None
    date: str | None = None
    round: str | None = None
    issued_by: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class OneDraft:
    """A version with the document that holds its text and the Draft made of it."""

    version: DraftVersion
    document: Document
    draft: Draft


def add(workspace: Workspace, path: Path, about: About | None = None) -> OneDraft:
    """Take in a draft; the same file again corrects what is said of it.

    NotFoundError if there is no such file, ReadError or LimitError if it cannot be read,
    UsageError if another file bears the label, SettingsError for a date or language that is none.
    """
    if existing(path).is_dir():
        raise UsageError(f"{path} is a folder.", remedy="Name one file for each draft.")
    told = _checked(workspace, about or About())
    with path.open("rb") as stream:
        original = originals.keep(workspace, stream)
    originals.settle_in(workspace, [original.sha256])
    file = DraftFile(originals.path_of(workspace, original.sha256), original.sha256, path.name)
    limits = process_file.load(workspace.process_file).limits
    form, document = workers.run_isolated(
        draft_reading.read, file, limits, limits=limits, reach=workspace.reach
    )
    draft = draft_reading.made(form, document, file.path, workspace.lexicon)
    source = Input(file.sha256, file.name, media_type(path.name, original.head), original.size)
    with workspace.store() as base, base.writing() as connection:
        version = _version(connection, file, form, document, draft.id)
        version = _told(workspace, version, told, _standing(connection))
        store.add_draft_version(connection, version, source, document)
    return OneDraft(version, document, draft)


def versions(workspace: Workspace) -> tuple[DraftVersion, ...]:
    """The drafts of a workspace, earliest first: by date, then those without one as added."""
    with workspace.store() as base, base.reading() as connection:
        return _standing(connection)


def one(workspace: Workspace, label: str | None = None) -> OneDraft:
    """The draft with that label, or the latest; NotFoundError if there is none."""
    return _loaded(workspace, [_find(versions(workspace), label)])[0]


def every(workspace: Workspace) -> tuple[OneDraft, ...]:
    """All drafts, earliest first."""
    return _loaded(workspace, versions(workspace))


def _find(known: tuple[DraftVersion, ...], label: str | None) -> DraftVersion:
    if not known:
        raise NotFoundError("there is no draft yet.", remedy="Add one: stocktake draft add FILE")
    if label is None:
        return known[-1]
    found = next((version for version in known if version.label == label), None)
    if found is None:
        labels = ", ".join(version.label for version in known)
        raise NotFoundError(f"there is no draft {label!r}.", remedy=f"There are: {labels}.")
    return found


def _loaded(workspace: Workspace, wanted: Iterable[DraftVersion]) -> tuple[OneDraft, ...]:
    found = list(wanted)
    with workspace.store() as base, base.reading() as connection:
        ids = [version.document_id for version in found]
        documents = {item.id: item for item in store.documents(connection, ids)}
    return tuple(_one(workspace, version, documents[version.document_id]) for version in found)


def _one(workspace: Workspace, version: DraftVersion, document: Document) -> OneDraft:
    original = originals.path_of(workspace, version.source)
    draft = draft_reading.made(version.form, document, original, workspace.lexicon)
    return OneDraft(version, document, draft)


def _standing(connection: Connection) -> tuple[DraftVersion, ...]:
    """Of several records of one file the last stands."""
    last = {version.source: version for version in store.draft_versions(connection)}
    return tuple(sorted(last.values(), key=lambda version: version.place))


def _version(
    connection: Connection, file: DraftFile, form: DraftForm, document: Document, draft_id: str
) -> DraftVersion:
    """The version before anything is said of it: what stood of the same file, or a new one."""
    kept = store.draft_versions(connection)
    before = {version.source: version for version in kept}.get(file.sha256)
    new = DraftVersion(
        id=content_id("draft version", file.sha256, len(kept)),
        label=PurePath(file.name).stem,
        draft_id=draft_id,
        document_id=document.id,
        source=file.sha256,
        name=file.name,
        form=form,
        order=len(kept) + 1,
        language=document.language,
    )
    if before is None:
        return new
    return replace(before, id=new.id, draft_id=draft_id, document_id=document.id, form=form)


def _told(
    workspace: Workspace, version: DraftVersion, about: About, known: Iterable[DraftVersion]
) -> DraftVersion:
    said = {name: value for name in _FIELDS if (value := getattr(about, name)) is not None}
    found = replace(version, **said)
    others = {item.label for item in known if item.source != version.source}
    if found.label in others:
        raise UsageError(
            f"another file is the draft {found.label!r} already.",
            remedy="Give this one a name of its own with --label.",
            place=version.name,
        )
    return found if found.date else replace(found, date=_date_in(workspace, version.name))


_FIELDS = ("label", "date", "round", "issued_by", "language")


def _date_in(workspace: Workspace, name: str) -> str | None:
    """The day that a file's name tells: "4-dec-2015.md"."""
    finder = DateFinder(lexicon.load(workspace.lexicon).process.date_words("en"))
    stem = PurePath(name).stem.replace("_", " ").title()
    found = finder.find(stem.replace("-", " ")) + finder.find(stem)
    exact = [item.period for item in found if item.period.precision is not Precision.YEAR]
    return str(exact[0]) if exact else None


def _checked(workspace: Workspace, about: About) -> About:
    known = Known(lexicon.load(workspace.lexicon), ())
    for name in ("date", "language"):
        value = getattr(about, name)
        if value is not None:
            metadata_checks.check(name, value, "", known)
    return replace(about, date=str(Period.parse(about.date))) if about.date else about
