"""The idea lab: what few ask for and nobody speaks against, and objectives that can be checked."""

from __future__ import annotations

from stocktake.model import Cell, Idea, Objective, Section, SessionNeeds
from stocktake.model.report import Block
from stocktake.reports import facts
from stocktake.reports.patterns import Cited, cell, one_line, plain, words
from stocktake.reports.proposals import names_of, wording_cell
from stocktake.reports.records import Records, cite, key
from stocktake.reports.stands import paragraph, stands_on
from stocktake.reports.wording import asked, quoted

_CASES = 2


def sections(needs: SessionNeeds, records: Records) -> tuple[Section, ...]:
    """New ideas, then concrete objectives."""
    return (
        Section("pack-ideas", words("pack_ideas"), _ideas(needs, records)),
        Section("pack-objectives", words("pack_objectives"), _objectives(needs, records)),
    )


def _ideas(needs: SessionNeeds, records: Records) -> tuple[Block, ...]:
    if not needs.ideas:
        return paragraph(plain("pack_nothing"))
    cases = sum(bool(item.case_study_ids) for item in needs.ideas)
    rows = [_idea(item, records) for item in needs.ideas]
    return (
        *paragraph(plain("pack_ideas_rule", n=needs.few), note=True),
        *paragraph(plain("pack_ideas_counted", n=len(needs.ideas), cases=str(cases))),
        *facts.tables("pack_ideas", rows),
    )


def _idea(item: Idea, records: Records) -> tuple[Cell, ...]:
    proposal = records.proposals[item.proposal_id]
    studies = [records.studies[id_] for id_ in item.case_study_ids[:_CASES]]
    told = [
        Cited(
            quoted(one_line((study.what or study.passage).text)),
            (key(study.id, study.document_id, study.passage),),
        )
        for study in studies
    ]
    return (
        Cell(str(proposal.number)),
        wording_cell(proposal, records),
        names_of(stands_on(proposal.id, records).supports, records),
        cell("names", names=told) if told else Cell(""),
    )


def _objectives(needs: SessionNeeds, records: Records) -> tuple[Block, ...]:
    found = needs.objectives
    if not found:
        return paragraph(plain("pack_nothing"))
    counted = plain(
        "pack_objectives_counted",
        n=len(found),
        figures=str(sum(bool(item.figures) for item in found)),
        dated=str(sum(bool(item.due) for item in found)),
        complete=str(sum(item.is_complete for item in found)),
    )
    return (
        *paragraph(plain("pack_objectives_rule"), note=True),
        *paragraph(counted),
        *facts.tables("pack_objectives", [_objective(item, records) for item in found]),
    )


def _objective(item: Objective, records: Records) -> tuple[Cell, ...]:
    statement = records.statements[item.statement_id]
    return (
        Cell("; ".join(records.names(item.actors))),
        Cell(quoted(one_line(asked(statement))), (cite(statement),)),
        Cell("; ".join(map(quoted, map(one_line, item.figures)))),
        Cell(quoted(one_line(item.due)) if item.due else ""),
        _who(item, records),
    )


def _who(item: Objective, records: Records) -> Cell:
    """Who asks for it; of what an actor binds itself to, that it does."""
    if not item.proposal_id:
        return Cell(words("pack_bound"))
    return names_of(stands_on(item.proposal_id, records).supports, records)
