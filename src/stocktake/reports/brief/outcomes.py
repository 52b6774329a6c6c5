"""What was adopted: each text or vote in the words of the passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake.model import Fact, Sentence
from stocktake.reports.brief.saying import proofs, quoted
from stocktake.reports.patterns import Cited, claim


def sentences(facts: Iterable[Fact]) -> Iterator[Sentence]:
    """The sentences that tell of adoptions, each once."""
    told = {fact.sentence.text: Cited(quoted(fact.sentence.text), proofs([fact])) for fact in facts}
    if told:
        yield claim("brief_adopted", told=list(told.values()))
