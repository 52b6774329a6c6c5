"""The look back: each theme with its proposals, those that most actors spoke of first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from stocktake.model import Act, Cell, Proposal, SchemeKind, Section, Sentence, Statement, Theme
from stocktake.model.report import Block
from stocktake.reports import clusters
from stocktake.reports.limits import BRIEF_PROPOSALS
from stocktake.reports.patterns import Cited, claim, count_cell, plain, table, words
from stocktake.reports.proposals import brief_table, in_full, listing, ranked
from stocktake.reports.quantity import share
from stocktake.reports.records import Records, speakers
from stocktake.reports.stands import paragraph, passages
from stocktake.reports.voices import by_group


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme with the statements about it, the actors behind them, and its proposals by rank."""

    theme: Theme
    statements: tuple[Statement, ...]
    actors: frozenset[str]
    proposals: tuple[Proposal, ...]

    @property
    def id(self) -> str:
        return f"theme-{self.theme.code}"


def topics(records: Records) -> list[Topic]:
    """All themes, by the number of actors that spoke of them, then in the scheme's order."""
    found = [_topic(theme, records) for theme in records.entries(SchemeKind.THEMES)]
    return sorted(found, key=lambda topic: -len(topic.actors))


def section(records: Records, told: frozenset[str]) -> Section:
    """Theme by theme; proposals in *told* are not shown in full again."""
    found = topics(records)
    scheme = records.scheme(SchemeKind.THEMES)
    subject = scheme.subject if scheme else None
    parts = []
    for topic in found:
        if topic.statements and topic.theme.code != subject:
            parts.append(_part(topic, told, records))
            told |= {item.id for item in in_full(topic.proposals, told)}
    parts += _outside(told, records)
    blocks = (
        *paragraph(plain("themes_rule"), note=True),
        *overview(found, records),
        *_untouched(found),
    )
    return Section("themes", words("themes"), blocks, tuple(parts))


def _outside(told: frozenset[str], records: Records) -> tuple[Section, ...]:
    """What is about no theme, so that it does not disappear: counts, and the proposals by rank."""
    inside = {item.id for item in records.on_themes(records.stock.statements)}
    statements = [item for item in records.stock.statements if item.id not in inside]
    if not statements:
        return ()
    proposals = ranked((item for item in records.stock.proposals if not item.theme_codes), records)
    counted = plain("outside", statements=len(statements), proposals=len(proposals))
    shown = proposals[:BRIEF_PROPOSALS]
    left = len(proposals) - len(shown)
    blocks = (
        *paragraph(counted),
        *((brief_table(shown, "outside", told, records, "outside"),) if shown else ()),
        *(paragraph(plain("more_proposals", n=left), note=True) if left else ()),
    )
    return (Section("outside-themes", words("outside"), blocks),)


def _topic(theme: Theme, records: Records) -> Topic:
    statements = records.about(SchemeKind.THEMES, theme.code)
    proposals = (item for item in records.stock.proposals if theme.code in item.theme_codes)
    return Topic(theme, statements, speakers(statements), tuple(ranked(proposals, records)))


def title_cell(theme: Theme, records: Records) -> Cell:
    """The title of a theme, leading to the section that treats it, if one does."""
    scheme = records.scheme(SchemeKind.THEMES)
    if scheme and theme.code == scheme.subject:
        return Cell(theme.title, link="subject")
    return Cell(theme.title, link=f"theme-{theme.code}" if records.is_spoken_of(theme) else "")


def overview(found: Iterable[Topic], records: Records) -> tuple[Block, ...]:
    """The themes that were spoken of, with their numbers."""
    rows = [_row(topic, records) for topic in found if topic.statements]
    return (table("themes", rows),) if rows else ()


def _row(topic: Topic, records: Records) -> tuple[Cell, ...]:
    return (
        title_cell(topic.theme, records),
        count_cell(len(topic.actors)),
        count_cell(len(topic.statements)),
        count_cell(len(topic.proposals)),
    )


def _part(topic: Topic, told: frozenset[str], records: Records) -> Section:
    spoke = claim(
        "spoke",
        **share(len(topic.actors), records),
        statements=len(topic.statements),
        citations=passages((item.id for item in topic.statements), records),
    )
    blocks = (
        *_definition(topic.theme),
        *paragraph(spoke, *_acts(topic.statements)),
        *clusters.blocks(topic.proposals, topic.id, records),
        *listing(topic.proposals, topic.id, told, records),
        table("voices", by_group(topic.statements, records), id_=f"{topic.id}-voices"),
    )
    return Section(topic.id, topic.theme.title, blocks)


def _definition(theme: Theme) -> tuple[Block, ...]:
    if not theme.definition:
        return ()
    return paragraph(plain("definition", text=theme.definition), note=True)


def _acts(statements: Iterable[Statement]) -> tuple[Sentence, ...]:
    counts = Counter(statement.act for statement in statements)
    named = [Cited(words(f"act_{act.value}", n=counts[act])) for act in Act if counts[act]]
    return (plain("acts", acts=named),) if named else ()


def _untouched(found: Iterable[Topic]) -> tuple[Block, ...]:
    titles = [Cited(topic.theme.title) for topic in found if not topic.statements]
    return paragraph(plain("themes_untouched", themes=titles)) if titles else ()
