"""Records → Stock: one frozen result, the same whatever the order in which inputs came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from stocktake.analysis.affected import affected_voices
from stocktake.analysis.beside import Beside, when_asked
from stocktake.analysis.campaigns import campaign_issues, campaigns, known_of
from stocktake.analysis.changes import changes
from stocktake.analysis.clusters import cluster
from stocktake.analysis.contradictions import against_groups, contradictions
from stocktake.analysis.differing import differing_facts
from stocktake.analysis.digesting import digest
from stocktake.analysis.facts import conflicts
from stocktake.analysis.following import followed
from stocktake.analysis.gaps import Absent, Heard, find_gaps
from stocktake.analysis.holding import Holding
from stocktake.analysis.ledger import keep_ledger
from stocktake.analysis.method import METHOD
from stocktake.analysis.ordering import by_place, issue_order
from stocktake.analysis.outlining import Outlined, Rules, outlined
from stocktake.analysis.portions import Portions
from stocktake.analysis.positions import Groups
from stocktake.analysis.proposals import AS_BEFORE, Codes, Forming, propose
from stocktake.analysis.reactions import recorded
from stocktake.analysis.regions import regions_heard
from stocktake.analysis.relations import relate
from stocktake.analysis.sides import Topics, sides_taken
from stocktake.analysis.sources import Sources
from stocktake.analysis.subject import Subject
from stocktake.analysis.taking_part import actors, named
from stocktake.analysis.told import Told, Words
from stocktake.lexicon import Lexicon
from stocktake.model import (
    Assignment,
    Campaign,
    CaseStudy,
    Conflict,
    Contradiction,
    Decided,
    Document,
    Fact,
    Gap,
    Gist,
    Input,
    Issue,
    Participation,
    Position,
    PositionChange,
    Process,
    Proposal,
    Review,
    Scheme,
    SchemeKind,
    Statement,
    Stock,
    ThemeQuality,
)


def take_stock(  # noqa: PLR0913, PLR0917 - the door between rooms names each kind of record
    process: Process,
    inputs: Iterable[Input],
    documents: Iterable[Document],
    statements: Iterable[Statement],
    facts: Iterable[Fact],
    case_studies: Iterable[CaseStudy],
    issues: Iterable[Issue],
    schemes: Iterable[Scheme],
    lexicon: Lexicon,
    previous: Mapping[str, int] | None = None,
    reviews: Iterable[Review] = (),
    gists: Mapping[str, Gist] | None = None,
    beside: Beside = when_asked,
    forming: Forming = AS_BEFORE,
    portions: Portions | None = None,
) -> Stock:
    """Take stock of all that was found.

    *previous* are the numbers that proposals bear since an earlier stock, by the ids of their
    statements (``numbers(stock)`` gives them). *gists* are what documents tell by themselves, by
    their ids, as far as it was looked up already (``Looker``). *beside* may begin a part of the
    work in another process, for a call that gives its result. *forming* tells how proposals are
    formed: with what vectors, whether anew, by help of what memo. *reviews* stand in the order in
    which they were made; those of statements are applied already and only kept. *portions* may
    stand for documents, statements and gists, which are read when they are looked at. Pure; else
    the order of what is given plays no part.
    """
    ordered = tuple(sorted(schemes, key=lambda scheme: list(SchemeKind).index(scheme.kind)))
    rules = Rules(ordered, tuple(reviews), lexicon.learning)
    given = portions or Portions.of(documents, statements, gists)
    found = outlined(given, inputs, rules, forming.memo)
    bare = tuple(item for each in found.outlines for item in each.bare_statements())
    told = found.told(bare, forming.memo)
    records = _Records(
        process,
        found.sources,
        bare,
        told,
        found,
        by_place(facts),
        by_place(case_studies),
        tuple(sorted(set(issues), key=issue_order)),
        ordered,
        lexicon,
        rules.reviews,
        replace(forming, told=told),
    )
    stock = _stock(records, _derive(records, previous or {}, beside))
    return replace(stock, statements=found.statements, assignments=found.assignments)


@dataclass(frozen=True, slots=True)
class _Records:
    """All that goes into a stock, in canonical order; statements without their words, which are
    *told* where they are asked for."""

    process: Process
    sources: Sources
    statements: tuple[Statement, ...]
    told: Told
    found: Outlined
    facts: tuple[Fact, ...]
    case_studies: tuple[CaseStudy, ...]
    issues: tuple[Issue, ...]
    schemes: tuple[Scheme, ...]
    lexicon: Lexicon
    reviews: tuple[Review, ...]
    forming: Forming

    @property
    def inputs(self) -> tuple[Input, ...]:
        return tuple(self.sources.inputs.values())

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(self.sources.documents.values())

    def scheme(self, kind: SchemeKind) -> Scheme | None:
        return next((scheme for scheme in self.schemes if scheme.kind is kind), None)


@dataclass(frozen=True, slots=True)
class _Findings:
    """What is derived from the records."""

    assignments: tuple[Assignment, ...]
    quality: tuple[ThemeQuality, ...]
    proposals: tuple[Proposal, ...]
    positions: Sequence[Position]
    participation: tuple[Participation, ...]
    gaps: tuple[Gap, ...]
    issues: tuple[Issue, ...]
    campaigns: tuple[Campaign, ...]
    conflicts: tuple[Conflict, ...]
    changes: tuple[PositionChange, ...]
    contradictions: tuple[Contradiction, ...]


def _derive(records: _Records, previous: Mapping[str, int], beside: Beside) -> _Findings:
    memo = records.forming.memo
    # A copy of this process may not read texts from a database.
    begin = beside if records.found.all_read else when_asked
    letters = begin(partial(campaigns, records.sources, known_of(memo, records.forming.early)))
    outlines, mentions = records.found.outlines, records.found.mentions()
    assignments = tuple(item for each in outlines for item in each.bare_assignments())
    codes = Codes.of(assignments)
    themes = records.scheme(SchemeKind.THEMES)
    taken = {id_: stance for each in outlines for id_, stance in each.on_subject()}
    subject = Subject.known(themes.subject, taken) if themes and themes.subject else None
    decided = Decided.by(records.reviews)
    proposing = _proposing(records.statements, subject)
    proposals = propose(proposing, codes, previous, decided, records.forming)
    groups = Groups(records.lexicon.actors)
    told = _by_id(records.statements)
    topics = Topics(proposals, themes, codes, subject, mentions)
    holding = Holding(records.told, records.sources, groups)
    positions = sides_taken(topics, told, records.inputs, holding)
    letter = letters()
    shared = letter.campaigns
    for kind, kept in letter.kept.items():
        memo.keep(kind, kept)
    days = {item.id: records.sources.day(item.document_id) for item in records.statements}
    against = tuple(contradictions(positions, groups, days))
    taking_part = recorded(records.facts, records.lexicon.actors)
    heard = Heard(records.statements, codes, mentions, records.inputs)
    differing = tuple(
        differing_facts(records.facts, records.process, records.sources, records.lexicon)
    )
    return _Findings(
        assignments,
        records.found.quality,
        proposals,
        positions,
        taking_part,
        tuple(_gaps(records, heard, taking_part)),
        tuple(_new_issues(records, shared, differing, against)),
        shared,
        differing,
        tuple(changes(positions, told, records.sources, subject)),
        against,
    )


def _proposing(statements: tuple[Statement, ...], subject: Subject | None) -> tuple[Statement, ...]:
    """All but those that take a stance on the subject as a whole, which are counted there: to
    welcome the text is not to ask what somebody else asks of it."""
    if subject is None:
        return statements
    return tuple(item for item in statements if subject.stance(item) is None)


def _gaps(records: _Records, heard: Heard, taking_part: tuple[Participation, ...]) -> Iterator[Gap]:
    themes = records.scheme(SchemeKind.THEMES)
    if themes is not None:
        dimensions = records.scheme(SchemeKind.DIMENSIONS)
        absent = Absent.of(taking_part, records.inputs)
        yield from find_gaps(records.process, themes, dimensions, heard, absent)


def _new_issues(
    records: _Records,
    shared: Iterable[Campaign],
    differing: tuple[Conflict, ...],
    against: Iterable[Contradiction],
) -> Iterator[Issue]:
    yield from conflicts(records.facts, differing)
    yield from campaign_issues(shared, records.sources.inputs, records.sources.documents)
    yield from against_groups(against, lambda id_: named(id_, records.lexicon.actors))


def _stock(records: _Records, found: _Findings) -> Stock:
    ledger = keep_ledger(
        records.inputs, records.documents, records.statements, records.facts, records.issues
    )
    stock = Stock(
        digest=_digest(records, found.proposals),
        process=records.process,
        inputs=records.inputs,
        ledger=tuple(ledger),
        actors=(),
        schemes=records.schemes,
        statements=records.statements,
        facts=records.facts,
        case_studies=records.case_studies,
        assignments=found.assignments,
        proposals=found.proposals,
        positions=found.positions,
        gaps=found.gaps,
        participation=found.participation,
        issues=tuple(sorted({*records.issues, *found.issues}, key=issue_order)),
        method=METHOD,
        reviews=records.reviews,
        campaigns=found.campaigns,
        conflicts=found.conflicts,
        changes=found.changes,
        contradictions=found.contradictions,
        quality=found.quality,
    )
    stock = followed(stock, records.sources, records.lexicon, records.told)
    stock = replace(stock, actors=tuple(actors(stock, records.lexicon.actors)))
    return replace(
        stock,
        relations=relate(stock, records.sources.documents),
        clusters=cluster(stock.proposals, Words(records.told), records.forming.memo),
        regions=regions_heard(stock),
        affected=affected_voices(stock),
    )


def _digest(records: _Records, proposals: tuple[Proposal, ...]) -> str:
    """The hash of all that went in, and of the numbers that proposals kept from earlier stocks."""
    return digest(
        records.process,
        records.inputs,
        tuple((item.document_id, *item.statements) for item in records.found.outlines),
        records.facts,
        records.case_studies,
        records.issues,
        records.schemes,
        records.lexicon.digest,
        tuple((item.id, item.number) for item in proposals),
        records.reviews,
    )


def _by_id(statements: Iterable[Statement]) -> Mapping[str, Statement]:
    return {item.id: item for item in statements}
