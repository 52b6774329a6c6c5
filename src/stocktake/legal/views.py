"""Views of a draft: the words of its provisions, as they stand or clean under a choice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stocktake.legal.ranges import Range, merged, without, words
from stocktake.model import Bracket, BracketKind, Draft, Provision, ProvisionKind, Role

NEGOTIATED = (BracketKind.TEXT, BracketKind.PLACEHOLDER)
_BEFORE_MARK = re.compile(r" +(?=[,;.:)])")
_TWICE = re.compile(r"([,;])(?: ?[,;])+")
_NUMBER_MARKUP = re.compile(r"[#*_\[\]]|\{[^}]*\}")
APART = (ProvisionKind.NOTE, ProvisionKind.REMARK)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is taken of brackets and options, by their ids.

    Of brackets in one run and of options side by side, one named in *kept* puts out the others.
    Where none is named, the first option stays, and *otherwise* decides of brackets: True keeps a
    bracket's words, of a run the first.
    """

    kept: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    otherwise: bool = True


def own_ranges(draft: Draft) -> Mapping[str, tuple[Range, ...]]:
    """The stretches of each provision's own words, without its number, heading and markup."""
    return _ranges_of(draft, Role.TEXT)


def own_texts(draft: Draft) -> Mapping[str, str]:
    """Each provision's own words as they stand, brackets and all, on one line."""
    return {id_: words(draft.text, ranges) for id_, ranges in own_ranges(draft).items()}


def clean_texts(draft: Draft, choice: Choice | None = None) -> Mapping[str, str]:
    """Each provision's own words under a choice, without the brackets; what is put out is empty."""
    chosen = choice or Choice()
    gone = merged([*dropped(draft, chosen), *_marks(draft)])
    return {
        id_: _tidied(words(draft.text, _left(ranges, gone)))
        for id_, ranges in own_ranges(draft).items()
    }


def clean_text(draft: Draft, choice: Choice | None = None) -> str:
    """The whole text under a choice: a line for each provision that is left, led by its number."""
    chosen = choice or Choice()
    texts, numbers = clean_texts(draft, chosen), number_texts(draft)
    out = _dropped_options(draft, chosen)
    shown = (item for item in draft.provisions if item.kind not in APART)
    left = (item for item in shown if not is_below(item.id, out))
    lines = (_line(draft, item, numbers[item.id], texts[item.id]) for item in left)
    return "\n".join(line for line in lines if line)


def number_texts(draft: Draft) -> Mapping[str, str]:
    """The mark that leads each provision, as it stands without emphasis: "(a)", "Article 2bis"."""
    found = _ranges_of(draft, Role.NUMBER)
    return {
        id_: _NUMBER_MARKUP.sub("", words(draft.text, ranges)).strip()
        for id_, ranges in found.items()
    }


def headings(draft: Draft) -> Mapping[str, str]:
    """The heading of each provision that has one, without emphasis."""
    return {
        item.id: _NUMBER_MARKUP.sub("", draft.text[slice(*item.heading)]).strip()
        for item in draft.provisions
        if item.heading
    }


def dropped(draft: Draft, choice: Choice) -> list[Range]:
    """The ranges of the text that a choice puts out, merged and ascending."""
    gone = _dropped_options(draft, choice)
    options = [(item.start, item.end) for item in draft.provisions if item.id in gone]
    brackets = [(item.start, item.end) for item in _dropped_brackets(draft, choice)]
    return merged([*options, *brackets])


def _ranges_of(draft: Draft, role: Role) -> Mapping[str, tuple[Range, ...]]:
    found: dict[str, list[Range]] = {item.id: [] for item in draft.provisions}
    for stretch in draft.stretches:
        if stretch.role is role and stretch.provision_id:
            found[stretch.provision_id].append((stretch.start, stretch.end))
    return {id_: tuple(ranges) for id_, ranges in found.items()}


def _left(ranges: tuple[Range, ...], gone: list[Range]) -> Iterator[Range]:
    for start, end in ranges:
        yield from without(gone, start, end)


def _marks(draft: Draft) -> Iterator[Range]:
    """The brackets themselves, a bracketed attribution with its colon, and notes' marks whole."""
    for item in draft.brackets:
        if item.kind is BracketKind.NOTE_MARK:
            yield (item.start, item.end)
        elif item.kind is BracketKind.TEXT:
            yield (item.start, item.start + 1 + _attribution(draft, item))
            if item.closed:
                yield (item.end - 1, item.end)
    for place in draft.strays:
        yield (place, place + 1)


def _attribution(draft: Draft, item: Bracket) -> int:
    """How long the names are that lead a bracket, up to their colon."""
    start, end = item.inside
    colon = draft.text.find(":", start, min(end, start + 420)) if item.actors else -1
    leads = colon >= 0 and all(name in draft.text[start:colon] for name in item.actors)
    return colon + 1 - start if leads else 0


def _dropped_brackets(draft: Draft, choice: Choice) -> Iterator[Bracket]:
    named = {item.run for item in draft.brackets if item.id in choice.kept}
    for item in draft.brackets:
        if item.kind is BracketKind.TEXT and not _keeps(item, choice, named):
            yield item


def _keeps(item: Bracket, choice: Choice, named: set[int | None]) -> bool:
    if item.id in choice.kept or item.id in choice.dropped:
        return item.id in choice.kept
    is_beaten = item.run is not None and (item.run in named or item.run != item.start)
    return choice.otherwise and not is_beaten


def _dropped_options(draft: Draft, choice: Choice) -> frozenset[str]:
    """The options that a choice puts out: all but one of those side by side."""
    beside: dict[str | None, list[str]] = {}
    for item in draft.provisions:
        if item.kind is ProvisionKind.OPTION:
            beside.setdefault(item.parent, []).append(item.id)
    out: set[str] = set()
    for ids in beside.values():
        named = [id_ for id_ in ids if id_ in choice.kept]
        left = named or [id_ for id_ in ids if id_ not in choice.dropped][:1]
        out |= set(ids) - set(left)
    return frozenset(out)


def is_below(id_: str, out: frozenset[str]) -> bool:
    """Whether a provision is one of those with the ids *out*, or stands within one."""
    parts = id_.split("__")
    return any("__".join(parts[:count]) in out for count in range(1, len(parts) + 1))


def _line(draft: Draft, item: Provision, number: str, text: str) -> str:
    heading = draft.text[slice(*item.heading)] if item.heading else ""
    is_option = item.kind is ProvisionKind.OPTION
    parts = ("" if is_option else number, _NUMBER_MARKUP.sub("", heading).strip(), text)
    return " ".join(part for part in parts if part)


def _tidied(text: str) -> str:
    """Without the spaces and commas that the words put out have left behind."""
    return _TWICE.sub(r"\1", _BEFORE_MARK.sub("", text)).strip()
