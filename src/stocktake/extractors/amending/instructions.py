"""What a hit tells to do: with which words, put where, in which unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from stocktake.extractors.amending.hits import Hit
from stocktake.extractors.amending.places import (
    base_of_new,
    object_unit,
    place_in,
    target_of,
    under,
)
from stocktake.extractors.amending.scene import Range, Scene
from stocktake.lexicon.amending import Form
from stocktake.model import AmendmentAction, Where

_ENDS = re.compile(r"[,;.]\s|[,;.:]?\s*\Z")
_COLON = re.compile(r":\s*")
_OF = re.compile(r"\s*\w{1,3}\s")
_MORE = re.compile(r"\s*(?:[,–-]|\w{1,3}(?!\w))\s*(?:\d|\([a-z]{1,3}\))")
_NOUNS = (Form.NOUN, Form.NOUN_ANY)


@dataclass(frozen=True, slots=True)
class Instruction:
    """A change, its parts by their ranges in the document's text; as a Candidate is."""

    action: AmendmentAction
    place: int
    rule: str
    target: tuple[Range, ...] = ()
    old: Range | None = None
    new: Range | None = None
    described: Range | None = None
    where: Where | None = None


def instructions(scene: Scene, hit: Hit) -> Iterator[Instruction]:
    """What is to be done by one hit: one Instruction for each of several quoted words."""
    target, unit = target_of(scene, hit), object_unit(scene, hit)
    bare = Instruction(hit.action, hit.start, f"verb{hit.form}", target)
    if hit.action is AmendmentAction.REPLACE:
        yield from _replaced(scene, hit, bare, unit)
    elif hit.action is AmendmentAction.INSERT:
        yield from _inserted(scene, hit, bare)
    elif hit.action is AmendmentAction.MOVE:
        yield _moved(scene, hit, bare, unit)
    else:
        yield from _taken(scene, hit, bare, unit)


def role(scene: Scene, span: Range, start: int) -> str:
    """What a quotation is by the words before it: "after", "before", "by", "for", or ""."""
    before = scene.before(span[0], start)
    names = ("after", "before", "for", "by") if _is_swapped(scene, start) else _ROLES
    return next((name for name in names if scene.words.leads[name].search(before)), "")


_ROLES = ("after", "before", "by")


def _is_swapped(scene: Scene, end: int) -> bool:
    return any(
        found.end() == end
        for found in scene.words.found["swapped"].finditer(scene.text, scene.start, end)
    )


def _taken(scene: Scene, hit: Hit, bare: Instruction, unit: Range | None) -> Iterator[Instruction]:
    """To be deleted, kept, or put in or out of brackets."""
    spans = _objects(scene, hit, ("", "by", "for"))
    is_stretch = len(spans) > 1 and role(scene, spans[1], spans[0][1]) == "by"
    if spans and not is_stretch:
        yield from _each(scene, hit, bare, spans)
    elif unit and not scene.quotes_in(hit.end, hit.right) and not _is_first_of_several(scene, unit):
        yield replace(bare, target=_with_unit(bare.target, unit))
    else:
        yield replace(bare, described=_described(scene, hit))


def _is_first_of_several(scene: Scene, unit: Range) -> bool:
    """Whether more numbers follow ("paragraphs 3 and 4", "paragraphs 3–5")."""
    return _MORE.match(scene.text, unit[1], scene.end) is not None


def _each(scene: Scene, hit: Hit, bare: Instruction, spans: list[Range]) -> Iterator[Instruction]:
    """Several quoted words, each with the unit named behind it, else that of all."""
    for number, span in enumerate(spans):
        behind = spans[number + 1][0] if number + 1 < len(spans) else hit.right
        own = scene.units_in(span[1], behind) if len(spans) > 1 else []
        yield replace(bare, old=span, target=under(scene, own[0]) if own else bare.target)


def _replaced(
    scene: Scene, hit: Hit, bare: Instruction, unit: Range | None
) -> Iterator[Instruction]:
    zone = scene.quotes_in(hit.end, hit.right)
    roles = {span: role(scene, span, hit.end) for span in zone}
    is_swapped = _is_swapped(scene, hit.end)
    new = [span for span in zone if roles[span] == ("" if is_swapped else "by")]
    old = [span for span in zone if roles[span] == ("for" if is_swapped else "")]
    if not old and not is_swapped and hit.is_passive:
        old = scene.quotes_in(hit.left, hit.start)[-1:]
    if old and not new and not hit.is_passive and not _is_spaced(scene):
        old, new = scene.quotes_in(hit.left, hit.start)[-1:], zone[:1]
    is_one = unit is not None and not _is_first_of_several(scene, unit)
    if not (new or old) and is_one and (text := _behind_colon(scene, hit)):
        new = [text]
    if not new:
        yield replace(bare, old=old[0] if old else None, described=_described(scene, hit))
    elif old:
        yield from (replace(bare, old=span, new=new[0]) for span in old)
    elif unit and is_one:
        yield replace(bare, target=_with_unit(bare.target, unit), new=new[0])
    else:
        yield replace(bare, new=new[0], described=_described(scene, hit, new[0]))


def _inserted(scene: Scene, hit: Hit, bare: Instruction) -> Iterator[Instruction]:
    left, zone = (scene.quotes_in(hit.left, hit.start), scene.quotes_in(hit.end, hit.right))
    roles = {span: role(scene, span, hit.left) for span in left}
    roles |= {span: role(scene, span, hit.end) for span in zone}
    new = [span for span in zone if roles[span] not in ("after", "before")]
    if [roles[span] for span in new] == ["", "by"]:
        roles[new.pop()] = "after"
    anchors = [(span, name) for span, name in roles.items() if name in ("after", "before")]
    new = new or ([span for span in left if not roles[span]][-1:] if hit.is_passive else [])
    put = new[0] if new else _behind_colon(scene, hit)
    placed = _placed(scene, hit, anchors, put)
    words = bare if put else replace(bare, described=_described(scene, hit))
    target = base_of_new(scene, hit) if placed[1] is Where.NEW_PROVISION else bare.target
    yield replace(words, old=placed[0], where=placed[1], new=put, target=target)


def _placed(
    scene: Scene, hit: Hit, anchors: list[tuple[Range, str]], put: Range | None
) -> tuple[Range | None, Where | None]:
    """Beside which words new ones go, or where in the provision."""
    if anchors:
        span, name = anchors[0]
        return span, Where(name)
    if scene.words.found["unit_new"].search(scene.text, hit.left, put[0] if put else hit.right):
        return None, Where.NEW_PROVISION
    for name, where in (("end", Where.END), ("beginning", Where.BEGINNING)):
        lead = scene.words.leads[name]
        if any(lead.search(scene.before(start, hit.left)) for start in _stops(scene, hit)):
            return None, where
    return None, None


def _stops(scene: Scene, hit: Hit) -> Iterator[int]:
    """Places in front of which "at the end (of)" may stand: units, quotations, stops, the verb."""
    yield hit.start
    yield from (start for start, _ in scene.units_in(hit.left, hit.right))
    yield from (start for start, _ in scene.quotes_in(hit.left, hit.right))
    pattern = re.compile(r"[,.:;]|\Z")
    yield from (found.start() for found in pattern.finditer(scene.text, hit.left, hit.right))


def _moved(scene: Scene, hit: Hit, bare: Instruction, unit: Range | None) -> Instruction:
    units = scene.units_in(hit.end, hit.right)
    goal = next((span for span in units if _is_goal(scene, span, hit)), None)
    quoted = _objects(scene, hit, ("",))
    moved = replace(bare, old=quoted[0] if quoted else None, new=goal)
    if unit and unit != goal:
        return replace(moved, target=_with_unit(bare.target, unit))
    if goal in moved.target:
        moved = replace(moved, target=())
    return moved if quoted else replace(moved, described=_described(scene, hit))


def _is_goal(scene: Scene, span: Range, hit: Hit) -> bool:
    before = scene.text[hit.end : span[0]]
    return bool(scene.words.leads["into"].search(before))


def _objects(scene: Scene, hit: Hit, roles: tuple[str, ...]) -> list[Range]:
    """The quoted words that a verb is said of: behind it, or before it in the passive."""
    spans = scene.quotes_in(hit.end, hit.right)
    found = [span for span in spans if role(scene, span, hit.end) in roles]
    if found or not hit.is_passive:
        return found
    return [
        span
        for span in scene.quotes_in(hit.left, hit.start)
        if role(scene, span, hit.left) not in ("after", "before")
    ]


def _with_unit(target: tuple[Range, ...], unit: Range) -> tuple[Range, ...]:
    return target if unit in target else (*target, unit)


def _described(scene: Scene, hit: Hit, until: Range | None = None) -> Range:
    """What is told of the words meant; the verb itself where nothing is. *until*: new words."""
    start, end = _told(scene, hit)
    if until:
        led = scene.words.leads["by"].search(scene.before(until[0], start))
        end = start + led.start() if led else until[0]
    stripped = scene.text[start:end].strip(" ,:;.\n")
    if not stripped:
        return hit.start, hit.end
    begin = scene.text.index(stripped, start)
    return begin, begin + len(stripped)


def _told(scene: Scene, hit: Hit) -> Range:
    if not hit.is_passive:
        found = _ENDS.search(scene.text, hit.end, hit.right)
        of = _OF.match(scene.text, hit.end) if hit.form in _NOUNS else None
        end = found.start() if found else hit.right
        start = of.end() if of else hit.end
        return start, place_in(scene, start, end)
    wish = scene.wish(hit.start)
    start = wish[0] if wish and wish[0] >= hit.left else hit.left
    be = scene.words.be.search(scene.text[start : hit.start])
    return start, start + be.start() if be else hit.start


def _behind_colon(scene: Scene, hit: Hit) -> Range | None:
    """All that follows a colon: new words that stand there without quotation marks."""
    colon = next(
        (
            found
            for found in _COLON.finditer(scene.text, hit.end, hit.right)
            if not scene.is_quoted(found.start())
        ),
        None,
    )
    if colon is None:
        return None
    if colon.end() < hit.right:
        return colon.end(), hit.right
    return scene.below


def _is_spaced(scene: Scene) -> bool:
    """Whether its script parts words by spaces."""
    return not re.search("[\u3400-\u9fff]", scene.text[scene.start : scene.end])


def whole_texts(scene: Scene) -> Iterator[Instruction]:
    """ "Paragraph 9 should read: …" and "alternative text for OP4: …"."""
    for name in ("reads", "alternative"):
        for found in scene.words.found[name].finditer(scene.text, scene.start, scene.end):
            if scene.is_quoted(found.start()):
                continue
            hit = Hit(AmendmentAction.REPLACE, Form.SURE, *found.span(), scene.start, scene.end)
            quoted = scene.quotes_in(found.end(), scene.end)
            new = quoted[0] if quoted else _behind_colon(scene, hit)
            target = target_of(scene, hit)
            if new and target and not _is_far(scene, found.end(), new):
                yield Instruction(AmendmentAction.REPLACE, found.start(), name, target, new=new)
                return


def _is_far(scene: Scene, end: int, new: Range) -> bool:
    """Whether the words that follow are those of something else."""
    between = scene.text[end : new[0]]
    return new[0] < scene.end and len(between) > 80


def preferred(scene: Scene) -> Iterator[Instruction]:
    """Quoted words wished for rather than others, without a verb of change."""
    for old in scene.quotes:
        wish = scene.wish(old[0])
        if wish is None:
            continue
        led = scene.words.leads["rather"].search(scene.before(old[0], wish[0]))
        earlier = scene.quotes_in(wish[0], old[0])
        if led and earlier:
            new = earlier[-1]
            hit = Hit(AmendmentAction.REPLACE, Form.SURE, new[0], new[0], scene.start, wish[1])
            target = target_of(scene, hit)
            yield Instruction(hit.action, new[0], "rather", target, old, new)
