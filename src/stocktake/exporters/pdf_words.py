"""Words with raised numbers that lead to their passages, and labels, in Typst."""

from __future__ import annotations

import re
from collections.abc import Iterable

from stocktake.exporters.typesetting import words
from stocktake.model import Cell, Sentence

_NO_LABEL = re.compile(r"[^\w.-]")


def cited(told: Sentence | Cell) -> str:
    """The text, each stretch with the numbers of its citations behind it."""
    return "".join(f"{words(text)}{_numbers(ids)}" for text, ids in told.runs())


def label(anchor: str) -> str:
    """A label of that name; none for no name."""
    return f" {_label(anchor)}" if anchor else ""


def passage_label(citation_id: str) -> str:
    """The label of the passage of a citation."""
    return _label(f"passage-{citation_id}")


def _numbers(ids: Iterable[str]) -> str:
    links = [
        f"#link({passage_label(id_)})[{words(id_.removeprefix('c'))}]" for id_ in dict.fromkeys(ids)
    ]
    return f"#super[{' '.join(links)}]" if links else ""


def _label(name: str) -> str:
    return f"<{_NO_LABEL.sub('-', name)}>"
