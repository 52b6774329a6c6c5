"""The wording contract: a report with a word of our own that is not on the list is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.errors import WordingError
from stocktake.lexicon.words import FILE, Vocabulary, vocabulary
from stocktake.model import Report, Stock
from stocktake.reports.given import Given, given, titles
from stocktake.reports.own_words import WORD, unquoted, written
from stocktake.reports.patterns import patterns


@dataclass(frozen=True, slots=True)
class Refused:
    """A *word* that may not stand where it does: in a *text* of a *section* (by its id)."""

    word: str
    text: str
    section: str


def check(report: Report, stock: Stock, words: Vocabulary | None = None) -> Report:
    """The report itself; WordingError names the first refused word, its sentence and pattern."""
    found = next(refused(report, stock, words or vocabulary()), None)
    if found:
        raise WordingError(
            f"the word “{found.word}” may not stand in a sentence of ours: “{found.text}”.",
            remedy="Reword it; or, if it tells things apart and does not weigh them, list it by "
            f"its part of speech in {FILE} (of the package, or of the workspace's lexicon).",
            place=_place(found),
        )
    return report


def refused(report: Report, stock: Stock, words: Vocabulary) -> Iterator[Refused]:
    """Every refused word, in reading order; those of schemes last."""
    known = Given(given(stock))
    for item in written(report):
        for word in known.ours(unquoted(item.text)):
            if word.lower() not in words.allowed:
                yield Refused(word, item.text, item.section)
    for scheme in stock.schemes:
        for text in titles(scheme):
            yield from _weighing(text, f"scheme {scheme.name}", words)


def _weighing(text: str, place: str, words: Vocabulary) -> Iterator[Refused]:
    for word in WORD.findall(text):
        if word.lower() in words.weighing:
            yield Refused(word, text, place)


def _place(found: Refused) -> str:
    """The pattern that holds the word, if one does; else the section."""
    word = re.compile(rf"\b{re.escape(found.word)}\b", re.IGNORECASE)
    for kind, named in patterns().items():
        for name, pattern in named.items():
            if word.search(str(pattern)):
                return f"reports/patterns.toml, [{kind}] {name}"
    return f"report, section {found.section}" if found.section else "report"
