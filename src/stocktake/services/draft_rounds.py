"""What happened from each draft of a workspace to the next, in a stock and as rows."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator
from itertools import pairwise

from stocktake import legal
from stocktake.analysis.memo import FORGETFUL, Memo
from stocktake.model import Became, Outcome, Round, Settled, Stock, content_id
from stocktake.model.codec import dumps, dumps_all, loads
from stocktake.services import aligning, drafts
from stocktake.services.drafts import OneDraft
from stocktake.services.remembering import program
from stocktake.services.rows import Row
from stocktake.services.workspace import Workspace

KIND = "rounds of drafts"
ROOMS = ("model", "text", "lexicon", "legal")
_SHOWN = 120
_IN_ORDER = (Outcome.TAKEN_IN, Outcome.TAKEN_OUT, Outcome.REPLACED, Outcome.OPENED)


def with_rounds(workspace: Workspace, stock: Stock, memo: Memo = FORGETFUL) -> Stock:
    """The stock with what happened between its drafts; one with less than two stays as it is."""
    if len(stock.drafts) < 2:
        return stock
    found = rounds(workspace, memo)
    digest = hashlib.sha256(f"{stock.digest} {dumps_all(found)}".encode()).hexdigest()
    return dataclasses.replace(stock, rounds=found, digest=digest)


def rounds(workspace: Workspace, memo: Memo = FORGETFUL) -> tuple[Round, ...]:
    """From each draft to the next, earliest first; what *memo* knows is not compared again."""
    before = memo.known(KIND)
    kept: dict[str, bytes] = {}
    found = []
    for old, new in pairwise(drafts.every(workspace)):
        said = aligning.said_of(workspace, old.draft, new.draft)
        key = content_id(program(ROOMS), old.draft.id, new.draft.id, *map(str, said))
        packed = before.get(key)
        one = loads(Round, packed) if packed else _compared(old, new, said)
        kept[key] = packed or dumps(one).encode()
        found.append(dataclasses.replace(one, old=old.version.label, new=new.version.label))
    memo.keep(KIND, kept)
    return tuple(found)


def _compared(old: OneDraft, new: OneDraft, said: tuple[Became, ...]) -> Round:
    found = legal.compare(old.draft, new.draft, said)
    return Round("", "", found.settled, found.parts)


def rows(settled: Iterable[Settled]) -> list[Row]:
    """What was settled or opened, options first, each outcome in the order of the text; what is
    still open stands last."""
    return [_row(item) for item in in_order(settled)]


def brief(shown: Iterable[Row]) -> list[Row]:
    """The same for a table: of long words the beginning."""
    return [{name: _short(str(value)) for name, value in row.items()} for row in shown]


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def in_order(settled: Iterable[Settled]) -> Iterator[Settled]:
    found = list(settled)
    for is_option in (True, False):
        for outcome in _IN_ORDER:
            yield from (
                item for item in found if (item.is_option, item.outcome) == (is_option, outcome)
            )
    yield from (item for item in found if item.outcome is Outcome.STILL_OPEN)


def _row(item: Settled) -> Row:
    return {
        "what": "option" if item.is_option else "bracket",
        "outcome": item.outcome.value,
        "words": item.words,
        "became": item.became,
        "in the old draft": item.old_place,
        "in the new draft": item.new_place,
        "attributed to": "; ".join(item.actors),
    }
