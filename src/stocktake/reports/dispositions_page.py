"""The page to give to a minister: what was asked, what the text says, what differs, fell out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stocktake.lexicon.wording import quantifiers
from stocktake.lexicon.words import Vocabulary
from stocktake.model import (
    Actor,
    Course,
    DispositionStatus,
    Document,
    Report,
    Section,
    Stock,
    Tracing,
)
from stocktake.model.report import Block
from stocktake.reports import citing, dispositions, refusing
from stocktake.reports.dispositions import ORDER
from stocktake.reports.patterns import plain, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph


def build(
    stock: Stock,
    texts: Mapping[str, Document],
    tracing: Tracing,
    actor: Actor,
    vocabulary: Vocabulary | None = None,
) -> Report:
    """What became of what *actor* asked for, all of it word for word; *texts* are the documents of
    the asks and of the drafts, by id. WordingError as for any report."""
    records = Records(stock, texts, quantifiers())
    parts = tuple(sections(tracing, actor))
    numbered, citations = citing.number(parts, records)
    title = words("page_title", actor=actor.name)
    made = Report(title, _subtitle(tracing), stock.digest, numbered, citations)
    return refusing.check(made, stock, vocabulary)


def _subtitle(tracing: Tracing) -> str:
    last = tracing.drafts[-1]
    if last.date:
        return words("page_subtitle_dated", label=last.label, date=last.date)
    return words("page_subtitle", label=last.label)


def sections(tracing: Tracing, actor: Actor) -> Iterator[Section]:
    """What became of the asks of *actor*: the figures, then those of each status."""
    yield Section("page-counts", words("page_counts"), _glance(tracing, actor))
    for status in ORDER:
        courses = [course for course in tracing.courses if course.last.status is status]
        if courses:
            yield _section(courses, tracing, status)


def _glance(tracing: Tracing, actor: Actor) -> tuple[Block, ...]:
    if not tracing.courses:
        return paragraph(plain("nothing_asked", actor=actor.name))
    last = tracing.drafts[-1]
    counts = dispositions.by_status(tracing.courses, -1)
    found = {status.value: count for status, count in zip(ORDER, counts, strict=True)}
    rule = plain("own_rule", actor=actor.name, label=last.label, how=tracing.how)
    told = paragraph(plain("own_counts", n=len(tracing.courses), **found))
    over_time = (dispositions.counts(tracing),) if len(tracing.drafts) > 1 else ()
    return (*told, *over_time, *paragraph(rule, note=True))


def _section(courses: Sequence[Course], tracing: Tracing, status: DispositionStatus) -> Section:
    if status is DispositionStatus.ABSENT:
        block = dispositions.absent(courses, tracing)
    else:
        block = dispositions.answered(courses, tracing, status)
    return Section(f"page-{status.value}", words(f"page_{status.value}"), (block,))
