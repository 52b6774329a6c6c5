"""What the title page, or the first lines, tell of a document: authors, date, session, symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.extractors.facts_block import date_finder, plain
from stocktake.lexicon import Lexicon, Mention
from stocktake.model import BlockKind, Document, Metadatum, Period, Precision
from stocktake.text.dates import DateFinder

ORIGIN = "inferred: title page"
DATE_LINE = "inferred: date line"

_MOST_LINES = 40
_LONGEST_LINE = 300
_SHORTEST_SENTENCE = 60
_LEAST_LABELS = 3
_LABEL = re.compile(r"(?:^|\s)\**(?P<label>[A-Z][A-Za-z]+(?: [A-Za-z]+){0,3})\**:\**\s+")
_JOINT = re.compile(
    r"(?:\s*(?:,|and|&|of))*\s*(?:the\s+)?(?:(?:Member\s+)?States\s+of\s+(?:the\s+)?)?"
)
_DATE_LINE = re.compile(r"\s*\(?(?:[A-Z][\w .'-]{1,40},\s+)?(?:[A-Z][a-z]+day,?\s+)?")
_AFTER_DATE_LINE = re.compile(r"\s*(?:\([^()\n]{2,40}\)\s*)?[:\-)|]|\s*$|\s*\n")
_SYMBOL_TAIL = r"/[A-Z0-9.]+(?:/[A-Za-z0-9.()*-]+)*"


@dataclass(frozen=True, slots=True)
class Page:
    """The title page as lines; *opening* is the first block of running text behind it."""

    lines: tuple[str, ...]
    opening: str


def title_page(document: Document) -> Page:
    """The short blocks with which *document* begins, up to the first that is running text."""
    lines: list[str] = []
    for block in document.blocks[:_MOST_LINES]:
        text = plain(document.text[block.start : block.end])
        if block.kind is BlockKind.CELL:
            break
        if block.kind is not BlockKind.HEADING and _is_running(text):
            return Page(tuple(lines), text)
        lines.append(text)
    return Page(tuple(lines), "")


def _is_running(text: str) -> bool:
    """Whether a block is prose: long, or a whole sentence, and not made of labels."""
    sentence = len(text) >= _SHORTEST_SENTENCE and text.rstrip().endswith((".", "!", "?"))
    return (sentence or len(text) >= _LONGEST_LINE) and len(_LABEL.findall(text)) < _LEAST_LABELS


def from_labels(page: Page, lexicon: Lexicon) -> Iterator[Metadatum]:
    """Lines such as "Date: 4 December 2017", or several of these in one."""
    labels = lexicon.process.table("metadata.labels")
    for line in page.lines:
        found = list(_LABEL.finditer(line))
        ends = [*(match.start() for match in found), len(line)][1:]
        for match, end in zip(found, ends, strict=True):
            hit = labels.at(match["label"], 0)
            value = line[match.end() : end].strip(" *")
            if hit and hit.end == len(match["label"]) and value:
                yield from _labelled(hit.value, value, lexicon)


def _labelled(name: str, value: str, lexicon: Lexicon) -> Iterator[Metadatum]:
    if name == "actor":
        mentions = [item for item in lexicon.actors.find(value) if not item.adjective]
        if len(mentions) == 1:
            yield Metadatum("actor", _party(mentions[0]), ORIGIN)
    elif name == "date":
        dates = date_finder(lexicon.process, "en").find(f"in {value}")
        yield from (Metadatum("date", str(item.period), ORIGIN) for item in dates[:1])
    elif name == "symbol":
        symbol = _symbol(value, lexicon)
        yield from [Metadatum("symbol", symbol, ORIGIN)] if symbol else []
    else:
        yield Metadatum(name, value, ORIGIN)


def authors(page: Page, lexicon: Lexicon) -> Iterator[Metadatum]:
    """Whose paper it is: the group on whose behalf it speaks, else who speaks or submits it."""
    for kind in ("group", "author", "letterhead"):
        for line in page.lines:
            found = _authors(line, kind, lexicon)
            if found:
                yield from (Metadatum("actor", actor, ORIGIN) for actor in found)
                return


def _authors(line: str, kind: str, lexicon: Lexicon) -> list[str]:
    phrases = lexicon.process.table("metadata.authors").find(line)
    hit = next((hit for hit in phrases if hit.value == kind), None)
    if hit is None:
        return []
    named = [item for item in lexicon.actors.find(line) if item.end > hit.end]
    mentions = [item for item in named if not item.adjective]
    if kind == "letterhead":
        return [_party(item) for item in mentions if item.start <= hit.end + 1][:1]
    if kind == "group":
        return list(dict.fromkeys(_party(item) for item in _joined(line, hit.end, mentions)))
    return _first_party(mentions)


def _joined(line: str, position: int, mentions: list[Mention]) -> Iterator[Mention]:
    """The actors that are listed from *position* on."""
    for item in mentions:
        if not _JOINT.fullmatch(line, position, item.start):
            return
        yield item
        position = item.end


def _first_party(mentions: list[Mention]) -> list[str]:
    """The first State or group; without one, the first other actor."""
    parties = [_party(item) for item in mentions]
    states = [party for party in parties if ":" not in party or party.startswith("group:")]
    return [*states, *parties][:1]


def _party(mention: Mention) -> str:
    return mention.behind or mention.actor_id


def dates(page: Page, lexicon: Lexicon) -> Iterator[Metadatum]:
    """The date of distribution, a line that is a date, or the date line of the text."""
    finder = date_finder(lexicon.process, "en")
    distribution = lexicon.process.table("metadata.distribution")
    marked = [line for line in page.lines if distribution.first(line)]
    for line in marked:
        yield from (Metadatum("date", str(item.period), ORIGIN) for item in finder.find(line)[-1:])
    for line in (*page.lines, page.opening):
        if found := date_line(line, finder):
            yield Metadatum("date", str(found[0]), DATE_LINE)


def date_line(line: str, finder: DateFinder) -> tuple[Period, int] | None:
    """The day with which *line* begins, if nothing else or the text itself follows, and where
    what follows begins."""
    lead = _DATE_LINE.match(line)
    for item in finder.find(line[:120])[:1]:
        one_day = item.period.start == item.period.end and item.period.precision is Precision.DAY
        leads = lead is not None and item.start <= lead.end()
        after = _AFTER_DATE_LINE.match(line, item.end)
        if item.explicit and one_day and leads and after:
            return item.period, after.end()
    return None


def symbols(page: Page, lexicon: Lexicon) -> Iterator[Metadatum]:
    """The symbol of a UN document."""
    for line in page.lines:
        symbol = _symbol(line, lexicon)
        if symbol and (line.startswith(symbol) or line.endswith(symbol)):
            yield Metadatum("symbol", symbol, ORIGIN)
            return


def _symbol(line: str, lexicon: Lexicon) -> str | None:
    bodies = lexicon.process.table("metadata.symbols").source()
    match = re.search(rf"(?<![\w/])(?i:{bodies}){_SYMBOL_TAIL}", line)
    known = match is not None and any(character.isdigit() for character in match.group())
    return match.group().rstrip(".*)") if match and known else None


def sessions(page: Page, lexicon: Lexicon) -> Iterator[Metadatum]:
    """ "Forty-third session" on a title page."""
    ordinals = lexicon.process.table("metadata.ordinals").source()
    pattern = re.compile(rf"(?<!\w)(?:(?:{ordinals})|\d+(?:st|nd|rd|th))\s+session(?!\w)", re.I)
    for line in page.lines:
        match = pattern.search(line)
        if match:
            yield Metadatum("session", " ".join(match.group().split()), ORIGIN)
            return
