"""Tables of what was said, by whom, about what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.exporters.material import Material
from stocktake.exporters.tables.columns import Column, Table, Type, field, place, text, words
from stocktake.model import Scheme, StatementActor, Theme


@dataclass(frozen=True, slots=True)
class _Said:
    statement_id: str
    actor: StatementActor


@dataclass(frozen=True, slots=True)
class _Entry:
    scheme: Scheme
    theme: Theme


def _said(material: Material) -> Iterator[_Said]:
    for statement in material.stock.statements:
        yield from (_Said(statement.id, actor) for actor in statement.actors)


def _entries(material: Material) -> Iterator[_Entry]:
    for scheme in material.stock.schemes:
        yield from (_Entry(scheme, theme) for theme in scheme.themes)


STATEMENTS_TABLE = Table(
    "statements",
    "An actor does something with some content, in a passage.",
    (
        field("statement_id", "Hash of the statement.", "5d20…", "id"),
        *place("content"),
        words("content", "What it is about, verbatim.", "keep ports open"),
        words(
            "sentence", "The sentence it stands in, verbatim.", "We call on all to keep ports open."
        ),
        words("cue", "The words by which it was known, verbatim.", "call on"),
        field("act", "What the actor does: proposes, requests, supports, …", "requests"),
        field("stance", "supports, opposes or neutral, negation taken into account.", "supports"),
        field("negated", "Whether a negation stands with it.", False),
        field("strength", "How strongly a thing is asked: shall, must, should, …", "should"),
        words("context", "A leading “On …” phrase, verbatim.", "On harbours"),
        words("condition", "The condition under which it holds, verbatim.", "if funds allow"),
        words("quoted", "The part in quotation marks, verbatim.", "open at all times"),
        text(
            "addressees",
            "Who is asked: ids or words, with semicolons between.",
            "States",
            lambda item, _: "; ".join(item.addressees) or None,
        ),
        field("answers_id", "The earlier statement that it is about.", "77ab…"),
        field(
            "prose", "Kind of prose: first person, report, recommendation, news.", "first person"
        ),
        field("rule", "The rule that found it.", "first-person request"),
        field("confidence", "Share of such findings that are right, 0..1.", 0.93),
        field("review", "machine, confirmed, edited or rejected.", "machine"),
    ),
    lambda material: material.stock.statements,
)
STATEMENT_ACTORS = Table(
    "statement_actors",
    "An actor behind a statement.",
    (
        field("statement_id", "The statement: statements.statement_id.", "5d20…"),
        text("actor_id", "The actor: actors.actor_id.", "XFR", lambda item, _: item.actor.id),
        text("name", "Its name.", "Freedonia", lambda item, _: item.actor.name),
        text(
            "role",
            "speaker, on behalf, supporter or opponent.",
            "speaker",
            lambda item, _: item.actor.role.value,
        ),
        text(
            "named_as",
            "Its name as it stands there; empty for the author of the input.",
            "the Freedonian delegation",
            lambda item, _: item.actor.quotation and item.actor.quotation.text,
        ),
        Column(
            "named_at",
            Type.INTEGER,
            "Where that name begins in the document's text.",
            1190,
            lambda item, _: item.actor.quotation and item.actor.quotation.start,
        ),
    ),
    _said,
)
THEMES = Table(
    "themes",
    "An entry of a scheme: a theme, dimension or lens.",
    (
        text(
            "scheme",
            "themes, dimensions or lenses.",
            "themes",
            lambda item, _: item.scheme.kind.value,
        ),
        text("scheme_name", "The scheme's file.", "migration", lambda item, _: item.scheme.name),
        text("code", "Its code.", "ports", lambda item, _: item.theme.code),
        text("title", "Its title.", "Open ports", lambda item, _: item.theme.title),
        text(
            "definition",
            "What belongs to it.",
            "Access to harbours",
            lambda item, _: item.theme.definition or None,
        ),
    ),
    _entries,
)
ASSIGNMENTS = Table(
    "assignments",
    "A statement is about a theme, dimension or lens.",
    (
        field("statement_id", "The statement: statements.statement_id.", "5d20…"),
        field("scheme", "themes, dimensions or lenses.", "themes"),
        field("code", "The entry: themes.code.", "ports"),
        text(
            "terms",
            "The terms that caused it, as they stand, with semicolons between.",
            "ports; harbours",
            lambda item, _: "; ".join(term.text for term in item.terms) or None,
        ),
        field("basis", "By what it was found: terms, model or person.", "terms"),
    ),
    lambda material: material.stock.assignments,
)
CASE_STUDIES = Table(
    "case_studies",
    "Who did what where, with what result.",
    (
        field("case_study_id", "Hash of the case study.", "c0de…", "id"),
        *place("passage"),
        words("passage", "The whole of it, verbatim.", "In Strelsau, the port opened a school."),
        words("who", "Who did it, verbatim.", "the port"),
        words("place", "Where, verbatim.", "Strelsau"),
        words("what", "What was done, verbatim.", "opened a school"),
        words("result", "With what result, verbatim.", "ninety children learn there"),
    ),
    lambda material: material.stock.case_studies,
)
STATEMENTS = (STATEMENTS_TABLE, STATEMENT_ACTORS, THEMES, ASSIGNMENTS, CASE_STUDIES)
