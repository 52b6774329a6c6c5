"""Amendments to one draft carried over to the next, where the text they speak of is the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from stocktake.legal.views import own_texts
from stocktake.model import Alignment, Amendment, Draft, content_id


def carry(
    amendments: Iterable[Amendment], new: Draft, alignments: Sequence[Alignment]
) -> tuple[Amendment, ...]:
    """The amendments anchored in *new*, by what became of their provisions.

    *base* stays the hash of the text they were made to: ``amend`` applies one only where the
    provision has kept its words, wherever it went, and else lists it as to be confirmed. One whose
    provision is gone, or has none, is left as it is.
    """
    became = {old: item.new for item in alignments for old in item.old}
    hashes = {id_: content_id(text) for id_, text in own_texts(new).items()}
    return tuple(_carried(item, new, became, hashes) for item in amendments)


def _carried(
    amendment: Amendment, new: Draft, became: dict[str, tuple[str, ...]], hashes: dict[str, str]
) -> Amendment:
    ids = became.get(amendment.provision_id or "", ())
    if not ids:
        return amendment
    same = [id_ for id_ in ids if hashes[id_] == amendment.base]
    return replace(amendment, draft_id=new.id, provision_id=(same or list(ids))[0])
