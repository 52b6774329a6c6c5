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
    heading = Cell(_heading(study, records), link=f"case-{study.id}")
    parts = (study.who, study.place, study.what, study.result)
    return (heading, *(_part(study, part) for part in parts))


def _part(study: CaseStudy, part: Quotation | None) -> Cell:
    if part is None:
        return Cell("")
    text = words("quoted", text=one_line(part.text))
    return Cell(text, (_citation(study),))


def _entry(study: CaseStudy, records: Records) -> Entry:
    block = QuoteBlock(_citation(study), words("case_study"))
    return Entry(_heading(study, records), (block,), f"case-{study.id}")


def _heading(study: CaseStudy, records: Records) -> str:
    source = records.input_of(study.document_id)
    parts = [one_line(part.text) for part in (study.who, study.place) if part]
    return ", ".join(parts) or (source.title if source else words("case_study"))


def _citation(study: CaseStudy) -> str:
    return key(study.id, study.document_id, study.passage)
