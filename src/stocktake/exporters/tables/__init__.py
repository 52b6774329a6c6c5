"""A stock as tables: each column declared once, with what stands in it.

In: Material. Out: tables of plain values, and a dictionary of their columns.
May import: model and the rest of exporters.
To add one: a Table in the module of its kin, and its name in TABLES; the dictionary follows.
"""

from stocktake.exporters.tables.columns import Column, Row, Table, Type
from stocktake.exporters.tables.developments import DEVELOPMENTS
from stocktake.exporters.tables.drafts import DRAFTS
from stocktake.exporters.tables.findings import FINDINGS
from stocktake.exporters.tables.following import FOLLOWING
from stocktake.exporters.tables.relations import RELATIONS
from stocktake.exporters.tables.sources import SOURCES
from stocktake.exporters.tables.statements import STATEMENTS
from stocktake.exporters.tables.upkeep import UPKEEP

TABLES: tuple[Table, ...] = (
    *SOURCES,
    *STATEMENTS,
    *FINDINGS,
    *DEVELOPMENTS,
    *FOLLOWING,
    *RELATIONS,
    *DRAFTS,
    *UPKEEP,
)

__all__ = ["TABLES", "Column", "Row", "Table", "Type"]
