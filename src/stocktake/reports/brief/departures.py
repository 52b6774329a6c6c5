"""The fourth paragraph: who left, came back, observes or stays away, why, and who reacted how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stocktake.model import Attribute, Fact, FactKind, Participation, Sentence
from stocktake.reports.brief.meetings import words as words_of
from stocktake.reports.brief.saying import (
    bare,
    named,
    passage,
    proofs,
    quote,
    quoted,
    stretch,
    when_told,
)
from stocktake.reports.brief.scene import Scene
from stocktake.reports.dates import parsed
from stocktake.reports.patterns import Cited, claim, one_line, words


def changes(scene: Scene) -> Iterator[tuple[Participation, tuple[Fact, ...]]]:
    """Each change of participation that was known, with the facts that tell of it."""
    facts = {fact.id: fact for fact in scene.known.facts(FactKind.PARTICIPATION)}
    for item in scene.known.records.stock.participation:
        told = tuple(facts[id_] for id_ in item.fact_ids if id_ in facts)
        if told and not scene.known.is_ahead(parsed(item.since)):
            yield item, told


def sentences(item: Participation, facts: Sequence[Fact], scene: Scene) -> Iterator[Sentence]:
    """What one actor did, the reasons it gave, and the reactions."""
    yield from _change(item, facts, scene)
    yield from _reasons(facts)
    yield from _source(facts)
    for fact in scene.known.facts(FactKind.REACTION):
        if answers(fact, facts, scene):
            yield from reaction(fact, scene)


def _change(item: Participation, facts: Sequence[Fact], scene: Scene) -> Iterator[Sentence]:
    fact = max(facts, key=lambda one: len(one.attributes))
    actor, date = fact.get("actor"), fact.get("date")
    if actor is None:
        return
    who = named(actor, fact, scene.known)
    said = quoted(_said(fact, scene))
    status, citations = item.status.value, proofs([fact, *facts])
    if date:
        yield claim(
            "brief_change_dated",
            when=when_told(date), actor=who, status=status, text=said, citations=citations,
        )  # fmt: skip
    else:
        yield claim("brief_change", actor=who, status=status, text=said, citations=citations)


def _said(fact: Fact, scene: Scene) -> str:
    """The actor's own words, or those by which the text tells what it did."""
    own, status, process = (fact.get(name) for name in ("quotation", "status", "process"))
    if own:
        return own.quotation.text
    if status and process:
        return stretch(status, process, scene.document(fact)).text
    return fact.sentence.text


def _reasons(facts: Sequence[Fact]) -> Iterator[Sentence]:
    told = {
        one_line(reason.quotation.text): quote(reason, fact)
        for fact in facts
        for reason in fact.all("reason")
    }
    if told:
        yield claim("brief_reasons", n=len(told), reasons=list(told.values()))


def _source(facts: Sequence[Fact]) -> Iterator[Sentence]:
    told = {
        source.value: Cited(one_line(source.quotation.text), (passage(source, fact),))
        for fact in facts
        for source in fact.all("source")
    }
    if told:
        yield claim("brief_told_by", sources=list(told.values()))


def answers(reaction_: Fact, facts: Sequence[Fact], scene: Scene) -> bool:
    """Whether a reaction is to what an actor did: its object names the actor, in any form that
    the facts on it use, or tells of it right behind in the same text."""
    to = reaction_.get("to")
    if to is None:
        return False
    for fact in facts:
        actor = fact.get("actor")
        name = scene.known.records.name(actor.value) if actor else ""
        forms = (actor.quotation.text, name) if actor else ()
        if any(words_of(form) <= words_of(to.value) for form in forms if form):
            return True
    return False


def reaction(fact: Fact, scene: Scene) -> Iterator[Sentence]:
    """Who reacted how, and in what words."""
    act, to, own = (fact.get(name) for name in ("act", "to", "quotation"))
    who = _who(fact, scene)
    if who and act and to:
        done = bare(stretch(act, to, scene.document(fact)).text)
        if own:
            said = bare(own.quotation.text)
            yield claim(
                "brief_reaction_said", who=who, text=done, said=said, citations=proofs([fact])
            )
        else:
            yield claim("brief_reaction", who=who, text=done, citations=proofs([fact]))
    elif who and own:
        said = bare(own.quotation.text)
        yield claim("brief_said", who=who, said=said, citations=proofs([fact]))


def _who(fact: Fact, scene: Scene) -> str:
    name, office, actor = (fact.get(part) for part in ("name", "office", "actor"))
    if name and office:
        return words("brief_holder", person=one_line(name.quotation.text), office=office.value)
    if name or actor is None:
        return one_line(name.quotation.text) if name else ""
    return _actor(actor, fact, scene)


def _actor(actor: Attribute, fact: Fact, scene: Scene) -> str:
    return named(actor, fact, scene.known)
