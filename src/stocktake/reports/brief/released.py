"""The last paragraphs: what was released or handed in, what it tells, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.model import Act, Document, Fact, FactKind, Sentence, Statement
from stocktake.reports.brief.known import period_of
from stocktake.reports.brief.saying import named, proofs, quote, quoted, shortened, when_told
from stocktake.reports.brief.scene import Scene
from stocktake.reports.patterns import Cited, claim, one_line, words
from stocktake.reports.records import cite, key

_LEFT_OUT = frozenset({"programme", "announcement"})
_ASKS = frozenset({Act.PROPOSES, Act.REQUESTS})
_MOST = 6


def announcements(scene: Scene) -> Iterator[Fact]:
    """What somebody released, told in an input or in the document itself."""
    for fact in scene.known.facts(FactKind.ANNOUNCEMENT):
        kind = fact.get("kind")
        if fact.get("actor") and kind and kind.value not in _LEFT_OUT:
            yield fact


def sentences(fact: Fact, scene: Scene) -> Iterator[Sentence]:
    """One document: who released it, with whom, to what end, what it tells, what it asks for."""
    yield from _released(fact, scene)
    yield from _with(fact)
    yield from _contents(fact)
    for document in _released_as(fact, scene):
        yield from _asks(document, scene)
        yield from _cases(document, scene)


def _released(fact: Fact, scene: Scene) -> Iterator[Sentence]:
    actor, kind, title = (fact.get(name) for name in ("actor", "kind", "title"))
    if not (actor and kind):
        return
    what = named(kind, fact, scene.known)
    if title:
        yield claim(
            "brief_released_titled",
            time=_time(fact, scene),
            actor=named(actor, fact, scene.known),
            what=what,
            title=quoted(title.quotation.text),
            citations=proofs([fact]),
        )
    else:
        yield claim(
            "brief_released",
            time=_time(fact, scene),
            actor=named(actor, fact, scene.known),
            what=what,
            citations=proofs([fact]),
        )


def _time(fact: Fact, scene: Scene) -> str:
    """The date told; else that it was ahead of the meeting, if it was known before that began."""
    date, period = fact.get("date"), scene.period()
    if date and period_of(fact):
        return when_told(date)
    ahead = bool(period and scene.day and scene.day <= period.start)
    return words("brief_time_ahead" if ahead else "brief_time_unknown")


def _with(fact: Fact) -> Iterator[Sentence]:
    told = [Cited(one_line(item.quotation.text)) for item in fact.all("with")]
    if told:
        yield claim("brief_with", actors=told, citations=proofs([fact]))


def _contents(fact: Fact) -> Iterator[Sentence]:
    told = [quote(item, fact) for item in fact.all("content")]
    if told:
        yield claim("brief_contents", contents=told)
    aims = [quote(item, fact) for item in fact.all("purpose")]
    if aims:
        yield claim("brief_aims", purposes=aims)


def _released_as(fact: Fact, scene: Scene) -> Iterator[Document]:
    """The documents by the same actor, filed under the meeting, that are themselves there."""
    actor = fact.get("actor")
    for document in scene.known.records.texts.values():
        source = scene.known.records.input_of(document.id)
        if source and actor and actor.value in source.actor_ids and scene.is_about(document.id):
            yield document


def _asks(document: Document, scene: Scene) -> Iterator[Sentence]:
    """What the document asks for, verbatim."""
    asked = [item for item in scene.known.statements(document.id) if item.act in _ASKS]
    if asked:
        yield claim("brief_asks", asks=shortened([_ask(item) for item in asked], _MOST))


def _ask(item: Statement) -> Cited:
    return Cited(quoted(item.content.text), (cite(item),))


def _cases(document: Document, scene: Scene) -> Iterator[Sentence]:
    found = scene.known.case_studies(document.id)
    told = [
        Cited(quoted(item.place.text), (key(item.id, item.document_id, item.passage),))
        for item in found
        if item.place
    ]
    if told:
        yield claim("brief_cases", n=len(told), places=shortened(told, _MOST))
