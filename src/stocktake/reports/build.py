"""The whole report, section by section, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stocktake.lexicon.wording import Quantifier, quantifiers
from stocktake.lexicon.words import Vocabulary
from stocktake.model import Document, Listing, Report, Section, Stock, Tracing
from stocktake.reports import (
    adoption,
    amendments,
    announced,
    cases,
    changes,
    citing,
    commitments,
    conflicts,
    dimensions,
    dispositions,
    followup,
    gaps,
    glance,
    handed_in,
    lenses,
    method,
    participation,
    refusing,
    relations,
    sources,
    subject,
    support,
    text,
    themes,
)
from stocktake.reports.patterns import words
from stocktake.reports.records import Records


def build(
    stock: Stock,
    texts: Mapping[str, Document],
    wording: Sequence[Quantifier] | None = None,
    vocabulary: Vocabulary | None = None,
    tracing: Tracing | None = None,
) -> Report:
    """The report of a stock; *texts* are its documents by id, from which contexts are taken.

    *wording* is the table of words for numbers of actors, the packaged one if None. *tracing*
    tells what became of the proposals in drafts, whose documents are then among *texts*.
    Every count and claim comes from the stock, every sentence from patterns.toml; citations are
    numbered c1, c2, … in the order of inputs and of their texts. WordingError if a sentence of
    ours holds a word that *vocabulary*, the packaged one if None, does not allow.
    """
    records = Records(stock, texts, wording or quantifiers())
    on_subject = subject.section(records)
    told = _told(on_subject, records)
    by_theme = themes.section(records, told)
    told |= _told((by_theme,), records)
    sections = (
        glance.section(records),
        handed_in.section(records),
        *on_subject,
        support.within(by_theme, told, records),
        *relations.section(records, told),
        dimensions.section(records, told),
        *lenses.section(records),
        *text.section(records),
        *amendments.section(records),
        *dispositions.section(records, tracing),
        followup.section(records, told),
        participation.section(records),
        *changes.section(records),
        *adoption.section(records, told),
        *commitments.section(records),
        announced.section(records),
        conflicts.section(records),
        cases.section(records),
        gaps.section(records),
        method.section(records),
        sources.section(records),
    )
    numbered, citations = citing.number(sections, records)
    subtitle = words("subtitle", inputs=len(stock.ledger))
    made = Report(stock.process.title, subtitle, stock.digest, numbered, citations)
    return refusing.check(made, stock, vocabulary)


def _told(sections: tuple[Section, ...], records: Records) -> frozenset[str]:
    """The ids of the proposals that some sections show in full."""
    anchors = {
        entry.anchor
        for section in sections
        for part in (section, *section.sections)
        for block in part.blocks
        if isinstance(block, Listing)
        for entry in block.entries
    }
    return frozenset(
        item.id for item in records.stock.proposals if f"proposal-{item.number}" in anchors
    )
