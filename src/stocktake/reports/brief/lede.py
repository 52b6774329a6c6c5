"""The first paragraph: what convenes where and when, to what end, by what mandate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stocktake.model import FactKind, Period, Sentence
from stocktake.reports.brief.earlier import Held, held
from stocktake.reports.brief.saying import named, proofs, quoted, the, when_told
from stocktake.reports.brief.scene import Scene, Value
from stocktake.reports.dates import say
from stocktake.reports.patterns import Cited, claim, one_line, words

_TO = "to "
_WITHIN = re.compile(r" (?:of|on|for|to|in|at|with) |[:,]")
_PLURAL = re.compile(r"[^s]s$")


def headline(scene: Scene) -> str:
    """What convenes where, as far as facts tell it; else the meeting's name."""
    title, place = scene.value("title"), scene.value("place")
    name = one_line(title.attribute.quotation.text) if title else scene.meeting.title
    if not place or len(list(_parts(scene))) > 1:
        return name[:1].upper() + name[1:]
    n = number_of(name)
    return words(f"brief_headline_{_tense(scene)}", n=n, title=name, place=_text(place))


def sentences(scene: Scene) -> Iterator[Sentence]:
    """What convenes, why, and on what mandate."""
    yield from _convenes(scene)
    yield from _purpose(scene)
    yield from _mandate(scene)


def _convenes(scene: Scene) -> Iterator[Sentence]:
    title, place, dates = (scene.value(name) for name in ("title", "place", "dates"))
    told = [value for value in (title, place, dates) if value]
    if not (place or dates):
        return
    name = the(title.attribute, title.fact, scene.known) if title else scene.meeting.title
    parts = list(_parts(scene))
    if len(parts) > 1:
        yield claim("brief_series", day=_day(scene), title=name, parts=parts)
        return
    where = words("brief_where", place=_text(place)) if place else ""
    time = when_told(dates.attribute) if dates else ""
    yield claim(
        f"brief_{_tense(scene)}" if scene.day else "brief_convenes_undated",
        day=_day(scene),
        n=number_of(name),
        title=name,
        circumstances=(", " if "," in where else " ").join(filter(None, (where, time))),
        citations=tuple(dict.fromkeys(key for value in told for key in value.citations)),
    )


def _parts(scene: Scene) -> Iterator[Cited]:
    """The places with their dates, as far as facts tell of parts held apart."""
    kept: list[Held] = []
    for item in sorted(held(scene.facts(FactKind.MEETING)), key=lambda one: one.period):
        if item.place and all(item.is_apart(other) for other in kept):
            kept.append(item)
    for item in kept:
        text = words("brief_part", place=item.place, date=say(item.period))
        yield Cited(text, proofs([item.fact]))


def _day(scene: Scene) -> str:
    return say(Period(scene.day, scene.day)) if scene.day else words("brief_no_day")


def number_of(title: str) -> int:
    """1 for a title in the singular, 2 for one in the plural, by the noun before any "of"."""
    head = _WITHIN.split(title)[0].rstrip(")")
    return 2 if _PLURAL.search(head) else 1


def _tense(scene: Scene) -> str:
    """Whether the meeting lies ahead of the day, behind it, or is on."""
    period = scene.period()
    if period is None or scene.day is None:
        return "convenes"
    if scene.day < period.start:
        return "is_to_convene"
    return "convened" if scene.day > period.end else "convenes"


def _purpose(scene: Scene) -> Iterator[Sentence]:
    """The purposes told of it, each once, with the "to" that stands before them."""
    told: dict[str, Cited] = {}
    for fact in scene.facts(FactKind.MEETING):
        for purpose in fact.all("purpose"):
            start, text = purpose.quotation.start, scene.document(fact).text
            to = _TO if text[:start].endswith(_TO) else ""
            said = Cited(quoted(to + purpose.quotation.text), proofs([fact]))
            told.setdefault(purpose.value, said)
    if told:
        yield claim("brief_purpose", purposes=list(told.values()))


def _mandate(scene: Scene) -> Iterator[Sentence]:
    told: set[tuple[str, str]] = set()
    for fact in scene.known.facts(FactKind.MANDATE):
        title, content = fact.get("title"), fact.get("content")
        if title and content and (title.value, content.value) not in told:
            told.add((title.value, content.value))
            yield claim(
                "brief_mandate",
                title=named(title, fact, scene.known),
                content=quoted(content.quotation.text),
                citations=proofs([fact]),
            )


def _text(value: Value) -> str:
    return one_line(value.attribute.quotation.text)
