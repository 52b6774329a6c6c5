"""The fixed sentence patterns in which a report speaks, and how their slots are filled.

A slot is ``{name}``. ``{n:input|inputs}`` writes a number and the form that goes with it,
``{n:=was|were}`` the form alone; ``{name!c}`` begins with a capital letter. An actor's name in a
slot brings its citations along, so that they stand right behind it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from stocktake.model import Cell, Sentence, Table


@dataclass(frozen=True, slots=True)
class Cited:
    """Words with the keys of the citations that prove them."""

    text: str
    citations: tuple[str, ...] = ()


FILES = (
    "patterns.toml",
    "patterns_amendments.toml",
    "patterns_brief.toml",
    "patterns_following.toml",
    "patterns_gaps.toml",
    "patterns_packs.toml",
    "patterns_programme.toml",
    "patterns_relations.toml",
    "patterns_text.toml",
    "patterns_unattributed.toml",
    "patterns_zero.toml",
    "patterns_dispositions.toml",
)
_JOINED = re.compile(r", | and ")
Slot = str | int | Cited | Sequence[Cited]


def plain(name: str, **slots: Slot) -> Sentence:
    """A sentence about the process or the method that makes no claim about an actor."""
    return _sentence(patterns()["plain"][name], slots)


def claim(name: str, *, citations: Sequence[str] = (), **slots: Slot) -> Sentence:
    """A sentence that claims something about actors; ValueError if nothing proves it."""
    sentence = _sentence(patterns()["claims"][name], slots)
    places = (*sentence.places, *(len(sentence.text) for _ in citations))
    cited = Sentence(sentence.text, (*sentence.citations, *citations), places)
    if not cited.citations:
        raise ValueError(f"the claim {name!r} has no citation: {cited.text}")
    return cited


def words(name: str, **slots: Slot) -> str:
    """A title, heading, label or piece of a cell."""
    return _sentence(patterns()["words"][name], slots).text


def cell(name: str, *, value: float | None = None, link: str = "", **slots: Slot) -> Cell:
    """A cell written from a piece of wording."""
    sentence = _sentence(patterns()["words"][name], slots)
    return Cell(sentence.text, sentence.citations, value, link, sentence.places)


def table(
    name: str,
    rows: Iterable[tuple[Cell, ...]],
    *,
    id_: str = "",
    columns: Iterable[str] = (),
    **slots: Slot,
) -> Table:
    """A table with its fixed caption and column headings, and further *columns* behind them.

    Columns in which no row says anything are left out. *id_* is needed where a report holds
    several tables of the same name.
    """
    fixed = patterns()["tables"][name]
    caption = _sentence(fixed["caption"], slots).text
    headings = (*fixed["columns"], *columns)
    kept = tuple(rows)
    places = range(len(headings))
    told = [place for place in places if not kept or any(row[place].text for row in kept)]
    return Table(
        f"table-{id_ or name.replace('_', '-')}",
        caption,
        tuple(headings[place] for place in told),
        tuple(tuple(row[place] for place in told) for row in kept),
    )


def count_cell(value: int) -> Cell:
    """A cell that holds a whole number."""
    return Cell(f"{value:,}", value=value)


def one_line(text: str) -> str:
    """The same words with every white space as one space, for headings and cells."""
    return " ".join(text.split())


def sentence_patterns() -> dict[str, re.Pattern[str]]:
    """Every sentence pattern by its name, as an expression that its sentences match in full."""
    return {
        name: re.compile(_expression(text), re.DOTALL | re.IGNORECASE)
        for kind in ("plain", "claims")
        for name, text in patterns()[kind].items()
    }


@cache
def patterns() -> dict[str, dict[str, Any]]:
    """What the files of patterns hold: plain, claims, words, tables."""
    found: dict[str, dict[str, Any]] = {"plain": {}, "claims": {}, "words": {}, "tables": {}}
    for name in FILES:
        source = files("stocktake.reports").joinpath(name).read_text("utf-8")
        for kind, named in tomllib.loads(source).items():
            found[kind] |= named
    return found


def _sentence(pattern: str, slots: dict[str, Slot]) -> Sentence:
    text = ""
    citations: list[str] = []
    places: list[int] = []
    for piece in _pieces(pattern, slots):
        text += piece.text
        citations += piece.citations
        places += [len(text)] * len(piece.citations)
    return Sentence(text, tuple(citations), tuple(places))


def _pieces(pattern: str, slots: dict[str, Slot]) -> Iterator[Cited]:
    for literal, field, form, conversion in Formatter().parse(pattern):
        yield Cited(literal)
        if field is not None:
            pieces = _written(slots[field], form or "")
            yield from _capital(pieces) if conversion == "c" else pieces


def _written(value: Slot, form: str) -> list[Cited]:
    match value:
        case int():
            return [Cited(_counted(value, form))]
        case str():
            return [Cited(value)]
        case Cited():
            return [value]
    return _enumerated(value)


def _counted(number: int, form: str) -> str:
    one, _, many = form.removeprefix("=").partition("|")
    word = one if number == 1 else many
    if form.startswith("="):
        return word
    figure = f"{number:,}" if number or not word else words("none")
    return f"{figure} {word}".rstrip()


def _enumerated(items: Sequence[Cited]) -> list[Cited]:
    """The items with commas between them and a last "and"; with semicolons alone where an item
    has a comma or an "and" of its own."""
    parted = len(items) > 1 and any(_JOINED.search(item.text) for item in items)
    joined: list[Cited] = []
    for position, item in enumerate(items):
        last = position == len(items) - 1
        between = "; " if parted else " and " if last else ", "
        joined += [Cited(between if position else ""), item]
    return joined


def _capital(pieces: list[Cited]) -> list[Cited]:
    first, *rest = pieces
    return [Cited(first.text[:1].upper() + first.text[1:], first.citations), *rest]


def _expression(pattern: str) -> str:
    pieces = []
    for literal, field, form, _ in Formatter().parse(pattern):
        pieces.append(re.escape(literal))
        if field is not None:
            pieces.append(_slot_expression(form or ""))
    return "".join(pieces)


def _slot_expression(form: str) -> str:
    if not form:
        return ".+?"
    forms = "|".join(re.escape(word) for word in form.removeprefix("=").split("|"))
    return f"(?:{forms})" if form.startswith("=") else rf"(?:[\d,]+|{words('none')}) (?:{forms})"
