"""The fourth paragraph: who left, came back, observes or stays away, why, and who reacted how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stocktake.model import Fact, FactKind, Participation, Sentence
from stocktake.reports.brief import earlier
from stocktake.reports.brief.earlier import Held
from stocktake.reports.brief.saying import (
    are_close,
    bare,
    is_within,
    lead,
    named,
    passage,
    proofs,
    quote,
    shortened,
    stretch,
    when_told,
)
from stocktake.reports.brief.scene import Scene
from stocktake.reports.dates import parsed, say_text
from stocktake.reports.patterns import Cited, claim, one_line, words

Change = tuple[Participation, tuple[Fact, ...]]
_MOST = 12


def changes(scene: Scene) -> Iterator[Change]:
    """Each change of participation that was known, with the facts that tell of it."""
    facts = {fact.id: fact for fact in scene.known.facts(FactKind.PARTICIPATION)}
    for item in scene.known.records.stock.participation:
        told = tuple(facts[id_] for id_ in item.fact_ids if id_ in facts)
        if told and not scene.known.is_ahead(parsed(item.since)):
            yield item, told


def recent(scene: Scene) -> Iterator[Change]:
    """The changes that documents on the meeting tell of, or that came after the meeting before."""
    before = earlier.meetings(scene)
    yield from (one for one in changes(scene) if _is_recent(one, before, scene))


def earlier_ones(scene: Scene) -> Iterator[Sentence]:
    """All other changes, in one sentence."""
    before = earlier.meetings(scene)
    told = [
        Cited(_named(item, scene), proofs(facts))
        for item, facts in changes(scene)
        if not _is_recent((item, facts), before, scene)
    ]
    if told:
        yield claim("brief_earlier_changes", changes=shortened(told, _MOST))


def _is_recent(change: Change, before: Sequence[Held], scene: Scene) -> bool:
    item, facts = change
    since = parsed(item.since)
    is_new = bool(since and (not before or since.start > before[-1].period.end))
    return is_new or any(scene.is_about(fact.document_id) for fact in facts)


def _named(item: Participation, scene: Scene) -> str:
    name, date = scene.known.records.name(item.actor_id), say_text(item.since)
    if date:
        return words("brief_changed", actor=name, status=item.status.value, date=date)
    return words("brief_changed_undated", actor=name, status=item.status.value)


def sentences(item: Participation, facts: Sequence[Fact], scene: Scene) -> Iterator[Sentence]:
    """What one actor did, the reasons it gave, and the reactions."""
    yield from _change(item, facts, scene)
    yield from _reasons(facts)
    yield from _source(facts, scene)
    for fact in scene.known.facts(FactKind.REACTION):
        if fact.id in item.reaction_ids:
            yield from reaction(fact, scene)


def _change(item: Participation, facts: Sequence[Fact], scene: Scene) -> Iterator[Sentence]:
    fact = max(facts, key=lambda one: len(one.attributes))
    actor, date = fact.get("actor"), fact.get("date")
    if actor is None:
        return
    told, is_predicate = _said(fact, scene)
    yield claim(
        "brief_did" if is_predicate else "brief_change",
        lead=lead(when_told(date) if date else "", named(actor, fact, scene.known)),
        status=item.status.value,
        text=bare(told),
        citations=proofs([fact, *facts]),
    )


def _said(fact: Fact, scene: Scene) -> tuple[str, bool]:
    """What the text says that the actor did, and whether that follows its name as a predicate;
    else the actor's own words, or the sentence."""
    actor, status = fact.get("actor"), fact.get("status")
    rest = [one for name in ("process", "quotation") if (one := fact.get(name))]
    if actor and status and are_close(actor, status):
        parts = [one for one in rest if are_close(status, one) or is_within(one, status)]
        told = stretch(actor, status, *parts, document=scene.document(fact))
        return told.text[len(actor.quotation.text) :].strip(), True
    return (rest[-1].quotation.text if rest else fact.sentence.text), False


def _reasons(facts: Sequence[Fact]) -> Iterator[Sentence]:
    told = {
        one_line(reason.quotation.text): quote(reason, fact)
        for fact in facts
        for reason in fact.all("reason")
    }
    if told:
        yield claim("brief_reasons", n=len(told), reasons=list(told.values()))


def _source(facts: Sequence[Fact], scene: Scene) -> Iterator[Sentence]:
    told = {
        source.value: Cited(named(source, fact, scene.known), (passage(source, fact),))
        for fact in facts
        for source in fact.all("source")
    }
    if told:
        yield claim("brief_told_by", sources=list(told.values()))


def reaction(fact: Fact, scene: Scene) -> Iterator[Sentence]:
    """Who reacted how, and in what words."""
    act, to, own = (fact.get(name) for name in ("act", "to", "quotation"))
    who, citations = _who(fact, scene), proofs([fact])
    if who and act and to:
        parts = (to, own) if own and are_close(to, own) else (to,)
        done = bare(stretch(act, *parts, document=scene.document(fact)).text)
        yield claim("brief_reaction", who=who, text=done, citations=citations)
        if own and own not in parts:
            yield claim("brief_said", who=who, said=bare(own.quotation.text), citations=citations)
    elif who and own:
        yield claim("brief_said", who=who, said=bare(own.quotation.text), citations=citations)


def _who(fact: Fact, scene: Scene) -> str:
    name, office, actor = (fact.get(part) for part in ("name", "office", "actor"))
    if name and office:
        return words("brief_holder", person=one_line(name.quotation.text), office=office.value)
    if name or actor is None:
        return one_line(name.quotation.text) if name else ""
    return named(actor, fact, scene.known)
