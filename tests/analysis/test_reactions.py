"""Reactions are tied to what they react to."""

from __future__ import annotations

from stocktake.analysis.reactions import recorded
from stocktake.lexicon import load
from stocktake.model import Attribute, Fact, FactKind, Quotation, content_id

ACTORS = load().actors


def fact(kind: FactKind, start: int, document: str = "d", **values: str) -> Fact:
    text = " ".join(values.values())
    quotation = Quotation(start, start + len(text), text)
    attributes = tuple(Attribute(name, value, quotation) for name, value in values.items())
    id_ = content_id(kind, document, start, text)
    return Fact(id_, document, kind, quotation, attributes, "test", 0.9)


def left(actor: str, start: int, document: str = "d") -> Fact:
    return fact(FactKind.PARTICIPATION, start, document, actor=actor, status="withdrawn")


def regret(to: str, start: int = 500, document: str = "d") -> Fact:
    return fact(FactKind.REACTION, start, document, act="regrets", to=to)


def answered(*facts: Fact) -> dict[str, int]:
    found = recorded(facts, ACTORS)
    return {item.actor_id: len(item.reaction_ids) for item in found}


def test_a_reaction_is_to_the_actor_that_it_names() -> None:
    told = left("HUN", 0), left("AUT", 100), regret("decision of Hungary")
    assert answered(*told) == {"HUN": 1, "AUT": 0}


def test_an_adjective_names_the_actor_too() -> None:
    assert answered(left("AUT", 0), regret("Austrian decision", document="e")) == {"AUT": 1}


def test_one_that_names_nobody_is_to_what_the_text_told_last() -> None:
    told = left("HUN", 0), left("AUT", 100), left("POL", 900), regret("decision")
    assert answered(*told) == {"HUN": 0, "AUT": 1, "POL": 0}


def test_one_that_names_nobody_in_another_text_is_to_nobody() -> None:
    assert answered(left("HUN", 0), regret("decision", document="e")) == {"HUN": 0}


def test_the_order_of_facts_changes_nothing() -> None:
    told = [left("HUN", 0), left("AUT", 100), regret("decision"), regret("Hungarian exit")]
    assert recorded(told, ACTORS) == recorded(told[::-1], ACTORS)
