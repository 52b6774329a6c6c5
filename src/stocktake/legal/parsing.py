"""Text → Draft: provisions, brackets, and every character in its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from stocktake.legal import brackets, lines, structure, tree
from stocktake.legal.attribution import attributed
from stocktake.legal.lines import Line
from stocktake.lexicon.drafts import DraftWords, draft_words
from stocktake.model import Document, Draft, Provision, Role, Stretch, content_id

_EMPHASIS = re.compile(r"\*\*|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")


def parse_draft(text: str, words: DraftWords | None = None) -> Draft:
    """The provisions and brackets of a negotiated text, given as plain text or Markdown.

    Never refuses a text and never loses a character: what finds no place in a provision is kept
    as a stretch with the role UNPLACED. Time grows linearly with the length of the text.
    """
    return _parsed(text, list(lines.of_text(text)), words or draft_words(), is_markdown(text))


def of_document(document: Document, words: DraftWords | None = None) -> Draft:
    """The same for a document that a reader made; its blocks are the lines."""
    found = list(lines.of_document(document))
    return _parsed(document.text, found, words or draft_words(), False)


def is_markdown(text: str) -> bool:
    """Whether asterisks and hashes are marks of the format."""
    return re.search(r"^#{1,6} |\*\*\S", text, re.MULTILINE) is not None


def _parsed(text: str, read: Sequence[Line], words: DraftWords, markdown: bool) -> Draft:
    reading = structure.tree(text, read, words)
    provisions, placed = tree.frozen(reading.root)
    stretches = _covering(text, placed, markdown)
    title = text[slice(*reading.title)].strip() if reading.title else None
    return completed(text, provisions, stretches, title, words)


def completed(
    text: str,
    provisions: Sequence[Provision],
    stretches: Iterable[Stretch],
    title: str | None,
    words: DraftWords,
) -> Draft:
    """The draft of these provisions and stretches, with its brackets and their attribution."""
    whole = tuple(_joined(stretches))
    units = [node.start for node in provisions if "__" not in node.id]
    pairs = brackets.paired(text, units)
    found = brackets.brackets(text, pairs, _Places(whole).provision, words)
    strays = pairs.strays
    draft = Draft(content_id(text), text, tuple(provisions), whole, found, strays, title)
    return attributed(draft, words)


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Stretches that touch and are of one role and provision are one; empty ones are left out."""
    last: Stretch | None = None
    for stretch in (item for item in stretches if item.start < item.end):
        if last is not None and _alike(last, stretch):
            last = replace(last, end=stretch.end)
        else:
            if last is not None:
                yield last
            last = stretch
    if last is not None:
        yield last


def _alike(one: Stretch, two: Stretch) -> bool:
    is_same = (one.role, one.provision_id) == (two.role, two.provision_id)
    return is_same and one.end == two.start


class _Places:
    """Finds the provision to which a place of the text belongs, by bisection."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        runs = groupby(
            (item for item in stretches if item.role is not Role.BLANK),
            key=lambda item: item.provision_id,
        )
        self._runs = [(id_, list(run)) for id_, run in runs]
        self._starts = [run[0].start for _, run in self._runs]

    def provision(self, place: int) -> tuple[str | None, int]:
        """Its id, and where its own text ends there."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return (None, place)
        id_, run = self._runs[index]
        return (id_, run[-1].end)


def _covering(text: str, placed: Iterable[Stretch], markdown: bool) -> Iterator[Stretch]:
    """The stretches in the order of the text, with blanks and markup between them."""
    place = 0
    for stretch in sorted(placed, key=lambda item: (item.start, item.end)):
        yield from _between(text, place, stretch.start)
        yield from _without_markup(text, stretch) if markdown else (stretch,)
        place = stretch.end
    yield from _between(text, place, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Stretch]:
    if start < end:
        role = Role.BLANK if text[start:end].isspace() else Role.UNPLACED
        yield Stretch(start, end, role, None)


def _without_markup(text: str, stretch: Stretch) -> Iterator[Stretch]:
    """A stretch of text with the asterisks of emphasis taken out of it as markup."""
    if stretch.role not in (Role.TEXT, Role.HEADING):
        yield stretch
        return
    found = [match.span() for match in _EMPHASIS.finditer(text, stretch.start, stretch.end)]
    borders = [stretch.start, *(place for span in found for place in span), stretch.end]
    for number, (start, end) in enumerate(pairwise(borders)):
        role = Role.MARKUP if number % 2 else stretch.role
        if start < end:
            yield Stretch(start, end, role, stretch.provision_id)
