"""Numbers of actors in words, by the published table of quantifiers alone."""

from __future__ import annotations

from typing import TypedDict

from stocktake.lexicon.wording import quantifier
from stocktake.reports.records import Records


class Share(TypedDict):
    """The slots that say how many actors of how many."""

    quantity: str
    n: int
    of: int


def share(number: int, records: Records) -> Share:
    """*number* of all actors that are heard, in words and figures."""
    return _share(number, len(records.counted), records)


def share_of_positions(number: int, records: Records) -> Share:
    """*number* of all actors that are heard, without groups that count through their members."""
    return _share(number, len(records.counted - records.counted_through_members), records)


def _share(number: int, of: int, records: Records) -> Share:
    return Share(quantity=quantifier(number, of, records.quantifiers), n=number, of=of)
