"""The second paragraph: where the meeting stands in the process, what was before it and follows."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.model import Fact, FactKind, Period, Sentence
from stocktake.reports.brief import earlier
from stocktake.reports.brief.known import period_of
from stocktake.reports.brief.saying import (
    are_close,
    bare,
    named,
    passage,
    proofs,
    quoted,
    shortened,
    stretch,
    when_told,
)
from stocktake.reports.brief.scene import Scene
from stocktake.reports.patterns import Cited, claim, one_line

_SHORT = 220
_MEETINGS = 24


def sentences(scene: Scene) -> Iterator[Sentence]:
    """The phase that it opens or lies in, those before and behind it, earlier meetings, steps."""
    yield from _marks(scene)
    yield from _phases(scene)
    yield from _before(scene)
    yield from _steps(scene)


def _marks(scene: Scene) -> Iterator[Sentence]:
    """What the text says that the meeting begins or ends."""
    for fact in scene.known.facts(FactKind.PHASE):
        event, title = fact.get("event"), fact.get("title")
        if event and title and scene.is_about(fact.document_id):
            said = stretch(event, title, document=scene.document(fact))
            yield claim("brief_marks", text=bare(said.text), citations=proofs([fact]))


def _phases(scene: Scene) -> Iterator[Sentence]:
    """The phases with dates: whether they were before, are on, or follow."""
    meeting = scene.period()
    for fact in scene.known.facts(FactKind.PHASE):
        title, dates, period = fact.get("title"), fact.get("dates"), period_of(fact)
        if not (title and dates and period and meeting):
            continue
        contents = [Cited(one_line(item.quotation.text)) for item in fact.all("contents")]
        yield claim(
            _side(period, meeting, contents),
            title=named(title, fact, scene.known),
            when=when_told(dates),
            contents=contents,
            citations=proofs([fact]),
        )


def _side(period: Period, meeting: Period, contents: list[Cited]) -> str:
    if period.start > meeting.end:
        return "brief_phase_follows"
    if period.end >= meeting.start:
        return "brief_phase_on"
    return "brief_phase_held" if contents else "brief_phase_before"


def _before(scene: Scene) -> Iterator[Sentence]:
    told = earlier.said(earlier.meetings(scene))
    if told:
        yield claim("brief_before", meetings=shortened(told, _MEETINGS))


def _steps(scene: Scene) -> Iterator[Sentence]:
    """Steps told with a date: those behind in a row, those ahead one by one."""
    steps = [(fact, period_of(fact)) for fact in scene.known.facts(FactKind.MILESTONE)]
    past = [fact for fact, period in steps if period and not _is_ahead(period, scene)]
    told = {
        fact.sentence.text: Cited(quoted(fact.sentence.text), proofs([fact]))
        for fact in past
        if len(fact.sentence.text) <= _SHORT
    }
    if told:
        yield claim("brief_steps", steps=list(told.values()))
    for fact, period in steps:
        if period and _is_ahead(period, scene):
            yield from _next(fact, scene)


def _next(fact: Fact, scene: Scene) -> Iterator[Sentence]:
    """A step that lies ahead: in one row of words with its date, where the text has them so."""
    title, date = fact.get("title"), fact.get("date")
    if not (title and date):
        return
    if are_close(title, date):
        said = stretch(title, date, document=scene.document(fact))
        yield claim("brief_next", text=quoted(said.text), citations=(passage(title, fact),))
    else:
        yield claim(
            "brief_next_dated",
            text=quoted(title.quotation.text),
            when=when_told(date),
            citations=(passage(title, fact),),
        )


def _is_ahead(period: Period, scene: Scene) -> bool:
    return scene.known.is_ahead(period)
