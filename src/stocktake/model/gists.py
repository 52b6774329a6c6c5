"""What is found out about one document by itself; kept, so that a rebuild need not look again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stocktake.model.analysis import Assignment
from stocktake.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Gist:
    """What a document tells, whatever stands in others: what its statements are about
    (*assignments* of those of *statement_ids*), and the codes of the themes that its text names
    anywhere, whether or not in a statement (*mentions*, in alphabetical order)."""

    document_id: str
    statement_ids: tuple[str, ...]
    assignments: tuple[Assignment, ...]
    mentions: tuple[str, ...]

    def covers(self, statements: Iterable[Statement]) -> bool:
        """Whether all of *statements* were looked at."""
        return {item.id for item in statements}.issubset(self.statement_ids)
