"""What was handed in for the meeting by its day, and what that asks for."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.model import Document, Input, InputKind, Quotation, Sentence
from stocktake.reports.brief import asked, released
from stocktake.reports.brief.saying import shortened
from stocktake.reports.brief.scene import Scene
from stocktake.reports.patterns import Cited, claim, words
from stocktake.reports.records import Records, key

_VOICES = frozenset(
    {
        InputKind.STATEMENT,
        InputKind.REPORT,
        InputKind.RECOMMENDATIONS,
        InputKind.NON_PAPER,
    }
)
_MOST = 25
_FEW = 5


def sentences(scene: Scene) -> Iterator[Sentence]:
    """The inputs of actors that are filed under the meeting and not told of as released: of a
    few, what each asks; of more, what most of them ask."""
    found = list(_inputs(scene))
    if not found:
        return
    told = [named(item, document, scene.known.records) for item, document in found]
    yield claim("brief_handed_in", n=len(told), inputs=shortened(told, _MOST))
    if len(found) > _FEW:
        yield from asked.sentences({document.id for _, document in found}, scene.known.records)
        return
    for item, document in found:
        yield from released.asks(document, scene, item.title)


def named(item: Input, document: Document, records: Records) -> Cited:
    """An input with its authors and kind; its first paragraph proves that it is there."""
    authors = [Cited(records.name(actor)) for actor in item.actor_ids]
    text = (
        words("digest_input", title=item.title, kind=item.kind.value, authors=authors)
        if authors
        else words("digest_input_of_nobody", title=item.title, kind=item.kind.value)
    )
    first = document.blocks[0]
    beginning = Quotation(first.start, first.end, document.text[first.start : first.end])
    return Cited(text, (key(item.id, document.id, beginning),))


def _inputs(scene: Scene) -> Iterator[tuple[Input, Document]]:
    """In the order of their ids; a translation stands with its original."""
    records = scene.known.records
    told = {
        document.id
        for fact in released.announcements(scene)
        for document in released.released_as(fact, scene)
    }
    for _, document in sorted(records.texts.items()):
        item = records.input_of(document.id)
        if item is None or document.id in told or document.translation_of:
            continue
        if item.actor_ids and item.kind in _VOICES and _is_of(item, scene):
            yield item, document


def _is_of(item: Input, scene: Scene) -> bool:
    filed = item.get("meeting")
    return bool(filed) and filed == scene.meeting.id and not scene.known.is_later(item)
