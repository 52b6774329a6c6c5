"""Amendments put into a draft where they fit exactly; all others are told with the reason.

Nothing is guessed: a place that is not clear, words that are not there or there twice, a
provision whose text has changed, and changes that touch each other are left to people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stocktake.legal.references import find
from stocktake.legal.views import own_ranges, own_texts
from stocktake.legal.worded import found_words, wording
from stocktake.lexicon.drafts import DraftWords
from stocktake.model import (
    Amended,
    Amendment,
    AmendmentAction,
    AmendmentResult,
    AmendmentState,
    Draft,
    Provision,
    Where,
    content_id,
)


@dataclass(frozen=True, slots=True)
class _Base:
    """A draft made ready: each provision's own words, where they stand, and their hash."""

    draft: Draft
    known: Mapping[str, Provision]
    ranges: Mapping[str, tuple[tuple[int, int], ...]]
    hashes: Mapping[str, str]
    words: DraftWords | None

    @classmethod
    def of(cls, draft: Draft, words: DraftWords | None) -> _Base:
        hashes = {id_: content_id(text) for id_, text in own_texts(draft).items()}
        known = {item.id: item for item in draft.provisions}
        return cls(draft, known, own_ranges(draft), hashes, words)


def anchor(draft: Draft, amendment: Amendment, words: DraftWords | None = None) -> Amendment:
    """The amendment tied to the provision it names and to the hash of its text, if that is clear.

    One that is tied to *draft* already comes back as it is.
    """
    if amendment.draft_id == draft.id and amendment.provision_id:
        return amendment
    found = find(draft, amendment.target, words)
    if len(found) != 1:
        return replace(amendment, draft_id=draft.id, provision_id=None, base="")
    base = content_id(own_texts(draft)[found[0].id])
    return replace(amendment, draft_id=draft.id, provision_id=found[0].id, base=base)


def amend(
    draft: Draft, amendments: Sequence[Amendment], words: DraftWords | None = None
) -> Amended:
    """The text with all amendments that fit, and how each fared, in the order of their ids.

    The order in which amendments are given plays no part. Of amendments that touch each other
    none is applied; equal ones are applied once, and both count as applied.
    """
    base = _Base.of(draft, words)
    placed = [_placed(base, item) for item in sorted(amendments, key=lambda item: item.id)]
    results = _conflicting(placed)
    return Amended(_written(draft.text, results), tuple(results))


def _placed(base: _Base, amendment: Amendment) -> AmendmentResult:
    """Where an amendment goes, or why it goes nowhere."""
    provision = _provision(base, amendment)
    if isinstance(provision, AmendmentState):
        return AmendmentResult(amendment, provision)
    if amendment.base and amendment.base != base.hashes[provision.id]:
        return AmendmentResult(amendment, AmendmentState.BASE_CHANGED, provision.id)
    if amendment.described and amendment.action is not AmendmentAction.COMMENT:
        return AmendmentResult(amendment, AmendmentState.NOT_WORDED, provision.id)
    place = _place(base, amendment, provision)
    if isinstance(place, AmendmentState):
        return AmendmentResult(amendment, place, provision.id)
    state = _UNCHANGING.get(amendment.action, AmendmentState.APPLIED)
    start, end, words = wording(base.draft, amendment, *place)
    return AmendmentResult(amendment, state, provision.id, start, end, words=words)


_UNCHANGING = {
    AmendmentAction.KEEP: AmendmentState.NOTHING_TO_DO,
    AmendmentAction.COMMENT: AmendmentState.NOTHING_TO_DO,
    AmendmentAction.MOVE: AmendmentState.BY_HAND,
}
_WHOLE = (AmendmentAction.DELETE, *_UNCHANGING)


def _provision(base: _Base, amendment: Amendment) -> Provision | AmendmentState:
    if amendment.provision_id and amendment.draft_id == base.draft.id:
        return base.known.get(amendment.provision_id) or AmendmentState.PLACE_NOT_FOUND
    found = find(base.draft, amendment.target, base.words)
    if len(found) == 1:
        return found[0]
    return AmendmentState.PLACE_NOT_CLEAR if found else AmendmentState.PLACE_NOT_FOUND


def _place(
    base: _Base, amendment: Amendment, provision: Provision
) -> tuple[int, int] | AmendmentState:
    ranges = base.ranges[provision.id]
    if amendment.old:
        return _found(base.draft.text, amendment, provision)
    if amendment.where is Where.NEW_PROVISION:
        return (provision.end, provision.end)
    if not ranges:
        return AmendmentState.TEXT_NOT_FOUND
    first, last = _stripped(base.draft.text, ranges[0][0], ranges[-1][1])
    if amendment.action is AmendmentAction.INSERT:
        at = {Where.BEGINNING: first, Where.END: last}.get(amendment.where or Where.AFTER)
        return AmendmentState.PLACE_NOT_CLEAR if at is None else (at, at)
    is_whole = amendment.action in _WHOLE and not amendment.new
    return (provision.start, provision.end) if is_whole else (first, last)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _found(
    text: str, amendment: Amendment, provision: Provision
) -> tuple[int, int] | AmendmentState:
    """The one place of *old* in the provision."""
    found = found_words(text, amendment.old, provision.start, provision.end)
    if len(found) != 1:
        return AmendmentState.TEXT_NOT_CLEAR if found else AmendmentState.TEXT_NOT_FOUND
    start, end = found[0]
    if amendment.action is AmendmentAction.INSERT:
        at = start if amendment.where is Where.BEFORE else end
        return (at, at)
    takes_out = amendment.action in (AmendmentAction.DELETE, AmendmentAction.REPLACE)
    leaves_two_spaces = text[start - 1 : start] == " " and not text[end : end + 1].isalnum()
    is_gone = takes_out and leaves_two_spaces and not amendment.new
    return (start - 1 if is_gone else start, end)


def _conflicting(placed: Sequence[AmendmentResult]) -> list[AmendmentResult]:
    """The same, with those that touch each other taken back and told of one another."""
    applied = [item for item in placed if item.state is AmendmentState.APPLIED]
    applied.sort(key=lambda item: (item.start or 0, item.end or 0, item.amendment.id))
    against: dict[str, set[str]] = {}
    for number, one in enumerate(applied):
        for two in applied[number + 1 :]:
            if (two.start or 0) > (one.end or 0):
                break
            if _clash(one, two):
                against.setdefault(one.amendment.id, set()).add(two.amendment.id)
                against.setdefault(two.amendment.id, set()).add(one.amendment.id)
    return [_taken_back(item, against.get(item.amendment.id)) for item in placed]


def _clash(one: AmendmentResult, two: AmendmentResult) -> bool:
    """Whether both change the same words, or put different ones at the same place."""
    if _change(one) == _change(two):
        return False
    if _stands_apart(one, two) or _stands_apart(two, one):
        return False
    is_point = one.start == one.end or two.start == two.end
    start, end = two.start or 0, one.end or 0
    return start <= end if is_point else start < end


def _stands_apart(one: AmendmentResult, two: AmendmentResult) -> bool:
    """Whether one is a new provision right behind the words that the other changes."""
    is_new = one.amendment.where is Where.NEW_PROVISION
    return is_new and two.amendment.where is not Where.NEW_PROVISION and one.start == two.end


def _change(item: AmendmentResult) -> tuple[int | None, int | None, str]:
    return (item.start, item.end, item.words)


def _taken_back(item: AmendmentResult, against: set[str] | None) -> AmendmentResult:
    if not against:
        return item
    return replace(item, state=AmendmentState.OVERLAPS, conflicts=tuple(sorted(against)))


def _written(text: str, results: Sequence[AmendmentResult]) -> str:
    applied = [item for item in results if item.state is AmendmentState.APPLIED]
    changes = {_change(item): item.amendment for item in applied}
    pieces: list[str] = []
    place = 0
    for (start, end, new), amendment in sorted(changes.items(), key=lambda pair: pair[0][:2]):
        pieces += [text[place:start], *_spaced(text, start or 0, end or 0, new, amendment)]
        place = end or 0
    return "".join([*pieces, text[place:]])


def _spaced(text: str, start: int, end: int, new: str, amendment: Amendment) -> Iterator[str]:
    """New words with the spaces that part them from their neighbours, a new unit on its line."""
    if amendment.where is Where.NEW_PROVISION:
        yield f"\n\n{new}"
        return
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    is_apart = before.isspace() or before in "([*" or not before
    if new and not is_apart and new[0] not in ",.;:)] ":
        yield " "
    yield new
    is_joined = after.isalnum() or after in "(["
    if new and after and is_joined and not new[-1].isspace() and new[-1] not in "([":
        yield " "
