"""Tables of what came after the stocktaking: adoptions, votes, reservations, commitments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.exporters.material import Material
from stocktake.exporters.tables.columns import Column, Table, Type, field, listed, text
from stocktake.model import Adoption, Choice, Commitment, Progress, Vote


@dataclass(frozen=True, slots=True)
class _Cast:
    adoption: Adoption
    vote: Vote


def _cast(material: Material) -> Iterator[_Cast]:
    for adoption in material.stock.adoptions:
        yield from (_Cast(adoption, vote) for vote in adoption.votes)


@dataclass(frozen=True, slots=True)
class _Reported:
    commitment: Commitment
    link: Progress


def _reported(material: Material) -> Iterator[_Reported]:
    for item in material.stock.commitments:
        yield from (_Reported(item, link) for link in item.progress)


def _stated(choice: Choice) -> Column:
    return Column(
        f"stated_{choice.value}",
        Type.INTEGER,
        f"How many voted so ({choice.value}), as a text states it; empty if none does.",
        5,
        lambda item, _: dict(item.stated).get(choice),
    )


def _ids(name: str, meaning: str) -> Column:
    return text(name, meaning, "fac7…", lambda item, _: listed(getattr(item, name)))


ADOPTIONS = Table(
    "adoptions",
    "A text that was adopted, as facts tell it.",
    (
        field("title", "The text, as it is named.", "resolution 9/12"),
        field("date", "A day, month or year.", "2031-05-02"),
        field("outcome", "vote, consensus, or adopted where no more is told.", "vote"),
        *(_stated(choice) for choice in Choice),
        _ids("fact_ids", "The facts that prove it, with spaces between."),
    ),
    lambda material: material.stock.adoptions,
)
VOTES = Table(
    "votes",
    "How an actor voted on a text.",
    (
        text("title", "The text: adoptions.title.", "9/12", lambda item, _: item.adoption.title),
        text("actor_id", "The actor: actors.actor_id.", "XFR", lambda item, _: item.vote.actor_id),
        text("vote", "yes, no, abstain or absent.", "no", lambda item, _: item.vote.choice.value),
        text(
            "fact_ids",
            "The facts that prove it, with spaces between.",
            "fac7…",
            lambda item, _: listed(item.vote.fact_ids),
        ),
    ),
    _cast,
)
RESERVATIONS = Table(
    "reservations",
    "An actor explains its vote, reserves its position, or stands apart from the text.",
    (
        field("actor_id", "The actor: actors.actor_id.", "XFR"),
        field("kind", "What it does.", "dissociation"),
        text(
            "provisions",
            "The parts of the text that it names, as written.",
            "paragraph 12",
            lambda item, _: "; ".join(item.provisions) or None,
        ),
        field("date", "That of the input.", "2031-05-02"),
        _ids("fact_ids", "The facts that prove it, with spaces between."),
        _ids("statement_ids", "The statements of the same sentence, with spaces between."),
    ),
    lambda material: material.stock.reservations,
)
JOINED = Table(
    "joined",
    "How an actor voted in the end, beside where it stood and what it had asked for.",
    (
        field("actor_id", "The actor: actors.actor_id.", "XFR"),
        field("choice", "Its vote; empty where none is told.", "no"),
        field("stance", "Where it stood on the text itself; empty: it took no stance.", "opposes"),
        field("withdrawn", "Whether it had left before.", True),
        _ids("asked", "Proposals that it supported in its own words: proposals.proposal_id."),
        _ids("opposed", "Proposals that it opposed in its own words: proposals.proposal_id."),
        _ids("fact_ids", "The facts that prove the vote or that it left, with spaces between."),
        _ids("statement_ids", "The statements that prove the stance, with spaces between."),
        _ids("asked_ids", "The statements that prove the support, with spaces between."),
    ),
    lambda material: material.stock.joined,
)
COMMITMENTS = Table(
    "commitments",
    "Who will do what by when.",
    (
        field("commitment_id", "Hash of the commitment.", "c0de…", "id"),
        text(
            "actor_ids",
            "Who will do it: actors.actor_id, with spaces between.",
            "XFR",
            lambda item, _: listed(item.actor_ids),
        ),
        field("action", "What, in the words of the passage.", "build ports"),
        text("origin", "How we know of it.", "said in an input", lambda item, _: item.origin.value),
        field("date", "When it was made: a day, month or year.", "2031-05"),
        field("due", "By when, as exactly as it was told.", "2035"),
        field("provision", "Under which part of the text, as written.", "objective 5"),
        field("partners", "With whom, as written.", "together with Sylvania"),
        field("means", "By what means, as written.", "through a fund"),
        text(
            "figures",
            "How much, as written.",
            "US$ 3 million",
            lambda item, _: "; ".join(item.figures) or None,
        ),
        field("indicator", "By what a person said it can be told to be done.", "ports opened"),
        field("statement_id", "The statement that proves it: statements.statement_id.", "5d20…"),
        field("source", "From where a person who entered it knows of it.", "a letter"),
        text("review", "What a person said of it.", "machine", lambda item, _: item.review.value),
    ),
    lambda material: material.stock.commitments,
)
PROGRESS = Table(
    "commitment_reports",
    "A later statement that may report on a commitment.",
    (
        text("commitment_id", "The commitment.", "c0de…", lambda item, _: item.commitment.id),
        text("statement_id", "The statement.", "5d20…", lambda item, _: item.link.statement_id),
        text("date", "When it was said.", "2032", lambda item, _: item.link.date),
        Column(
            "confidence",
            Type.NUMBER,
            "How alike their words are, 0..1.",
            0.5,
            lambda item, _: item.link.confidence,
        ),
        text("review", "What a person said.", "machine", lambda item, _: item.link.review.value),
    ),
    _reported,
)
PARTNERSHIPS = Table(
    "partnerships",
    "Somebody is to act together with an actor.",
    (
        field("actor", "Who is to act: actors.actor_id, or the words of the text.", "XFR"),
        field("partner", "With whom: actors.actor_id.", "XRU"),
        _ids("asked_by", "Who asks for it or commits to it: actors.actor_id."),
        _ids("statement_ids", "The statements that prove it, with spaces between."),
    ),
    lambda material: material.stock.partnerships,
)
FOLLOWING = (ADOPTIONS, VOTES, RESERVATIONS, JOINED, COMMITMENTS, PROGRESS, PARTNERSHIPS)
