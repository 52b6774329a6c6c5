"""What was counted at a meeting: which words count as one when figures are compared."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from stocktake.lexicon.spelling import spelling

PACKAGED = Path(__file__).parent / "data" / "wording" / "figures.toml"


def counted(name: str) -> str:
    """The name under which what is counted is compared: "delegates" are "people"."""
    folded = spelling("en").fold(name)
    return _groups().get(folded, folded)


@cache
def _groups() -> Mapping[str, str]:
    table = tomllib.loads(PACKAGED.read_text(encoding="utf-8"))["same"]
    rules = spelling("en")
    return {rules.fold(name): group for group, names in table.items() for name in names}
