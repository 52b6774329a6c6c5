"""Two drafts side by side as one HTML file: no external resource, no script, prints, folds."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import ClassVar

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from stocktake.exporters.comparisons import Between
from stocktake.exporters.marked import new_side, old_side
from stocktake.model import AlignmentKind, ChangeKind, Comparison, Outcome, Settled

_KINDS = (
    (AlignmentKind.SAME, "word for word the same"),
    (AlignmentKind.EDITED, "edited"),
    (AlignmentKind.SPLIT, "split"),
    (AlignmentKind.MERGED, "merged"),
    (AlignmentKind.ADDED, "new"),
    (AlignmentKind.DELETED, "gone"),
)
_OUTCOMES = (
    (Outcome.TAKEN_IN, "taken into the text"),
    (Outcome.TAKEN_OUT, "taken out"),
    (Outcome.REPLACED, "replaced by other words"),
    (Outcome.STILL_OPEN, "still open"),
    (Outcome.OPENED, "newly opened"),
)


class ComparisonHtmlExporter:
    """Writes ``.html``; each provision can be linked to: ``#new-ID``, ``#old-ID``."""

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"

    def export(self, comparison: Comparison, between: Between) -> bytes:
        style = _asset("comparison.css")
        alignments = list(dict.fromkeys(row.alignment for row in comparison.provisions))
        kinds = Counter(item.kind for item in alignments)
        outcomes = Counter(item.outcome for item in comparison.settlements)
        page = _template().render(
            between=between,
            comparison=comparison,
            kinds=[(kind, name, kinds[kind]) for kind, name in _KINDS],
            moved=sum(item.moved for item in alignments),
            renumbered=sum(item.renumbered for item in alignments),
            outcomes=[(name, outcomes[outcome]) for outcome, name in _OUTCOMES],
            settled=_settled(comparison),
            style=Markup(style),  # noqa: S704 - our own file
            policy=f"default-src 'none'; style-src '{_hash(style)}'; base-uri 'none'",
        )
        return page.encode("utf-8", "replace")


def _settled(comparison: Comparison) -> list[Settled]:
    """Options, then brackets, that are not as open as they were."""
    changed = [item for item in comparison.settled if item.outcome is not Outcome.STILL_OPEN]
    return sorted(changed, key=lambda item: not item.is_option)


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {
        "old_side": old_side,
        "new_side": new_side,
        "names": dict(_KINDS),
        "fates": dict(_OUTCOMES),
        "Change": ChangeKind,
    }
    return environment.from_string(_asset("comparison.html.j2"))


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _asset(name: str) -> str:
    return files("stocktake.exporters").joinpath("assets", name).read_text("utf-8")
