"""The last paragraphs: what was released or handed in, what it tells, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake.model import Act, Document, Fact, FactKind, Sentence, Statement
from stocktake.reports.brief.known import period_of
from stocktake.reports.brief.saying import (
    a,
    lead,
    named,
    proofs,
    quote,
    quoted,
    shortened,
    when_told,
)
from stocktake.reports.brief.scene import Scene
from stocktake.reports.patterns import Cited, claim, one_line, words
from stocktake.reports.records import cite, key
from stocktake.reports.wording import asked

_LEFT_OUT = frozenset({"programme", "announcement"})
_ASKS = frozenset({Act.PROPOSES, Act.REQUESTS})
_MOST = 6
_SAME = ("actor", "kind")


def announcements(scene: Scene) -> Iterator[Fact]:
    """What somebody released, told in an input or in the document itself."""
    known = told(scene.known.facts(FactKind.ANNOUNCEMENT))
    yield from once((fact for fact in known if scene.is_about(fact.document_id)), scene)


def once(facts: Iterable[Fact], scene: Scene) -> Iterator[Fact]:
    """The announcements, those of one actor and kind once for each title; one without a title
    goes with one that has it."""
    groups: dict[tuple[str, ...], dict[str, Fact]] = {}
    for fact in facts:
        same = tuple(_value(fact, name) for name in _SAME)
        titles, title = groups.setdefault(same, {}), _title(fact, scene)
        titles[title] = max(titles.get(title, fact), fact, key=lambda one: len(one.attributes))
    for titles in groups.values():
        yield from (fact for title, fact in titles.items() if title or len(titles) == 1)


def _value(fact: Fact, name: str) -> str:
    told_ = fact.get(name)
    return told_.value if told_ else ""


def told(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Those of some announcements that are of a document, with who released it."""
    for fact in facts:
        kind = fact.get("kind")
        if fact.get("actor") and kind and kind.value not in _LEFT_OUT:
            yield fact


def sentences(fact: Fact, scene: Scene) -> Iterator[Sentence]:
    """One document: who released it, with whom, to what end, what it tells, what it asks for."""
    yield from _released(fact, scene)
    n = _number(fact)
    yield from _with(fact, n)
    yield from _contents(fact, n)
    for document in released_as(fact, scene):
        yield from asks(document, scene)
        yield from _cases(document, scene)


def _released(fact: Fact, scene: Scene) -> Iterator[Sentence]:
    actor, kind = fact.get("actor"), fact.get("kind")
    if not (actor and kind):
        return
    title = _title(fact, scene)
    yield claim(
        "brief_released_titled" if title else "brief_released",
        lead=lead(_time(fact, scene), named(actor, fact, scene.known)),
        what=a(kind, fact, scene.known),
        title=title,
        citations=proofs([fact]),
    )


def _title(fact: Fact, scene: Scene) -> str:
    """The title told, in quotation marks; else that of the input, if it is itself what was
    released; else none."""
    title, actor = fact.get("title"), fact.get("actor")
    if title:
        return quoted(title.quotation.text)
    source = scene.known.records.input_of(fact.document_id)
    is_own = source and actor and actor.value in source.actor_ids
    return source.title if source and is_own else ""


def _time(fact: Fact, scene: Scene) -> str:
    """The date told; or that it was ahead of the meeting, if it was known before that began."""
    date, period = fact.get("date"), scene.period()
    if date and period_of(fact):
        return when_told(date)
    ahead = bool(period and scene.day and scene.day <= period.start)
    return words("brief_time_ahead") if ahead else ""


def _number(fact: Fact) -> int:
    """2 for a kind of document that is called in the plural."""
    return 2 if _value(fact, "kind").endswith("s") else 1


def _with(fact: Fact, n: int) -> Iterator[Sentence]:
    others = [Cited(one_line(item.quotation.text)) for item in fact.all("with")]
    if others:
        yield claim("brief_with", n=n, actors=others, citations=proofs([fact]))


def _contents(fact: Fact, n: int) -> Iterator[Sentence]:
    held = [quote(item, fact) for item in fact.all("content")]
    if held:
        yield claim("brief_contents", n=n, contents=held)
    aims = [quote(item, fact) for item in fact.all("purpose")]
    if aims:
        yield claim("brief_aims", n=n, purposes=aims)


def released_as(fact: Fact, scene: Scene) -> list[Document]:
    """The document itself, if it tells of its own release; else the only one by the actor that
    is filed under the meeting."""
    actor, records = _value(fact, "actor"), scene.known.records
    own = [
        document
        for _, document in sorted(records.texts.items())
        for source in (records.input_of(document.id),)
        if source and actor in source.actor_ids and scene.is_about(document.id)
    ]
    itself = [document for document in own if document.id == fact.document_id]
    return itself or (own if len(own) == 1 else [])


def asks(document: Document, scene: Scene, title: str = "") -> Iterator[Sentence]:
    """What the document asks for, verbatim; under its *title* where several are told of."""
    found = [item for item in scene.known.statements(document.id) if item.act in _ASKS]
    if found:
        told_ = shortened([_ask(item) for item in found], _MOST)
        yield claim("brief_asks_of" if title else "brief_asks", title=title, asks=told_)


def _ask(item: Statement) -> Cited:
    return Cited(quoted(asked(item)), (cite(item),))


def _cases(document: Document, scene: Scene) -> Iterator[Sentence]:
    found = scene.known.case_studies(document.id)
    places = [
        Cited(quoted(item.place.text), (key(item.id, item.document_id, item.passage),))
        for item in found
        if item.place
    ]
    passages = [key(item.id, item.document_id, item.passage) for item in found]
    if places:
        yield claim("brief_cases_in", n=len(found), places=shortened(places, _MOST))
    elif found:
        yield claim("brief_cases", n=len(found), citations=passages[:_MOST])
