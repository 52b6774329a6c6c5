"""How far in from the margin paragraphs of a PDF begin, where that tells their depth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stocktake.readers.pdf_kinds import Flow

_SLACK = 3.0
_COLUMN = 150.0
_OFTEN = 0.25


def indents(flows: Sequence[Flow]) -> Iterator[int]:
    """Of each paragraph, how far in it begins, in points; of those set with an indented first
    line, as United Nations documents are, that tells nothing, and all are 0."""
    if _has_indented_first_lines(flows):
        yield from (0 for _ in flows)
        return
    lefts = [_left(flow) for flow in flows]
    margin = min((left for left in lefts if left > 0), default=0.0)
    mirrored = min((left for left in lefts if left <= 0), default=0.0)
    for flow, left in zip(flows, lefts, strict=True):
        edge = margin if left > 0 else mirrored
        is_column = flow.first.left - edge > _COLUMN
        yield max(0, round(left - (flow.first.left if is_column else edge)))


def _left(flow: Flow) -> float:
    return flow.first.lines[0].left


def _has_indented_first_lines(flows: Sequence[Flow]) -> bool:
    steps = [
        flow.first.lines[0].left - flow.first.lines[1].left
        for flow in flows
        if flow.first.number and len(flow.first.lines) > 1
    ]
    return sum(step > _SLACK for step in steps) > _OFTEN * len(steps)
