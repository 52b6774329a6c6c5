"""Which words of a sentence name a change to a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from stocktake.extractors.amending.scene import Scene
from stocktake.lexicon.amending import Form
from stocktake.model import AmendmentAction

_NEAR_BEFORE = 90
_NEAR_NOT = 14
_CUT = re.compile(r"[,;:.]")
_MARKS = "\"'“”«»„‘’「」『』:, "
_NEAR_WORDS = re.compile(r"(?:[^\s,;:.]+\s*){1,8}")
_ORDER_BEFORE = re.compile(r"(?:[,;:.–—\-•)\n]|\A)\s*\Z")


@dataclass(frozen=True, slots=True)
class Hit:
    """``text[start:end]`` names *action*; *left* and *right* bound where its objects stand."""

    action: AmendmentAction
    form: Form
    start: int
    end: int
    left: int
    right: int

    @property
    def is_passive(self) -> bool:
        return self.form is Form.DONE


def hits(scene: Scene) -> list[Hit]:
    """The changes named in a sentence, in order, each with the bounds of its objects."""
    meant = (hit for hit in _named(scene) if _is_meant(scene, hit))
    found = _first_of_all([hit for hit in (_turned(scene, hit) for hit in meant) if hit])
    bounded = []
    for number, hit in enumerate(found):
        left = found[number - 1].end if number else scene.start
        behind = found[number + 1].start if number + 1 < len(found) else scene.end
        right = min(behind, hit.right)
        bounded.append(Hit(hit.action, hit.form, hit.start, hit.end, left, right))
    return bounded


def _first_of_all(found: list[Hit]) -> list[Hit]:
    """Without "reference to …" where a verb tells what is to be done with it."""
    verbs = [hit for hit in found if hit.form is not Form.OPENING]
    return verbs or found


def _turned(scene: Scene, hit: Hit) -> Hit | None:
    """Not to delete is to keep; what else is not to be done is no change."""
    low = max(scene.start, hit.start - _NEAR_NOT)
    no = [
        found
        for found in scene.words.found["not"].finditer(scene.text, low, hit.start)
        if not _CUT.search(scene.text, found.end(), hit.start)
    ]
    if not no:
        return hit
    is_deletion = hit.action is AmendmentAction.DELETE
    return replace(hit, action=AmendmentAction.KEEP) if is_deletion else None


def is_order(scene: Scene, hit: Hit) -> bool:
    """Whether the author tells to do it: "In paragraph 3, delete …", "“…” should be deleted"."""
    before = scene.text[scene.start : hit.start]
    if hit.is_passive:
        return scene.words.found["modal"].search(before) is not None
    if _ORDER_BEFORE.search(before) or scene.words.leads["asked"].search(before):
        return True
    last = [end for _, end in (*scene.quotes, *scene.units) if end <= hit.start]
    between = scene.text[max(last, default=scene.start) : hit.start].strip(_MARKS)
    return bool(last) and (not between or _is_place(scene, between))


def _is_place(scene: Scene, between: str) -> bool:
    """Whether it only tells where ("at the end")."""
    leads = (scene.words.leads[name] for name in ("end", "beginning", "after", "before"))
    return any(lead.fullmatch(between) for lead in leads)


def _named(scene: Scene) -> Iterator[Hit]:
    end = scene.start
    for found in scene.words.verbs.finditer(scene.text, scene.start, scene.end):
        action, form = scene.words.actions[" ".join(found.group().lower().split())]
        if found.start() < end or scene.is_quoted(found.start()):
            continue
        right = _right(scene, found.start())
        yield Hit(action, form, *found.span(), scene.start, right)


def _right(scene: Scene, place: int) -> int:
    """Where what is wished for ends; a quotation is never cut."""
    wish = scene.wish(place)
    if wish is None:
        return scene.end
    cut = [end for start, end in scene.quotes if start <= wish[1] <= end]
    return cut[0] if cut else wish[1]


def _is_meant(scene: Scene, hit: Hit) -> bool:
    return _TESTS[hit.form](scene, hit)


def _is_sure(_scene: Scene, _hit: Hit) -> bool:
    return True


def _has_object(scene: Scene, hit: Hit) -> bool:
    """Whether quoted words, a numbered unit or a noun for text are what the verb is said of."""
    if _is_aside(scene, hit):
        return False
    near = _NEAR_WORDS.match(scene.text[hit.end : hit.right].lstrip())
    reach = hit.end + 2 + (near.end() if near else 0)
    if scene.words.found["textual"].search(scene.text, hit.end, min(reach, hit.right)):
        return True
    filled = scene.words.fillers.match(scene.text, hit.end)
    place = filled.end() if filled else hit.end
    starts = [start for start, _ in (*scene.quotes, *scene.units) if start >= hit.end]
    between = scene.text[place : min(starts, default=place)].strip(_MARKS)
    is_near = bool(starts) and (min(starts) - place <= 2 or _is_place(scene, between))
    return is_near or _is_led(scene, hit)


def _is_aside(scene: Scene, hit: Hit) -> bool:
    wish = scene.wish(hit.start)
    is_behind = scene.text[scene.start : hit.start].rstrip().endswith(",")
    is_such = scene.words.found["aside"].match(scene.text, hit.start)
    return bool(wish and is_behind and is_such)


def _is_led(scene: Scene, hit: Hit) -> bool:
    """Whether quoted words stand before the verb ("after “…” add …")."""
    return any(end <= hit.start <= end + 3 for _, end in scene.quotes)


def _is_done(scene: Scene, hit: Hit) -> bool:
    start = max(scene.start, hit.start - _NEAR_BEFORE)
    if not scene.words.be.search(scene.text[start : hit.start]):
        return False
    has_text = scene.words.found["textual"].search(scene.text, start, hit.start)
    has_unit = scene.units_in(start, hit.start) or scene.quotes_in(start, hit.start)
    said_of_text = hit.action in (AmendmentAction.BRACKET, AmendmentAction.UNBRACKET)
    return bool(has_text or has_unit or said_of_text)


def _is_noun(scene: Scene, hit: Hit) -> bool:
    """Whether it is "its deletion", "deletion of text …", or all that is wished for."""
    wish = scene.wish(hit.start)
    if wish and not scene.text[hit.end : wish[1]].strip(" .,;"):
        return hit.action in (AmendmentAction.DELETE, AmendmentAction.KEEP)
    before = scene.text[max(scene.start, hit.start - 20) : hit.start].rstrip().lower()
    if any(before.endswith(word) for word in _pronouns(scene, before)):
        return True
    return _has_object(scene, hit)


def _pronouns(scene: Scene, before: str) -> list[str]:
    found = list(scene.words.pronoun.finditer(before))
    return [found[-1].group()] if found else []


def _opens(scene: Scene, hit: Hit) -> bool:
    wish = scene.wish(hit.start)
    if wish is None:
        return False
    filled = scene.words.fillers.match(scene.text, wish[0])
    return hit.start <= (filled.end() if filled else wish[0])


_TESTS: Mapping[Form, Callable[[Scene, Hit], bool]] = {
    Form.SURE: _is_sure,
    Form.ANY: _has_object,
    Form.DONE: _is_done,
    Form.NOUN: _is_sure,
    Form.NOUN_ANY: _is_noun,
    Form.OPENING: _opens,
}
