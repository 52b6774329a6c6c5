"""Tables of what follows from the statements: proposals, positions, gaps; and facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.exporters.material import Material
from stocktake.exporters.tables.columns import (
    Column,
    Table,
    Type,
    Value,
    field,
    listed,
    place,
    text,
    words,
)
from stocktake.model import Attribute, Campaign, CampaignText, Position

THEME = "theme:"


@dataclass(frozen=True, slots=True)
class _Link:
    owner_id: str
    statement_id: str


@dataclass(frozen=True, slots=True)
class _Told:
    fact_id: str
    attribute: Attribute


@dataclass(frozen=True, slots=True)
class _Copy:
    campaign: Campaign
    text: CampaignText


def _proposal_links(material: Material) -> Iterator[_Link]:
    for proposal in material.stock.proposals:
        yield from (_Link(proposal.id, item) for item in proposal.statement_ids)


def _attributes(material: Material) -> Iterator[_Told]:
    for fact in material.stock.facts:
        yield from (_Told(fact.id, attribute) for attribute in fact.attributes)


def _copies(material: Material) -> Iterator[_Copy]:
    for campaign in material.stock.campaigns:
        yield from (_Copy(campaign, item) for item in campaign.texts)


def _proposal_id(position: Position, _: Material) -> Value:
    return None if position.target.startswith(THEME) else position.target


def _theme_code(position: Position, _: Material) -> Value:
    return position.target.removeprefix(THEME) if position.target.startswith(THEME) else None


PROPOSALS = Table(
    "proposals",
    "One thing that is asked for.",
    (
        field("proposal_id", "Hash of the proposal.", "a11e…", "id"),
        field("number", "Its number, which it keeps from stock to stock.", 12),
        text(
            "wording",
            "The words of the most central statement, verbatim.",
            "keep ports open",
            lambda item, material: material.wording(item),
        ),
        field("wording_statement_id", "That statement.", "5d20…", "wording_id"),
        field("name", "What people called it, where they did.", "Open ports"),
        Column(
            "statements",
            Type.INTEGER,
            "How many statements ask for it, support or oppose it.",
            9,
            lambda item, _: len(item.statement_ids),
        ),
        text(
            "theme_codes",
            "Themes of its statements, with spaces between.",
            "ports safety",
            lambda item, _: listed(item.theme_codes),
        ),
        text(
            "dimension_codes",
            "Dimensions of its statements, with spaces between.",
            "local",
            lambda item, _: listed(item.dimension_codes),
        ),
        text(
            "merged_numbers",
            "Numbers of proposals that people merged into it.",
            "14 31",
            lambda item, _: listed(item.also),
        ),
    ),
    lambda material: material.stock.proposals,
)
PROPOSAL_STATEMENTS = Table(
    "proposal_statements",
    "A statement that belongs to a proposal.",
    (
        field("proposal_id", "The proposal: proposals.proposal_id.", "a11e…", "owner_id"),
        field("statement_id", "The statement: statements.statement_id.", "5d20…"),
    ),
    _proposal_links,
)
POSITIONS = Table(
    "positions",
    "Where an actor stands on a proposal or on a theme.",
    (
        field("actor_id", "The actor: actors.actor_id.", "XFR"),
        text(
            "proposal_id", "The proposal; empty for a position on a theme.", "a11e…", _proposal_id
        ),
        text("theme_code", "The theme; empty for a position on a proposal.", "ports", _theme_code),
        field("stance", "supports, opposes, mixed or silent.", "supports"),
        field("via", "The group through which it is held; empty for own words.", "group:coastal"),
        field("counts", "false for a group that stands beside members of its own.", True),
        text(
            "statement_ids",
            "The statements that prove it, with spaces between.",
            "5d20… 77ab…",
            lambda item, _: listed(item.statement_ids),
        ),
    ),
    lambda material: material.stock.positions,
)
GAPS = Table(
    "gaps",
    "An actor said nothing on a theme, and why; without an actor, nobody did.",
    (
        field("kind", "silent, not asked, withdrawn, unreadable or no input.", "silent"),
        field("actor_id", "The actor: actors.actor_id.", "XRU"),
        field("theme_code", "The theme: themes.code.", "ports"),
        field("dimension_code", "The dimension: themes.code.", "local"),
    ),
    lambda material: material.stock.gaps,
)
PARTICIPATION = Table(
    "participation",
    "An actor's status in the process from a day on.",
    (
        field("actor_id", "The actor: actors.actor_id.", "XRU"),
        field("status", "participating, observer, absent, withdrawn or returned.", "withdrawn"),
        field("since", "From when: a day, month or year.", "2031-12-03"),
        field("source", "Where it is told.", "news.html, page 1"),
        text(
            "fact_ids",
            "The facts that prove it, with spaces between.",
            "fac7…",
            lambda item, _: listed(item.fact_ids),
        ),
        text(
            "reaction_ids",
            "The facts that tell of reactions to it, with spaces between.",
            "fac8…",
            lambda item, _: listed(item.reaction_ids),
        ),
    ),
    lambda material: material.stock.participation,
)
FACTS = Table(
    "facts",
    "Something about the process that an input tells.",
    (
        field("fact_id", "Hash of the fact.", "fac7…", "id"),
        field("kind", "meeting, chair, participation, attendance, …", "meeting"),
        *place("sentence"),
        words("sentence", "The sentence that tells it, verbatim.", "The first meeting took place."),
        field("rule", "The rule that found it.", "meeting with dates"),
        field("confidence", "0..1.", 0.9),
        field("review", "machine, confirmed or edited.", "machine"),
    ),
    lambda material: material.stock.facts,
)
FACT_ATTRIBUTES = Table(
    "fact_attributes",
    "One thing that a fact says.",
    (
        field("fact_id", "The fact: facts.fact_id.", "fac7…"),
        text("name", "What it says.", "place", lambda item, _: item.attribute.name),
        text(
            "value",
            "The value: ISO dates, actor ids, else words.",
            "Strelsau",
            lambda item, _: item.attribute.value,
        ),
        text(
            "words",
            "The words it was read from, verbatim.",
            "in Strelsau",
            lambda item, _: item.attribute.quotation.text,
        ),
        Column(
            "start",
            Type.INTEGER,
            "Where they begin in the document's text.",
            310,
            lambda item, _: item.attribute.quotation.start,
        ),
    ),
    _attributes,
)
CAMPAIGNS = Table(
    "campaigns",
    "A text that is nearly the same as others of its campaign.",
    (
        text("campaign_id", "Hash of the campaign.", "ca3b…", lambda item, _: item.campaign.id),
        Column(
            "whole",
            Type.BOOLEAN,
            "Whether whole documents are alike, or passages in them.",
            True,
            lambda item, _: item.campaign.whole,
        ),
        text(
            "document_id",
            "The document: documents.document_id.",
            "0f3a…",
            lambda item, _: item.text.document_id,
        ),
        Column(
            "start",
            Type.INTEGER,
            "Where it begins in the document's text.",
            0,
            lambda item, _: item.text.start,
        ),
        Column("end", Type.INTEGER, "Where it ends.", 900, lambda item, _: item.text.end),
        text(
            "sender_ids",
            "Who handed in texts of the campaign, with spaces between.",
            "org:harbour-watch XFR",
            lambda item, _: listed(item.campaign.sender_ids),
        ),
        Column(
            "unknown_senders",
            Type.INTEGER,
            "How many inputs of the campaign have no known author.",
            0,
            lambda item, _: item.campaign.unknown,
        ),
    ),
    _copies,
)
FINDINGS = (
    PROPOSALS,
    PROPOSAL_STATEMENTS,
    POSITIONS,
    GAPS,
    PARTICIPATION,
    FACTS,
    FACT_ATTRIBUTES,
    CAMPAIGNS,
)
