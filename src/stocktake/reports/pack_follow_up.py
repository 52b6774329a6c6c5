"""Follow-up and implementation: institutions, partnerships, means, reviews that are proposed."""

from __future__ import annotations

from collections.abc import Iterable

from stocktake.model import Arrangement, Cell, Section, SessionNeeds
from stocktake.model.report import Block
from stocktake.reports import facts, followup
from stocktake.reports.patterns import one_line, plain, words
from stocktake.reports.proposals import names_of, wording_cell
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph, stands_on
from stocktake.reports.wording import quoted


def sections(needs: SessionNeeds, records: Records) -> tuple[Section, ...]:
    """What is proposed for follow-up, then who should act, as the report tells it."""
    blocks = _blocks(needs.arrangements, records)
    own = Section("pack-follow-up", words("pack_follow_up"), blocks)
    return (own, followup.section(records, frozenset()))


def _blocks(found: tuple[Arrangement, ...], records: Records) -> tuple[Block, ...]:
    if not found:
        return paragraph(plain("pack_nothing"))
    counted = plain(
        "pack_follow_up_counted",
        n=len(found),
        institutions=str(sum(bool(item.institutions) for item in found)),
        partners=str(sum(bool(item.partners) for item in found)),
        means=str(sum(bool(item.means) for item in found)),
        review=str(sum(bool(item.review) for item in found)),
    )
    return (
        *paragraph(plain("pack_follow_up_rule"), note=True),
        *paragraph(counted),
        *facts.tables("pack_follow_up", [_row(item, records) for item in found]),
    )


def _row(item: Arrangement, records: Records) -> tuple[Cell, ...]:
    proposal = records.proposals[item.proposal_id]
    return (
        wording_cell(proposal, records),
        _verbatim(item.institutions),
        _verbatim([item.partners]),
        _verbatim([item.means]),
        _verbatim(item.review),
        names_of(stands_on(proposal.id, records).supports, records),
    )


def _verbatim(texts: Iterable[str]) -> Cell:
    return Cell("; ".join(quoted(one_line(text)) for text in texts if text))
