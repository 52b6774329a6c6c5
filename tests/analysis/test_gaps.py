"""A gap says why nothing is there."""

from __future__ import annotations

from dataclasses import replace

from stocktake.analysis.gaps import Absent, Heard, find_gaps, joined_late, withdrawn
from stocktake.analysis.proposals import Codes
from stocktake.model import (
    Gap,
    GapKind,
    Metadatum,
    Participation,
    ParticipationStatus,
    Process,
    Scheme,
    SchemeKind,
    Theme,
)
from tests.analysis.making import Handed, hand_in

THEMES = Scheme("t", SchemeKind.THEMES, "T", (Theme("dams", "Dams"), Theme("fish", "Fish")))
LEVELS = Scheme("d", SchemeKind.DIMENSIONS, "D", (Theme("local", "L"), Theme("global", "G")))
FRE = hand_in("FRE", "fewer dams")


def heard(handed: Handed, *themes: str, unread: bool = False) -> Heard:
    statement = handed.statements[0]
    codes = {SchemeKind.THEMES: themes, SchemeKind.DIMENSIONS: ("local",)}
    mentions = {} if unread else {handed.input.id: frozenset(themes)}
    said = () if unread else (statement,)
    return Heard(said, Codes({statement.id: codes}), mentions, (handed.input,))


def gaps(process: Process, said: Heard, away: frozenset[str] = frozenset()) -> list[Gap]:
    return list(find_gaps(process, THEMES, LEVELS, said, Absent(away)))


def of(actor: str, process: Process, said: Heard, *away: str) -> list[tuple[GapKind, str | None]]:
    found = gaps(process, said, frozenset(away))
    return [(gap.kind, gap.theme_code) for gap in found if gap.actor_id == actor]


def test_a_theme_without_a_dimension_is_a_gap_of_everybody() -> None:
    assert Gap(GapKind.SILENT, "dams", "global", None) in gaps(Process("P"), heard(FRE, "dams"))


def test_a_theme_nobody_spoke_of_is_one_gap() -> None:
    nobody = [gap for gap in gaps(Process("P"), heard(FRE, "dams")) if gap.theme_code == "fish"]
    assert nobody[0] == Gap(GapKind.SILENT, "fish", None, None)


def test_an_actor_is_silent_on_what_it_nowhere_names() -> None:
    assert of("FRE", Process("P"), heard(FRE, "dams")) == [(GapKind.SILENT, "fish")]


def test_an_actor_that_was_not_asked_is_not_silent() -> None:
    process = Process("P", asked=(("FRE", ("dams",)),))
    assert of("FRE", process, heard(FRE, "dams")) == [(GapKind.NOT_ASKED, "fish")]


def test_an_expected_actor_without_input_is_one_gap() -> None:
    process = Process("P", expected_actor_ids=("SYL",))
    assert of("SYL", process, heard(FRE, "dams")) == [(GapKind.NO_INPUT, None)]


def test_an_actor_that_withdrew_is_told_apart() -> None:
    process = Process("P", expected_actor_ids=("SYL",))
    assert of("SYL", process, heard(FRE, "dams"), "SYL") == [(GapKind.WITHDRAWN, None)]


def test_an_actor_whose_input_could_not_be_read_is_told_apart() -> None:
    assert of("FRE", Process("P"), heard(FRE, unread=True)) == [(GapKind.UNREADABLE, None)]


def test_who_returned_is_not_away() -> None:
    left = Participation("SYL", ParticipationStatus.WITHDRAWN, "2017-12-01", "news")
    back = Participation("SYL", ParticipationStatus.RETURNED, "2018-02-01", "news")
    assert withdrawn([back, left]) == frozenset()


def test_who_joined_after_the_last_input_was_not_asked() -> None:
    joined = [Participation("SYL", ParticipationStatus.PARTICIPATING, "2099-01-01", "news")]
    dated = replace(FRE.input, metadata=(Metadatum("date", "2031-03", "manifest"),))
    assert joined_late(joined, [dated]) == {"SYL"}


def test_who_joined_before_the_last_input_is_expected() -> None:
    joined = [Participation("SYL", ParticipationStatus.PARTICIPATING, "2031-03-02", "news")]
    dated = replace(FRE.input, metadata=(Metadatum("date", "2031-03", "manifest"),))
    assert joined_late(joined, [dated]) == frozenset()


def test_one_that_was_not_asked_yet_is_told_apart_from_one_that_handed_in_nothing() -> None:
    process = Process("P", expected_actor_ids=("SYL",))
    found = find_gaps(process, THEMES, LEVELS, heard(FRE, "dams"), Absent(late=frozenset({"SYL"})))
    assert [gap.kind for gap in found if gap.actor_id == "SYL"] == [GapKind.NOT_ASKED]
