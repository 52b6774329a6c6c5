"""The digest, paragraph by paragraph, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from stocktake.lexicon.wording import quantifiers
from stocktake.lexicon.words import Vocabulary
from stocktake.model import Document, FactKind, Period, Report, Section, Sentence, Stock
from stocktake.model.report import Paragraph
from stocktake.reports import citing, refusing
from stocktake.reports.brief import departures, meetings, outcomes, presiding, released, sources
from stocktake.reports.dates import say
from stocktake.reports.digest import came_in, stances
from stocktake.reports.digest.day import Day
from stocktake.reports.patterns import Cited, plain, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph


def digest(
    stock: Stock,
    texts: Mapping[str, Document],
    day: date,
    meeting: str | None = None,
    vocabulary: Vocabulary | None = None,
) -> Report:
    """What came in and happened on *day*; *meeting*, an id or title, keeps to what is filed under
    it. *texts* are the documents of the stock's inputs. NotFoundError and WordingError as of a
    brief."""
    records = Records(stock, texts, quantifiers())
    of = Day(records, day, meetings.find(meeting, records) if meeting else None)
    numbered, citations = citing.number((_section(of),), records)
    title = words("digest_title", day=say(Period(day, day)))
    about = of.meeting.title if of.meeting else stock.process.title
    made = Report(title, about, stock.digest, numbered, citations, words("digest"))
    return refusing.check(made, stock, vocabulary)


def _section(day: Day) -> Section:
    told = [block for found in _paragraphs(day) for block in paragraph(*found)]
    cited = (key for block in told for sentence in block.sentences for key in sentence.citations)
    brackets = paragraph(*sources.sentences(cited, day.scene))
    notes = paragraph(*_notes(told, day), note=True)
    return Section("digest", "", (*told, *brackets, *notes))


def _paragraphs(day: Day) -> Iterator[Iterable[Sentence]]:
    yield came_in.sentences(day)
    for item, facts in departures.changes(day.scene):
        undated = item.since is None and any(day.holds(fact) for fact in facts)
        if undated or day.is_of_day(item.since):
            yield departures.sentences(item, facts, day.scene)
    for fact in released.once(released.told(day.facts(FactKind.ANNOUNCEMENT)), day.scene):
        yield released.sentences(fact, day.scene)
    yield outcomes.sentences(day.facts(FactKind.ADOPTION))
    yield presiding.attendance(day.facts(FactKind.ATTENDANCE))
    yield stances.taken(day)
    yield stances.changed(day)


def _notes(told: list[Paragraph], day: Day) -> Iterator[Sentence]:
    """What the digest leaves out."""
    if not told:
        yield plain("digest_nothing")
    yield plain("brief_rule")
    if day.inexact:
        yield plain("digest_inexact", n=day.inexact)
    if day.unread:
        yield plain("digest_unread", names=[Cited(name) for name in day.unread])
