"""A comparison as JSON: every record of it, for other programs."""

from __future__ import annotations

import json
from typing import ClassVar

from stocktake.exporters.comparisons import Between
from stocktake.model import Comparison, codec


class ComparisonJsonExporter:
    """Writes ``.json`` with the names of both drafts and the records of ``Comparison``."""

    suffix: ClassVar[str] = ".json"
    media_type: ClassVar[str] = "application/json"

    def export(self, comparison: Comparison, between: Between) -> bytes:
        whole = {"old": between.old, "new": between.new, "comparison": codec.plain(comparison)}
        return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace")
