"""What workers find out early changes nothing, and is used only where it still holds."""

from __future__ import annotations

from dataclasses import replace

from stocktake.analysis.asked import Asked, asked
from stocktake.analysis.campaigns import campaigns, known_of
from stocktake.analysis.early import Early, early
from stocktake.analysis.memo import FORGETFUL
from stocktake.analysis.sources import Sources
from stocktake.model import Act, Quotation
from tests.analysis.making import Handed, Says, hand_in

FIRST = hand_in("FRE", "a fund for lake fisheries", "the fund", "a fund for lake fisheries")
OTHER = hand_in("SYL", "an end to fishing", Says("the lakes are low", Act.REPORTS))
WORLD = (FIRST, OTHER)
EARLY = {item.document.id: early(item.document, item.statements) for item in WORLD}


def told(found: dict[str, Early], *handed: Handed) -> Asked:
    statements = [each for item in handed for each in item.statements if each.act != Act.REPORTS]
    return asked(statements, FORGETFUL, early=found)


def reworded(handed: Handed) -> Handed:
    first, *rest = handed.statements
    content = Quotation(first.content.start, first.content.end, "a tax on lake fisheries")
    return replace(handed, statements=(replace(first, content=content), *rest))


def test_asks_that_were_read_early_are_the_same() -> None:
    soon, late = told(EARLY, *WORLD), told({}, *WORLD)
    assert (soon.rows.packed(), soon.read(range(4))) == (late.rows.packed(), late.read(range(4)))


def test_an_ask_that_was_edited_since_is_read_anew() -> None:
    changed = reworded(FIRST)
    assert told(EARLY, changed, OTHER).rows.keys == told({}, changed, OTHER).rows.keys


def test_texts_that_were_read_early_are_compared_as_others() -> None:
    sources = Sources.of((item.input for item in WORLD), (item.document for item in WORLD))
    assert campaigns(sources, known_of(FORGETFUL, EARLY)) == campaigns(sources)
