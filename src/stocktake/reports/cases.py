"""Case studies: who did what where, with what result, kept apart from positions."""

from __future__ import annotations

from stocktake.model import CaseStudy, Cell, Entry, Listing, Quotation, QuoteBlock, Section
from stocktake.model.report import Block
from stocktake.reports.limits import CASE_STUDIES
from stocktake.reports.patterns import one_line, plain, table, words
from stocktake.reports.records import Records, key
from stocktake.reports.stands import paragraph


def section(records: Records) -> Section:
    """The case studies in a table by their parts, then each in its own words."""
    studies = records.stock.case_studies
    if not studies:
        return Section("cases", words("cases"), paragraph(plain("no_case_studies")))
    shown, left = studies[:CASE_STUDIES], len(studies) - CASE_STUDIES
    blocks: tuple[Block, ...] = (
        *paragraph(plain("case_studies", n=len(studies)), note=True),
        table("cases", (_row(study, records) for study in shown)),
        Listing(tuple(_entry(study, records) for study in shown)),
        *(paragraph(plain("more_rows", n=left), note=True) if left > 0 else ()),
    )
    return Section("cases", words("cases"), blocks)


def _row(study: CaseStudy, records: Records) -> tuple[Cell, ...]:
    heading = Cell(_heading(study, records), (_citation(study),), link=f"case-{study.id}")
    return (heading, *(_part(part) for part in (study.who, study.place, study.result)))


def _part(part: Quotation | None) -> Cell:
    return Cell(words("quoted", text=one_line(part.text)) if part else "")


def _entry(study: CaseStudy, records: Records) -> Entry:
    block = QuoteBlock(_citation(study), words("case_study"))
    return Entry(_heading(study, records), (block,), f"case-{study.id}")


def _heading(study: CaseStudy, records: Records) -> str:
    """Whose input tells it, or who did it, and where."""
    source = records.input_of(study.document_id)
    authors = records.names(source.actor_ids) if source else []
    who = [one_line(study.who.text)] if study.who and not authors else authors
    place = [one_line(study.place.text)] if study.place else []
    named = dict.fromkeys([*who, *place])
    return ", ".join(named) or (source.title if source else words("case_study"))


def _citation(study: CaseStudy) -> str:
    return key(study.id, study.document_id, study.passage)
