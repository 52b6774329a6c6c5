"""Which unit of the draft a change is about, from the words around it."""

from __future__ import annotations

import re

from stocktake.extractors.amending.hits import Hit
from stocktake.extractors.amending.scene import Range, Scene
from stocktake.legal import names_outer

_BIS = re.compile(r"\s?(?:bis|ter|quater|quinquies|alt)\b.*\Z", re.IGNORECASE | re.DOTALL)
_OF_NEXT = re.compile(r"\s*,\s*")
_TO = re.compile(r"\s*\w{1,4}(?:\s+the)?")
_ABOUT = (" to", " to the", " on", " on the", " à", " a", " на")


def object_unit(scene: Scene, hit: Hit) -> Range | None:
    """The unit that a verb is said of: right behind it, or right before it in the passive; not
    one of which only a part is meant ("the last sentence of paragraph 3")."""
    if hit.is_passive:
        found = scene.words.be.search(scene.text[hit.left : hit.start])
        place = hit.left + found.start() if found else hit.start
        near = [span for span in scene.units_in(hit.left, hit.start) if place - span[1] <= 2]
        return near[-1] if near and not _is_of_part(scene, hit.left, near[-1]) else None
    filled = scene.words.fillers.match(scene.text, hit.end)
    place = filled.end() if filled else hit.end
    near = [span for span in scene.units_in(hit.end, hit.right) if span[0] - place <= 1]
    return near[0] if near and not _is_of_part(scene, hit.end, near[0]) else None


def _is_of_part(scene: Scene, start: int, unit: Range) -> bool:
    """Whether words for a piece of text, or quoted ones, lead to the unit as their place."""
    is_place = scene.words.leads["place"].search(scene.text[start : unit[0]]) is not None
    part = scene.words.found["textual"].search(scene.text, start, unit[0])
    return part is not None or (is_place and bool(scene.quotes_in(start, unit[0])))


def target_of(scene: Scene, hit: Hit) -> tuple[Range, ...]:
    """The unit that is spoken of, led by the one of the header where that stands around it."""
    unit = object_unit(scene, hit) or _near(scene, hit)
    header = scene.header
    if unit is None:
        return (header,) if header else ()
    return under(scene, unit)


def under(scene: Scene, unit: Range) -> tuple[Range, ...]:
    """A unit, led by the one named before it or in the header where this stands around it."""
    before = [span for span in scene.units_in(scene.start, unit[0]) if _is_led(scene, span)]
    header = before[-1] if before and _is_within(scene, before[-1], unit) else scene.header
    return (header, unit) if header and _is_within(scene, header, unit) else (unit,)


def base_of_new(scene: Scene, hit: Hit) -> tuple[Range, ...]:
    """The unit behind which a new one goes: as told ("after paragraph 5"), or by its number
    ("5bis")."""
    led = [
        span
        for span in scene.units_in(scene.start, hit.right)
        if scene.words.leads["after"].search(scene.before(span[0], scene.start))
    ]
    if led:
        return under(scene, led[0])
    for span in scene.units_in(hit.end, hit.right):
        base = place_without_bis(scene.text, span)
        if base != span:
            return under(scene, base)
    return ()


def place_without_bis(text: str, span: Range) -> Range:
    """The unit behind which one that is called "5bis" stands."""
    found = _BIS.search(text[slice(*span)])
    return (span[0], span[0] + found.start()) if found else span


def place_in(scene: Scene, start: int, end: int) -> int:
    """Where in a description the place begins ("the reference to boats | in Article 2")."""
    for span in scene.units:
        led = scene.words.leads["place"].search(scene.text[start : span[0]])
        if start < span[0] < end and led and led.start() > 0:
            return start + led.start()
    return end


def _near(scene: Scene, hit: Hit) -> Range | None:
    """The first unit behind the verb that is told as a place, else the last one before it."""
    behind = [span for span in scene.units_in(hit.end, hit.right) if _is_place(scene, span, hit)]
    before = [span for span in scene.units_in(scene.start, hit.start) if _is_led(scene, span)]
    return next(iter(behind), before[-1] if before else None)


def _is_place(scene: Scene, span: Range, hit: Hit) -> bool:
    if _OF_NEXT.fullmatch(scene.text, span[1], hit.right):
        return False
    return _is_led(scene, span) and not _is_named_only(scene, hit, span)


def _is_led(scene: Scene, span: Range) -> bool:
    """Whether the unit opens the sentence or a word for a place stands before it."""
    before = scene.before(span[0], scene.start)
    return not before.strip(" (*_-") or scene.words.leads["place"].search(before) is not None


def _is_named_only(scene: Scene, hit: Hit, span: Range) -> bool:
    """Whether the unit is what words are about ("the reference to Article 4")."""
    before = scene.text[hit.start : span[0]].rstrip().lower()
    nouns = scene.words.found["textual"].finditer(before)
    is_about = any(_TO.fullmatch(before[noun.end() :]) for noun in nouns)
    return is_about and before.endswith(_ABOUT)


def _is_within(scene: Scene, header: Range, unit: Range) -> bool:
    above, below = scene.text[slice(*header)], scene.text[slice(*unit)]
    if header == unit or names_outer(below):
        return False
    return names_outer(above)
