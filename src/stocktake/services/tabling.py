"""The amendments to the latest draft, as a stock holds them."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence

from stocktake import legal
from stocktake.analysis.memo import FORGETFUL, Memo
from stocktake.errors import NotFoundError
from stocktake.lexicon import Lexicon
from stocktake.model import Actor, ActorKind, AmendmentResult, Stock, Tabled
from stocktake.model.codec import dumps_all
from stocktake.services import amendment_rows, amendments
from stocktake.services.amendments import OnDraft
from stocktake.services.workspace import Workspace

VERSION = "2"


def with_amendments(
    workspace: Workspace, stock: Stock, words: Lexicon, memo: Memo = FORGETFUL
) -> Stock:
    """The stock with the amendments to its latest draft; one without drafts stays as it is."""
    if not stock.drafts:
        return stock
    found = tabled(amendments.on_draft(workspace, None, stock, memo))
    if not found:
        return stock
    digest = hashlib.sha256(f"{stock.digest} {dumps_all(found)}".encode()).hexdigest()
    actors = _with_all(stock.actors, found, words)
    return dataclasses.replace(stock, amendments=found, actors=actors, digest=digest)


def tabled(found: OnDraft) -> tuple[Tabled, ...]:
    """All amendments to a draft in the order of its text, those without a place last."""
    draft = found.one.draft
    titles, own = legal.titles(draft), legal.own_ranges(draft)
    return tuple(_one(item, found, titles, own) for item in amendment_rows.in_order(found))


def _one(
    item: AmendmentResult,
    found: OnDraft,
    titles: Mapping[str, str],
    own: Mapping[str, tuple[tuple[int, int], ...]],
) -> Tabled:
    id_ = item.provision_id
    if id_ is None:
        return Tabled(item)
    ranges = own[id_]
    old = found.one.draft.text[item.start : item.end] if item.start is not None else ""
    if not ranges:
        return Tabled(item, titles[id_], old=old)
    document_id = found.one.document.id
    return Tabled(item, titles[id_], document_id, *ranges[0], old)


def _with_all(
    known: tuple[Actor, ...], found: Sequence[Tabled], words: Lexicon
) -> tuple[Actor, ...]:
    """All actors, with those that only amendments tell of, by id."""
    by_id = {item.id: item for item in known}
    for item in found:
        amendment = item.result.amendment
        for id_ in (*amendment.actors, *amendment.supporters, *amendment.opponents):
            by_id.setdefault(id_, _actor(id_, words))
    return tuple(by_id[id_] for id_ in sorted(by_id))


def _actor(id_: str, words: Lexicon) -> Actor:
    try:
        return words.actors.get(id_)
    except NotFoundError:
        return Actor(id_, id_, ActorKind.OTHER)
