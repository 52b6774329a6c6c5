"""Who is to act with whom."""

from __future__ import annotations

from dataclasses import replace

from stocktake.analysis.partnering import partnerships
from stocktake.analysis.sources import Sources
from stocktake.lexicon import load
from stocktake.model import Act, Partnership, Stance
from tests.analysis.making import Handed, Says, hand_in

LEXICON = load()


def found(*handed: Handed, addressees: tuple[str, ...] = ("KEN",)) -> tuple[Partnership, ...]:
    sources = Sources.of([item.input for item in handed], [item.document for item in handed])
    said = [replace(one, addressees=addressees) for item in handed for one in item.statements]
    return partnerships(sources.in_order(said), sources, LEXICON)


def test_who_is_asked_is_to_act_with_whom_the_wording_names() -> None:
    [one] = found(hand_in("XFR", "Kenya to build ports in cooperation with France and others"))
    assert (one.actor, one.partner, one.asked_by) == ("KEN", "FRA", ("XFR",))


def test_who_commits_acts_itself() -> None:
    said = Says("to build ports together with Japan", Act.COMMITS)
    [one] = found(hand_in("FRA", said), addressees=())
    assert (one.actor, one.partner) == ("FRA", "JPN")


def test_what_is_opposed_founds_no_partnership() -> None:
    said = Says("to build ports together with Japan", Act.OPPOSES, Stance.OPPOSES)
    assert found(hand_in("FRA", said)) == ()


def test_partners_that_nobody_knows_are_left_out() -> None:
    assert found(hand_in("XFR", "Kenya to build ports in cooperation with all neighbours")) == ()


def test_the_pair_of_which_most_statements_tell_stands_first() -> None:
    twice = [hand_in(who, "to build ports together with Japan") for who in ("XFR", "XRU")]
    once = hand_in("XSY", "to sweep quays together with France")
    assert [(one.partner, len(one.statement_ids)) for one in found(once, *twice)] == [
        ("JPN", 2),
        ("FRA", 1),
    ]
