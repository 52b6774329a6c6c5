"""How amendments fare on a draft: those that inputs propose, tracked ones, and those of people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stocktake import legal, lexicon, store
from stocktake.analysis.memo import FORGETFUL, Memo
from stocktake.lexicon import Lexicon
from stocktake.lexicon.drafts import draft_words
from stocktake.model import (
    Amendment,
    AmendmentResult,
    JudgedAmendment,
    Stock,
    judged_amendments,
    unjudged,
)
from stocktake.services import drafts, tracked
from stocktake.services.anchoring import Anchoring
from stocktake.services.drafts import OneDraft
from stocktake.services.frozen import last_stock
from stocktake.services.proposed import Proposed, names_of, proposed
from stocktake.services.tracked import WordFile
from stocktake.services.workspace import Workspace

__all__ = ["OnDraft", "Proposed", "on_draft", "proposed"]


@dataclass(frozen=True, slots=True)
class OnDraft:
    """How the amendments fare on one draft, and the text with all that fit; *rejected* are those
    that people said are none."""

    one: OneDraft
    results: tuple[AmendmentResult, ...]
    text: str
    proposed: Proposed
    rejected: tuple[Amendment, ...] = ()


def on_draft(
    workspace: Workspace,
    label: str | None = None,
    stock: Stock | None = None,
    memo: Memo = FORGETFUL,
) -> OnDraft:
    """How the amendments fare on the draft with that label, or the latest.

    Each is read against the draft that stood when it was handed in, or on which a person entered
    or judged it, and carried over from there: where the text has changed since, it is listed as to
    be confirmed. *stock* is the last one if it is not given. NotFoundError if there is no such
    draft or no stock.
    """
    every = drafts.every(workspace)
    one = _named(every, label, workspace)
    before = [item for item in every if item.version.place <= one.version.place]
    known = lexicon.load(workspace.lexicon)
    told = proposed(workspace, stock or last_stock(workspace), memo)
    anchoring = Anchoring(workspace, tuple(before))
    files = _word_files(told, before)
    changed = tuple(tracked.amendments(workspace, files, known, one.draft, memo))
    found = (*anchoring.by_date(told.amendments), *changed)
    judged = _judged(workspace)
    said = (item.stands for item in judged.values() if item.stands)
    standing = [*unjudged(found, judged), *anchoring.by_draft(said)]
    sided = legal.endorsed(one.draft, standing, told.endorsements)
    amended = legal.amend(one.draft, sided, draft_words(workspace.lexicon))
    return OnDraft(
        one,
        amended.results,
        amended.text,
        _named_all(told, (*changed, *standing), known),
        tuple(item.found for item in judged.values() if item.stands is None and item.found),
    )


def _named_all(told: Proposed, found: Iterable[Amendment], known: Lexicon) -> Proposed:
    return replace(told, names={**told.names, **names_of(found, known)})


def _judged(workspace: Workspace) -> dict[str, JudgedAmendment]:
    with workspace.store() as base, base.reading() as connection:
        return judged_amendments(store.reviews(connection))


def _word_files(known: Proposed, before: list[OneDraft]) -> list[WordFile]:
    """The Word files and web pages among the inputs and the drafts, each once."""
    files = {
        item.version.source: WordFile(
            item.version.source, item.version.name, item.version.document_id
        )
        for item in before
        if item.version.name.lower().endswith(tracked.SUFFIXES)
    }
    for document in known.documents.values():
        input_ = known.inputs[document.input_id]
        if input_.name.lower().endswith(tracked.SUFFIXES):
            files[input_.id] = WordFile(input_.id, input_.name, document.id, input_.actor_ids)
    return list(files.values())


def _named(every: tuple[OneDraft, ...], label: str | None, workspace: Workspace) -> OneDraft:
    if not every or label is not None:
        return drafts.one(workspace, label)
    return every[-1]
