"""Square brackets: which closes which, what they hold, and which are to be chosen among.

Official drafts are not balanced. A bracket is first closed within its own unit (an article, the
preamble, a part); only one that opens at the beginning of a unit may be closed at the end of a
later one. What then stands alone is kept as unclosed, or as a stray.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stocktake.lexicon.drafts import DraftWords
from stocktake.model import Bracket, BracketKind

_BRACKET = re.compile(r"[\[\]]")
_NOTE_MARK = re.compile(r"\[\^[^\]\[\n]{1,20}\]")
_LINK = re.compile(r"\[(?!\^)[^\[\]\n]{1,200}\](?:\([^()\s]{1,500}\)|\[[\w-]{1,40}\])")
_NEAR = 200
_REFERENCE = re.compile(r"\[(?P<label>[\w-]{1,40})\]:\s*\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening and its closing bracket; *close* None where there is none."""

    open: int
    close: int | None


@dataclass(frozen=True, slots=True)
class Paired:
    """All brackets of a text: *special* are no negotiators' brackets, with their kind."""

    pairs: tuple[Pair, ...]
    strays: tuple[int, ...]
    special: tuple[tuple[int, int, BracketKind], ...]


def paired(text: str, units: Sequence[int]) -> Paired:
    """Which bracket closes which. *units* are the places at which a new unit begins, ascending."""
    special = tuple(_special(text))
    taken = {place for start, end, _ in special for place in range(start, end)}
    pairs: list[Pair] = []
    opens: list[int] = []
    closes: list[int] = []
    stack: list[int] = []
    borders = iter([*units, len(text) + 1])
    border = next(borders)
    for match in _BRACKET.finditer(text):
        place = match.start()
        while place >= border:
            opens += stack
            stack = []
            border = next(borders, len(text) + 1)
        if place in taken:
            continue
        if match.group() == "[":
            stack.append(place)
        elif stack:
            pairs.append(Pair(stack.pop(), place))
        else:
            closes.append(place)
    opens += stack
    across = _across(text, opens, closes)
    ends = {pair.close for pair in across}
    begun = {pair.open for pair in across}
    lone = [Pair(place, None) for place in opens if place not in begun]
    return Paired(
        tuple(sorted([*pairs, *across, *lone], key=lambda pair: pair.open)),
        tuple(place for place in closes if place not in ends),
        special,
    )


def _special(text: str) -> Iterator[tuple[int, int, BracketKind]]:
    """Marks of footnotes, links and their targets."""
    targets = {found["label"].lower() for found in _REFERENCE.finditer(text)}
    for found in _NOTE_MARK.finditer(text):
        yield (*found.span(), BracketKind.NOTE_MARK)
    for found in _LINK.finditer(text):
        words = found.group()
        if words.endswith(")") or words.rpartition("[")[2][:-1].lower() in targets:
            yield (*found.span(), BracketKind.LINK)
    for found in _REFERENCE.finditer(text):
        if text[found.start() - 1 : found.start()] in ("", "\n"):
            yield (found.start(), found.end("label") + 1, BracketKind.LINK)


def _across(text: str, opens: Sequence[int], closes: Sequence[int]) -> list[Pair]:
    """Brackets around whole units: opened where a line begins, closed where one ends."""
    events = [(place, True) for place in opens if not _before(text, place).strip("#* \t[")]
    events += [(place, False) for place in closes if not _behind(text, place).strip(" ]*,;.\t")]
    waiting: list[int] = []
    found: list[Pair] = []
    for place, opening in sorted(events):
        if opening:
            waiting.append(place)
        elif waiting:
            found.append(Pair(waiting.pop(), place))
    return found


def _before(text: str, place: int) -> str:
    """What stands before *place* on its line, as far as it matters."""
    start = text.rfind("\n", max(place - _NEAR, 0), place) + 1
    return text[start or max(place - _NEAR, 0) : place]


def _behind(text: str, place: int) -> str:
    stop = text.find("\n", place, place + _NEAR)
    return text[place + 1 : stop if stop >= 0 else place + _NEAR]


def brackets(
    text: str,
    found: Paired,
    provision_at: Callable[[int], tuple[str | None, int]],
    words: DraftWords,
) -> tuple[Bracket, ...]:
    """The brackets in the order in which they open, nested.

    *provision_at* gives the id of the provision at a place, and where its own text ends there.
    """
    made: list[Bracket] = []
    around: list[Bracket] = []
    for start, end, kind, closed in sorted(_spans(text, found, provision_at, words)):
        while around and around[-1].end <= start:
            around.pop()
        bracket = Bracket(
            f"br_{len(made) + 1}",
            kind,
            start,
            min(end, around[-1].end) if around and not closed else end,
            closed,
            len(around) + 1,
            around[-1].id if around else None,
            provision_at(start)[0],
        )
        made.append(bracket)
        around.append(bracket)
    return tuple(_chosen(text, made, words))


def _spans(
    text: str,
    found: Paired,
    provision_at: Callable[[int], tuple[str | None, int]],
    words: DraftWords,
) -> Iterator[tuple[int, int, BracketKind, bool]]:
    for pair in found.pairs:
        if pair.close is None:
            yield (
                pair.open,
                max(provision_at(pair.open)[1], pair.open + 1),
                BracketKind.TEXT,
                False,
            )
        else:
            kind = _kind(text, pair.open + 1, pair.close, words)
            yield (pair.open, pair.close + 1, kind, True)
    for start, end, kind in found.special:
        for place in _opens(text, start, end):
            yield (place, _end_of(text, place, end), kind, True)


def _opens(text: str, start: int, end: int) -> Iterable[int]:
    found = _BRACKET.finditer(text, start, end)
    return (match.start() for match in found if match.group() == "[")


def _end_of(text: str, start: int, end: int) -> int:
    close = text.find("]", start, end)
    return close + 1 if close >= 0 else end


def _kind(text: str, start: int, end: int, words: DraftWords) -> BracketKind:
    is_gap = end - start < _NEAR and words.placeholder.match(text[start:end])
    return BracketKind.PLACEHOLDER if is_gap else BracketKind.TEXT


def _chosen(text: str, made: Sequence[Bracket], words: DraftWords) -> list[Bracket]:
    """Brackets that touch, or stand with "/" or "or" between them, are one run to choose from."""
    siblings: dict[str | None, list[Bracket]] = {}
    for bracket in made:
        if bracket.kind in (BracketKind.TEXT, BracketKind.PLACEHOLDER) and bracket.closed:
            siblings.setdefault(bracket.parent, []).append(bracket)
    runs: dict[str, int] = {}
    for level in siblings.values():
        for one, two in pairwise(level):
            if _are_one_run(text[one.end : two.start], one.id in runs, words):
                runs[two.id] = runs.setdefault(one.id, one.start)
    return [replace(item, run=runs.get(item.id)) for item in made]


def _are_one_run(between: str, is_run: bool, words: DraftWords) -> bool:
    touches = not between or words.alternative_mark.fullmatch(between) is not None
    return touches or (is_run and between.isspace() and "\n" not in between)
