"""Where in a draft "Article 4, paragraph 2 (b)" is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stocktake.lexicon.drafts import DraftWords, draft_words
from stocktake.model import Draft, Provision, ProvisionKind

_LABEL = re.compile(
    r"[\s.,\"“”]*(?P<label>\(?(?!(?:19|20)\d\d\b)\d{1,4}(?:\.\d{1,3})*"
    r"(?:\s?(?:(?:bis|ter|quater|quinquies|alt)\b|\((?:bis|ter|quater|quinquies|alt)\)))?\)?"
    r"|\([a-zA-Z]{1,5}\)|[IVXLC]{1,7}\b|[a-zA-Z]\b(?!\s+\w))",
)
_NUMBER = re.compile(r"\d+")
_STEP = re.compile(r"[\s,.;:\"“”]+")
_LONGEST = 200
_ANY = frozenset(ProvisionKind)
_BELOW = frozenset({ProvisionKind.PARAGRAPH, ProvisionKind.POINT, ProvisionKind.RECITAL})
_KINDS = {
    "preamble": frozenset({ProvisionKind.PREAMBLE}),
    "part": frozenset({ProvisionKind.PART}),
    "chapter": frozenset({ProvisionKind.CHAPTER}),
    "section": frozenset({ProvisionKind.SECTION}),
    "article": frozenset({ProvisionKind.ARTICLE}),
    "annex": frozenset({ProvisionKind.ANNEX}),
    "option": frozenset({ProvisionKind.OPTION}),
    "paragraph": _BELOW,
}

Step = tuple[frozenset[ProvisionKind], str | None]


def find(draft: Draft, reference: str, words: DraftWords | None = None) -> tuple[Provision, ...]:
    """The provisions that *reference* may mean: none, one, or several if it is not clear.

    Units may be written outermost first ("Article 4, paragraph 2 (b)") or innermost first
    ("paragraph 2 of Article 4"). Where one that is meant stands around another, the outer counts.
    """
    steps = tuple(_steps(reference[:_LONGEST], words or draft_words()))
    if not steps:
        return ()
    known = {item.id: item for item in draft.provisions}
    found = tuple(item for item in draft.provisions if _matches(item, steps, known))
    ids = {item.id for item in found}
    return tuple(item for item in found if not _is_within(item, ids))


def _steps(reference: str, words: DraftWords) -> Iterator[Step]:
    place = 0
    while place < len(reference):
        place = _skip(reference, place)
        unit = _unit(reference, place, words)
        if unit and (number := _NUMBER.search(reference, place, unit[1])):
            yield (unit[0], number.group())
            place = unit[1]
            continue
        label = _LABEL.match(reference, unit[1] if unit else place)
        if label is None and unit is None:
            place = _next_word(reference, place)
            continue
        yield (unit[0] if unit else _BELOW, _spoken(label["label"]) if label else None)
        place = label.end() if label else unit[1] if unit else len(reference)


def _unit(text: str, place: int, words: DraftWords) -> tuple[frozenset[ProvisionKind], int] | None:
    for name, pattern in words.spoken:
        if found := pattern.match(text, place):
            return _KINDS[name], found.end()
    return None


def _skip(text: str, place: int) -> int:
    found = _STEP.match(text, place)
    return found.end() if found else place


def _next_word(text: str, place: int) -> int:
    found = re.compile(r"\w+|\W").match(text, place)
    return found.end() if found else len(text)


def _spoken(label: str) -> str:
    return re.sub(r"[\s()]", "", label)


def _matches(item: Provision, steps: tuple[Step, ...], known: dict[str, Provision]) -> bool:
    """Whether *item* and what stands around it hold all steps, one of them being *item*."""
    around = list(_around(item, known))
    used = [next((at for at in around if _is(at, step)), None) for step in steps]
    return None not in used and item in used and len({at.id for at in used if at}) == len(steps)


def _around(item: Provision, known: dict[str, Provision]) -> Iterator[Provision]:
    at: Provision | None = item
    while at is not None:
        yield at
        at = known[at.parent] if at.parent else None


def _is(item: Provision, step: Step) -> bool:
    kinds, label = step
    is_labelled = label is None or (item.label or "").lower() == label.lower()
    return item.kind in kinds and is_labelled


def _is_within(item: Provision, ids: set[str]) -> bool:
    parts = item.id.split("__")
    return any("__".join(parts[:count]) in ids for count in range(1, len(parts)))
