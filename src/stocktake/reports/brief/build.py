"""The brief, paragraph by paragraph, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from stocktake.lexicon.wording import quantifiers
from stocktake.lexicon.words import Vocabulary
from stocktake.model import Document, FactKind, Period, Precision, Report, Section, Sentence, Stock
from stocktake.model.report import Block
from stocktake.reports import citing, refusing
from stocktake.reports.brief import (
    departures,
    handed_in,
    lede,
    meetings,
    outcomes,
    presiding,
    released,
    sources,
    standing,
)
from stocktake.reports.brief.known import Known, is_exact
from stocktake.reports.brief.scene import Scene
from stocktake.reports.dates import say
from stocktake.reports.patterns import plain, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which meeting, by id or title; *day*: as it was known then. None: on its first day, or
    on the last one of a time that is told by month or year."""

    meeting: str
    day: date | None = None


def brief(
    stock: Stock,
    texts: Mapping[str, Document],
    asked: Asked,
    vocabulary: Vocabulary | None = None,
) -> Report:
    """The brief on a meeting; *texts* are the documents of the stock's facts and statements.

    NotFoundError if no meeting is known by that name. WordingError as for any report.
    """
    records = Records(stock, texts, quantifiers())
    scene = _scene(asked, records)
    numbered, citations = citing.number((_section(scene),), records)
    made = Report(
        lede.headline(scene), _subtitle(scene), stock.digest, numbered, citations, words("brief")
    )
    return refusing.check(made, stock, vocabulary)


def _scene(asked: Asked, records: Records) -> Scene:
    meeting = meetings.find(asked.meeting, records)
    scene = Scene(meeting, Known(records, None))
    period = scene.period()
    return Scene(meeting, Known(records, asked.day or _first_day(period)))


def _first_day(period: Period | None) -> date | None:
    """The first day of a meeting; the last one of a period that tells no day."""
    if period is None:
        return None
    return period.start if period.precision is Precision.DAY else period.end


def _subtitle(scene: Scene) -> str:
    title = scene.known.records.stock.process.title
    if scene.day is None:
        return words("brief_subtitle_undated", process=title)
    return words("brief_subtitle", day=say(Period(scene.day, scene.day)), process=title)


def _section(scene: Scene) -> Section:
    told = [block for found in _paragraphs(scene) for block in paragraph(*found)]
    cited = (key for block in told for sentence in block.sentences for key in sentence.citations)
    brackets = paragraph(*sources.sentences(cited, scene))
    notes = paragraph(*_notes(scene), note=True)
    blocks: tuple[Block, ...] = (*told, *brackets, *notes)
    return Section("brief", "", blocks)


def _paragraphs(scene: Scene) -> Iterator[Iterable[Sentence]]:
    yield lede.sentences(scene)
    yield standing.sentences(scene)
    yield presiding.sentences(scene)
    yield outcomes.sentences(scene.facts(FactKind.ADOPTION))
    yield departures.earlier_ones(scene)
    for item, facts in departures.recent(scene):
        yield departures.sentences(item, facts, scene)
    for fact in released.announcements(scene):
        yield released.sentences(fact, scene)
    yield handed_in.sentences(scene)


def _notes(scene: Scene) -> Iterator[Sentence]:
    """What the brief rests on, and what it leaves out."""
    if not (scene.value("place") or scene.value("dates")):
        yield plain("brief_nothing")
    yield plain("brief_rule")
    known = scene.known.inputs()
    if scene.day:
        yield plain(
            "brief_known",
            n=len(known),
            day=say(Period(scene.day, scene.day)),
            later=len(scene.known.records.stock.inputs) - len(known),
            inexact=sum(not is_exact(item) for item in known),
        )
