"""Measures how often findings of each rule are right, and writes it where extraction reads it.

    python -m tools.calibrate

reads every file of tests/labels, writes src/stocktake/lexicon/data/confidence.toml, and puts the
reliability table, cross-validated, into docs/quality.md. Texts are those of ../shared/data.

For each language, rule and confidence offered, the share that is right is drawn towards that of
the rule's other findings, which is drawn towards that of the language, as if WEIGHT findings more
had been seen; then it is made monotone: what an extractor is surer of is never trusted less.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from stocktake.lexicon.confidence import ANY, Confidence, Measured
from stocktake.services.evaluating import evaluate
from stocktake.services.reliability import Outcome, Reliability, of_pairs, outcomes

ROOT = Path(__file__).parent.parent
K = TypeVar("K")
LABELS = ROOT / "tests" / "labels"
TEXTS = ROOT.parent / "shared" / "data"
TABLE = ROOT / "src" / "stocktake" / "lexicon" / "data" / "confidence.toml"
QUALITY = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- written by tools/calibrate.py -->\n", "<!-- end -->"
WEIGHT = 10
HEAD = """\
# How often findings are right, by language, rule and the confidence that the extractor offered:
# of so many labelled findings so many were right; confidence is that share, smoothed.
# Written by tools/calibrate.py from tests/labels; docs/quality.md tells how well it holds.
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """How many findings of a kind were labelled, and how many of them were right."""

    labelled: int
    right: int

    @classmethod
    def of(cls, found: Iterable[Outcome]) -> Seen:
        rights = [item.right for item in found]
        return cls(len(rights), sum(rights))

    def without(self, part: Seen) -> Seen:
        """The others."""
        return Seen(self.labelled - part.labelled, self.right - part.right)

    def share(self, towards: float) -> float:
        """The share that is right, drawn towards another."""
        return (self.right + WEIGHT * towards) / (self.labelled + WEIGHT)


def fit(found: list[Outcome]) -> list[Measured]:
    """What was measured, from the findings in labelled sentences."""
    whole = Seen.of(found)
    share = whole.share(0.5)
    rows = [_whole(ANY, whole, share)]
    for language, spoken in sorted(_by(found, lambda item: item.language).items()):
        seen = Seen.of(spoken)
        rows.append(_whole(language, seen, seen.share(share)))
        for rule, ruled in sorted(_by(spoken, lambda item: item.statement.rule).items()):
            rows += _rule(language, rule, ruled, seen.share(share))
    return rows


def _whole(language: str, seen: Seen, share: float) -> Measured:
    return Measured(language, ANY, 0.0, seen.labelled, seen.right, round(share, 3))


def _rule(language: str, rule: str, found: list[Outcome], share: float) -> Iterator[Measured]:
    """The rows of one rule, the least sure first."""
    whole = Seen.of(found)
    cells = [
        (offered, Seen.of(some))
        for offered, some in sorted(_by(found, lambda item: item.statement.offered or 0).items())
    ]
    fitted = monotone(
        [(seen.share(whole.without(seen).share(share)), seen.labelled) for _, seen in cells]
    )
    for (offered, seen), sure in zip(cells, fitted, strict=True):
        yield Measured(language, rule, offered, seen.labelled, seen.right, round(sure, 3))


def monotone(weighted: Iterable[tuple[float, int]]) -> list[float]:
    """Values that never fall, each the mean of neighbours that did (pool adjacent violators)."""
    pools: list[tuple[float, int, int]] = []
    for value, weight in weighted:
        pools.append((value, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, its, of_one), (other, others, of_other) = pools[-2:]
            mean = (one * its + other * others) / (its + others)
            pools[-2:] = [(mean, its + others, of_one + of_other)]
    return [value for value, _, count in pools for _ in range(count)]


def cross_validated(found: list[Outcome]) -> Reliability:
    """Each half of the labelled sentences predicted from the other half."""
    told: list[tuple[float, bool]] = []
    for half in (0, 1):
        fitted = Confidence(fit([item for item in found if item.sentence % 2 != half]))
        told += [
            (predicted(item, fitted), item.right) for item in found if item.sentence % 2 == half
        ]
    return of_pairs(told)


def predicted(item: Outcome, fitted: Confidence) -> float:
    """The confidence in a finding by what was fitted."""
    return fitted.of(item.language, item.statement.rule, item.statement.offered or 0.0)


def as_toml(rows: Iterable[Measured]) -> str:
    """The rows as the lexicon reads them."""
    return HEAD + "".join(
        f'\n[[measured]]\nrule = "{row.rule}"\nlanguage = "{row.language}"\n'
        f"offered = {row.offered}\nlabelled = {row.labelled}\nright = {row.right}\n"
        f"confidence = {row.confidence}\n"
        for row in rows
    )


def as_markdown(found: list[Outcome]) -> str:
    """The tables of docs/quality.md."""
    offered = of_pairs([(item.statement.offered or 0.0, item.right) for item in found])
    held = cross_validated(found)
    lines = ["| confidence | findings | predicted | right |", "|---|---|---|---|"]
    lines += [
        f"| {each.low:.1f} to {min(each.high, 1.0):.1f} | {each.findings} "
        f"| {each.predicted:.2f} | {each.right:.2f} |"
        for each in held.bins
    ]
    languages = ", ".join(
        f"{language} {len(some)}" for language, some in sorted(_by(found, _language).items())
    )
    return (
        f"{len(found)} findings in labelled sentences ({languages}), of which "
        f"{sum(item.right for item in found)} are right. Each half of the sentences was predicted "
        f"from the other half:\n\n" + "\n".join(lines) + f"\n\nExpected calibration error: "
        f"{held.error:.3f} (of what the extractors offer, before calibration: {offered.error:.3f})."
        "\n"
    )


def _language(item: Outcome) -> str:
    return item.language


def _by(found: Iterable[Outcome], key: Callable[[Outcome], K]) -> dict[K, list[Outcome]]:
    groups: dict[K, list[Outcome]] = defaultdict(list)
    for item in found:
        groups[key(item)].append(item)
    return groups


def main() -> None:
    """Measure, and write both files."""
    found = [item for path in sorted(LABELS.glob("*.jsonl")) for item in _labelled(path)]
    TABLE.write_text(as_toml(fit(found)), encoding="utf-8")
    told = as_markdown(found)
    before, begin, rest = QUALITY.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if begin and end:
        QUALITY.write_text(f"{before}{BEGIN}{told}{END}{after}", encoding="utf-8")
    sys.stdout.write(told)


def _labelled(path: Path) -> Iterator[Outcome]:
    sys.stderr.write(f"{path.name}\n")
    return outcomes(evaluate(path, TEXTS))


if __name__ == "__main__":
    main()
