"""What a draft asks for, piece by piece: the provisions with their words in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stocktake import legal
from stocktake.analysis.tracing.deeds import Deed, deeds
from stocktake.lexicon.concepts import Meaning, concepts
from stocktake.lexicon.instruments import names
from stocktake.lexicon.spelling import words
from stocktake.lexicon.tracing import reworded, tracing
from stocktake.model import Draft, Provision, ProvisionKind, Quotation

_APART = (ProvisionKind.NOTE, ProvisionKind.REMARK)
_LEAST_WORDS = 4
_TOGETHER = 3
_AT_LARGE = "people"


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision that asks for something, or a heading that does (*is_title*): its words verbatim,
    what they mean one after another, their stems with the weights of these, what is to be done
    with what, the stems of what stands above it (headings, chapeaux), and the kinds of people of
    whom it speaks."""

    provision: Provision
    quotations: tuple[Quotation, ...]
    told: tuple[Meaning, ...]
    weights: Mapping[str, float]
    deeds: frozenset[Deed]
    above: frozenset[str]
    is_title: bool
    people: frozenset[str] = frozenset()

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(self.weights)


def meanings(text: str) -> tuple[Meaning, ...]:
    """What the words of *text* mean that say something, in order, as they count in tracing."""
    table, known = concepts(), tracing()
    told = names().read(words(reworded(text)))
    parts = (part for word in told for part in table.meanings(word))
    return tuple(
        Meaning(known.stem(part.stem), part.weight, part.marks)
        for part in parts
        if part.weight > 0 or part.marks
    )


def units(draft: Draft) -> tuple[Unit, ...]:
    """All of them in the order of the draft. A provision without words of its own is its heading;
    what is too short to ask anything, notes and remarks are left out."""
    quoted = {item.id: _quotations(draft, ranges) for item, ranges in _own(draft)}
    told = {id_: meanings(_text(found)) for id_, found in quoted.items()}
    above = _above(draft, told)
    found = [
        _unit(item, quoted[item.id], told[item.id], above[item.id])
        for item in draft.provisions
        if item.kind not in _APART and len(words(_text(quoted[item.id]))) >= _LEAST_WORDS
    ]
    return tuple(_peopled(found))


def of_its_people(texts: Iterable[str], draft: Draft) -> list[bool]:
    """Of each text whether it names people of the kind of whom most of the draft speaks."""
    known, most = tracing().people, _most(units(draft))
    return [any(known.get(part.stem) in most for part in meanings(text)) for text in texts]


def _peopled(found: Sequence[Unit]) -> Iterator[Unit]:
    """The units with the people of whom each speaks. Those that name none speak of the people of
    whom most of the draft does, and those that name persons at large of all kinds."""
    most = _most(found)
    every = frozenset(tracing().people.values())
    for unit in found:
        yield replace(unit, people=_people(unit) or (every if _is_at_large(unit) else most))


def _most(found: Sequence[Unit]) -> frozenset[str]:
    """The kinds of people of whom most provisions speak."""
    counts = Counter(kind for unit in found for kind in sorted(_people(unit)))
    return frozenset(kind for kind, count in counts.items() if count == max(counts.values()))


def _is_at_large(unit: Unit) -> bool:
    told = (word for item in unit.quotations for word in words(reworded(item.text)))
    return any(tracing().who.get(word.casefold()) == _AT_LARGE for word in told)


def _people(unit: Unit) -> frozenset[str]:
    """Those that it names first, and with them; who comes up later is by the way."""
    known = tracing().people
    named = [at for at, part in enumerate(unit.told) if part.stem in known]
    near = (at for at in named if at - named[0] <= _TOGETHER)
    return frozenset(known[unit.told[at].stem] for at in near)


def _unit(
    item: Provision,
    quoted: tuple[Quotation, ...],
    told: tuple[Meaning, ...],
    above: frozenset[str],
) -> Unit:
    weights = {part.stem: part.weight for part in told}
    is_title = item.heading is not None and quoted[0].end <= item.heading[1]
    return Unit(item, quoted, told, weights, deeds(told), above, is_title)


def _own(draft: Draft) -> Iterator[tuple[Provision, tuple[tuple[int, int], ...]]]:
    own = legal.own_ranges(draft)
    for item in draft.provisions:
        yield item, own[item.id] or ((item.heading,) if item.heading else ())


def _quotations(draft: Draft, ranges: tuple[tuple[int, int], ...]) -> tuple[Quotation, ...]:
    """Its words at their places; marks of the format between two words part no quotation."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and not draft.text[joined[-1][1] : start].strip(" *_"):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    stripped = (_stripped(draft.text, start, end) for start, end in joined)
    return tuple(Quotation(s, e, draft.text[s:e]) for s, e in stripped if s < e)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _text(quotations: tuple[Quotation, ...]) -> str:
    return " ".join(item.text for item in quotations)


def _above(draft: Draft, told: Mapping[str, tuple[Meaning, ...]]) -> Mapping[str, frozenset[str]]:
    """The stems of the headings and own words of all provisions around each."""
    titles = {
        item.id: meanings(draft.text[slice(*item.heading)]) if item.heading else ()
        for item in draft.provisions
    }
    found: dict[str | None, frozenset[str]] = {None: frozenset()}
    own: dict[str | None, frozenset[str]] = {None: frozenset()}
    for item in draft.provisions:
        found[item.id] = found[item.parent] | own[item.parent]
        own[item.id] = frozenset(part.stem for part in (*titles[item.id], *told[item.id]))
    return {item.id: found[item.id] for item in draft.provisions}
