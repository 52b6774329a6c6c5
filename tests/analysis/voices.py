"""A stock in which some actors said something on one theme, at one level."""

from __future__ import annotations

from collections.abc import Iterable

from stocktake.model import (
    Act,
    Actor,
    Assignment,
    Input,
    Metadatum,
    Position,
    Process,
    Prose,
    Quotation,
    Scheme,
    SchemeKind,
    Stance,
    Statement,
    StatementActor,
    Stock,
    Theme,
)

DAMS = Theme("dams", "Dams", affected=("fish*", "river folk"))
SCHEMES = (
    Scheme("themes", SchemeKind.THEMES, "Themes", (DAMS, Theme("mills", "Mills"))),
    Scheme(
        "levels", SchemeKind.DIMENSIONS, "Levels", (Theme("local", "Local"), Theme("all", "All"))
    ),
)


def stock_of(
    actors: tuple[Actor, ...],
    speakers: Iterable[str],
    *,
    expected: tuple[str, ...] = (),
    positions: tuple[Position, ...] = (),
    affected: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> Stock:
    """All *actors* handed in something; *speakers* spoke on dams, at the local level."""
    statements = tuple(map(_statement, speakers))
    assignments = tuple(
        Assignment(item.id, kind, code, ())
        for item in statements
        for kind, code in ((SchemeKind.THEMES, "dams"), (SchemeKind.DIMENSIONS, "local"))
    )
    return Stock(
        digest="0",
        process=Process("P", expected_actor_ids=expected, affected=affected),
        inputs=tuple(map(_input, actors)),
        ledger=(),
        actors=actors,
        schemes=SCHEMES,
        statements=statements,
        facts=(),
        case_studies=(),
        assignments=assignments,
        proposals=(),
        positions=positions,
        gaps=(),
        participation=(),
        issues=(),
        method=(),
    )


def _input(actor: Actor) -> Input:
    return Input(actor.id, actor.name, "text/plain", 1, (Metadatum("actor", actor.id, "manifest"),))


def _statement(actor_id: str) -> Statement:
    words = Quotation(0, 4, "more")
    return Statement(
        id=f"s-{actor_id}",
        document_id=actor_id,
        sentence=words,
        content=words,
        cue=words,
        actors=(StatementActor(actor_id, actor_id),),
        act=Act.REQUESTS,
        stance=Stance.SUPPORTS,
        prose=Prose.FIRST_PERSON,
        rule="invented",
        confidence=1.0,
    )
