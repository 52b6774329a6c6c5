"""The page on one actor: groups, participation, inputs, what it asked, where it stands, changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stocktake.lexicon.wording import quantifiers
from stocktake.lexicon.words import Vocabulary
from stocktake.model import Actor, Document, Membership, Report, Section, Stock, Tracing
from stocktake.model.report import Block
from stocktake.reports import actor_tables as tables
from stocktake.reports import citing, dispositions_page, participation, refusing
from stocktake.reports.patterns import plain, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph
from stocktake.reports.voices import by_actor


@dataclass(frozen=True, slots=True)
class About:
    """An actor, its *memberships* and the *groups* and members that they name; *tracing* tells
    what became of its own asks in drafts, if there are any."""

    actor: Actor
    memberships: Sequence[Membership] = ()
    groups: Sequence[Actor] = ()
    tracing: Tracing | None = None


def build(
    stock: Stock,
    texts: Mapping[str, Document],
    about: About,
    vocabulary: Vocabulary | None = None,
) -> Report:
    """All that a stock holds of one actor; *texts* are the documents cited, by id.

    WordingError as for any report.
    """
    known = {item.id for item in stock.actors}
    more = tuple(item for item in about.groups if item.id not in known)
    wider = replace(stock, actors=(*stock.actors, *more))
    records = Records(wider, texts, quantifiers())
    sections = tuple(_sections(about, records))
    numbered, citations = citing.number(sections, records)
    title, subtitle = about.actor.name, _subtitle(about.actor)
    made = Report(title, subtitle, stock.digest, numbered, citations, words("actor_page"))
    return refusing.check(made, wider, vocabulary)


def _subtitle(actor: Actor) -> str:
    kind = actor.kind.value
    return words("actor_subtitle", kind=kind, region=actor.region) if actor.region else kind


def _sections(about: About, records: Records) -> Iterator[Section]:
    actor = about.actor.id
    parts: tuple[tuple[str, tuple[Block, ...]], ...] = (
        ("actor_glance", _glance(about, records)),
        ("participation", _participation(actor, records)),
        ("actor_inputs", tables.inputs(actor, records)),
        ("actor_positions", tables.positions(actor, records)),
        ("changes", tables.changes(actor, records)),
    )
    for name, blocks in parts:
        if blocks:
            yield Section(name.replace("_", "-"), words(name), blocks)
    if about.tracing:
        first, *others = dispositions_page.sections(about.tracing, about.actor)
        yield from (replace(first, title=words("actor_asks")), *others)
    said = tables.statements(actor, records)
    if said:
        yield Section("actor-statements", words("actor_statements"), said)


def _glance(about: About, records: Records) -> tuple[Block, ...]:
    actor = about.actor.id
    told = by_actor(records.stock.statements).get(actor, ())
    handed_in = [item for item in records.stock.inputs if actor in item.actor_ids]
    figures = plain("actor_figures", inputs=len(handed_in), statements=len(told))
    return (*paragraph(figures), *tables.memberships(about.memberships, records))


def _participation(actor_id: str, records: Records) -> tuple[Block, ...]:
    recorded = [item for item in records.stock.participation if item.actor_id == actor_id]
    return participation.told(recorded, records)
