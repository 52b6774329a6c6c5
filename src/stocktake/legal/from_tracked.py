"""Tracked changes and comments of a text as amendments, each tied to its provision.

Words are tied by what stands around them: as many words before a change as make its place the
only one in the provision.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from stocktake.legal.parsing import parse_draft
from stocktake.legal.views import own_texts
from stocktake.legal.worded import found_words
from stocktake.lexicon.drafts import DraftWords
from stocktake.model import (
    Amendment,
    AmendmentAction,
    ChangeKind,
    Draft,
    Provision,
    TrackedChange,
    TrackedComment,
    TrackedText,
    Where,
    content_id,
)

ORIGIN = "tracked changes"
Who = Callable[[str], tuple[str, ...]]
_WORD = re.compile(r"\S+")
_PUT_IN = (ChangeKind.INSERT, ChangeKind.MOVED_TO)


def from_tracked(
    tracked: TrackedText,
    document_id: str,
    who: Who,
    words: DraftWords | None = None,
    origin: str = ORIGIN,
) -> tuple[Draft, tuple[Amendment, ...]]:
    """The text before the changes as a draft, and the changes and comments as amendments to it.

    *who* gives the ids of actors for an author's name. What one author took out and put in at one
    place is one replacement. A change that belongs to no provision has no *provision_id*.
    """
    base = _Base.of(parse_draft(tracked.text, words), document_id, who)
    changes = [_amendment(base, item) for item in _joined(tracked)]
    remarks = [_remark(base, item) for item in tracked.comments]
    return base.draft, tuple(replace(item, origin=origin) for item in (*changes, *remarks))


@dataclass(frozen=True, slots=True)
class _Edit:
    """``text[start:end]`` becomes *new*."""

    start: int
    end: int
    new: str
    author: str
    date: str | None


@dataclass(frozen=True, slots=True)
class _Base:
    """The text before the changes: its provisions, their own words, and where each begins."""

    draft: Draft
    document_id: str
    who: Who
    known: Mapping[str, Provision]
    own: Mapping[str, str]
    starts: tuple[int, ...]
    ids: tuple[str, ...]

    @classmethod
    def of(cls, draft: Draft, document_id: str, who: Who) -> _Base:
        known = {item.id: item for item in draft.provisions}
        placed = [(item.start, item.provision_id) for item in draft.stretches if item.provision_id]
        starts, ids = tuple(at for at, _ in placed), tuple(id_ for _, id_ in placed)
        return cls(draft, document_id, who, known, own_texts(draft), starts, ids)

    def provision_at(self, start: int, end: int) -> Provision | None:
        """The provision that holds a range, or right behind which it stands."""
        place = start if end > start else max(start - 1, 0)
        index = bisect_right(self.starts, place) - 1
        return self.known[self.ids[index]] if index >= 0 else None


def _joined(tracked: TrackedText) -> Iterator[_Edit]:
    """The changes in order; a deletion and an insertion side by side, of one author, are one."""
    edits = [_edit(item) for item in tracked.changes]
    last: _Edit | None = None
    for edit in edits:
        if last and _is_one(last, edit, tracked.text):
            last = replace(
                last,
                start=min(last.start, edit.start),
                end=max(last.end, edit.end),
                new=last.new + edit.new,
            )
            continue
        if last:
            yield last
        last = edit
    if last:
        yield last


def _edit(change: TrackedChange) -> _Edit:
    new = change.text if change.kind in _PUT_IN else ""
    end = change.start if change.kind in _PUT_IN else change.end
    return _Edit(change.start, end, new, change.author, change.date)


def _is_one(one: _Edit, two: _Edit, text: str) -> bool:
    between = text[one.end : two.start]
    touches = two.start in (one.end, one.start) or (between.isspace() and "\n" not in between)
    return touches and one.author == two.author and bool(one.new) != bool(two.new)


def _amendment(base: _Base, edit: _Edit) -> Amendment:
    provision = base.provision_at(edit.start, edit.end)
    bare = _tied(base, edit.author, edit.date, provision, (edit.start, edit.end, edit.new))
    if provision is None:
        words = base.draft.text[edit.start : edit.end].strip()
        return replace(bare, action=_action(edit), old=words, new=edit.new.strip())
    if edit.start == edit.end and "\n" in edit.new:
        return replace(bare, new=edit.new.strip(), where=Where.NEW_PROVISION)
    return _worded(base, provision, edit, replace(bare, action=_action(edit)))


def _action(edit: _Edit) -> AmendmentAction:
    if edit.start == edit.end:
        return AmendmentAction.INSERT
    return AmendmentAction.REPLACE if edit.new.strip() else AmendmentAction.DELETE


def _worded(base: _Base, provision: Provision, edit: _Edit, bare: Amendment) -> Amendment:
    """With the words by which the place is found again."""
    text = base.draft.text
    gone = text[edit.start : edit.end].strip()
    if edit.new == "" and gone and gone == base.own[provision.id]:
        return bare
    start = _unique_from(text, provision, edit.start, edit.end)
    before, old = text[start : edit.start], text[start : edit.end].strip()
    if bare.action is AmendmentAction.INSERT:
        where = Where.AFTER if old else Where.BEGINNING
        return replace(bare, old=old, new=edit.new.strip(), where=where)
    if not before.strip():
        return replace(bare, old=old, new=edit.new.strip())
    new = f"{before}{edit.new}".strip()
    return replace(bare, action=AmendmentAction.REPLACE, old=old, new=new)


def _unique_from(text: str, provision: Provision, start: int, end: int) -> int:
    """The nearest beginning of a word from which on the words up to *end* stand only once."""
    words = [found.start() for found in _WORD.finditer(text, provision.start, start)]
    for begin in (*([start] if end > start else []), *reversed(words)):
        if len(found_words(text, text[begin:end], provision.start, provision.end)) == 1:
            return begin
    return start


def _remark(base: _Base, comment: TrackedComment) -> Amendment:
    provision = base.provision_at(comment.start, comment.end)
    place = (comment.start, comment.end, comment.text)
    bare = _tied(base, comment.author, comment.date, provision, place)
    words = base.draft.text[comment.start : comment.end].strip()
    is_once = (
        provision
        and words
        and len(found_words(base.draft.text, words, provision.start, provision.end)) == 1
    )
    return replace(
        bare,
        action=AmendmentAction.COMMENT,
        old=words if is_once else "",
        described=comment.text,
    )


def _tied(
    base: _Base,
    author: str,
    date: str | None,
    provision: Provision | None,
    place: tuple[int, int, str],
) -> Amendment:
    """An amendment with all but its action and words."""
    id_ = content_id(ORIGIN, base.document_id, author, date, *place)
    own = base.own[provision.id] if provision else ""
    return Amendment(
        id_,
        AmendmentAction.INSERT,
        target=provision.id if provision else "",
        draft_id=base.draft.id,
        provision_id=provision.id if provision else None,
        base=content_id(own) if provision else "",
        actors=base.who(author),
        date=date[:10] if date else None,
        document_id=base.document_id,
        origin=ORIGIN,
    )
