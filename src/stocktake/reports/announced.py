"""What was announced: documents released, by whom and on whose behalf, and sources named."""

from __future__ import annotations

from stocktake.model import FactKind, Section
from stocktake.reports import facts
from stocktake.reports.patterns import plain, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph

_ANNOUNCED = ("title+kind", "actor", "with", "date", "content")


def section(records: Records) -> Section:
    """Documents, agendas and recommendations that the inputs tell of."""
    announced = facts.tables("announced", facts.rows(FactKind.ANNOUNCEMENT, _ANNOUNCED, records))
    sources = facts.tables("named_sources", facts.rows(FactKind.SOURCE, ("title",), records))
    blocks = (*(announced or paragraph(plain("nothing_announced"))), *sources)
    return Section("announced", words("announced"), blocks)
