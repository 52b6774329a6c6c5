"""The pack for a session: what it is, what it needs from the stock, what was said in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from stocktake.lexicon.wording import Quantifier, quantifiers
from stocktake.lexicon.words import Vocabulary
from stocktake.model import Document, Report, Section, SessionNeeds, Stock
from stocktake.reports import (
    citing,
    glance,
    pack_follow_up,
    pack_ideas,
    pack_level,
    pack_look_back,
    pack_session,
    participation,
    refusing,
    themes,
    unlinking,
)
from stocktake.reports.patterns import table, words
from stocktake.reports.records import Records

Part = Callable[[SessionNeeds, Records], tuple[Section, ...]]


def build(
    stock: Stock,
    texts: Mapping[str, Document],
    needs: SessionNeeds,
    wording: Sequence[Quantifier] | None = None,
    vocabulary: Vocabulary | None = None,
) -> Report:
    """The pack as a Report of its own.

    *texts* are the documents of the stock by id, *needs* those of a session of its process, the
    other arguments as for a report. WordingError as for any report.
    """
    records = Records(stock, texts, wording or quantifiers())
    parts = _PARTS[needs.need](needs, records)
    sections = (pack_session.head(needs, records), *parts, pack_session.said(needs, records))
    numbered, citations = citing.number(unlinking.within(sections), records)
    title = words("pack_title", session=needs.session.title)
    subtitle = words("pack_subtitle", meeting=needs.meeting.title)
    made = Report(title, subtitle, stock.digest, numbered, citations)
    return refusing.check(made, stock, vocabulary)


def _overview(_: SessionNeeds, records: Records) -> tuple[Section, ...]:
    numbers = table("key_numbers", glance.key_numbers(records))
    spoken_of = themes.overview(themes.topics(records), records)
    told = Section("pack-overview", words("pack_overview"), (numbers, *spoken_of))
    return told, participation.section(records)


_PARTS: Mapping[str, Part] = {
    "look_back": pack_look_back.sections,
    "ideas": pack_ideas.sections,
    "dimension": pack_level.sections,
    "follow_up": pack_follow_up.sections,
    "overview": _overview,
}
