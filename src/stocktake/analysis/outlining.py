"""Documents → their outlines: those of documents in which nothing changed are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from stocktake.analysis.assigning import assignments_of, gists_of
from stocktake.analysis.learning.labelling import settle
from stocktake.analysis.memo import Memo
from stocktake.analysis.outlines import FOUNDS, JOINS, Outline, marked
from stocktake.analysis.portions import Portions
from stocktake.analysis.sources import Sources
from stocktake.analysis.subject import Subject
from stocktake.analysis.told import Told
from stocktake.lexicon.learning import LearningRules
from stocktake.model import (
    Assignment,
    Input,
    Part,
    Parted,
    Review,
    Scheme,
    SchemeKind,
    Statement,
    ThemeQuality,
    is_label,
)

KIND = "outlines"
R = TypeVar("R", Statement, Assignment)


@dataclass(frozen=True, slots=True)
class Rules:
    """By what statements are sorted: *schemes*, what people said (*reviews*), and how a model
    learns from that."""

    schemes: Sequence[Scheme]
    reviews: tuple[Review, ...]
    learning: LearningRules

    @property
    def subject(self) -> str | None:
        """The code of the theme that is the process's own text."""
        themes = (item.subject for item in self.schemes if item.kind is SchemeKind.THEMES)
        return next(themes, None)

    @property
    def learns(self) -> bool:
        """Whether what one statement is about may hang on what people said of others."""
        return any(map(is_label, self.reviews))


@dataclass(frozen=True, slots=True)
class Outlined:
    """Documents in canonical order by their *outlines*; *statements* and *assignments* are whole;
    how well themes are assigned (*quality*); whether all documents were read now (*all_read*)."""

    outlines: tuple[Outline, ...]
    statements: Parted[Statement]
    assignments: Parted[Assignment]
    quality: tuple[ThemeQuality, ...]
    sources: Sources
    keys: Mapping[str, str]
    all_read: bool

    def told(self, bare: Iterable[Statement], memo: Memo) -> Told:
        """All statements; *bare* are the same without their words."""
        return Told(
            {item.id: place for place, item in enumerate(bare)},
            self.statements,
            marked(self.outlines, FOUNDS),
            marked(self.outlines, JOINS),
            self.keys,
            memo,
        )

    def mentions(self) -> Mapping[str, frozenset[str]]:
        """The themes that the text of each input names anywhere."""
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for outline in self.outlines:
            found[outline.input_id] |= frozenset(outline.mentions)
        return dict(found)


Parts = tuple[Part[Statement], Part[Assignment]]


@dataclass(frozen=True, slots=True)
class _Found:
    """Outlines and parts of some documents by their ids, and how well themes are assigned."""

    outlines: Mapping[str, Outline]
    parts: Mapping[str, Parts]
    quality: tuple[ThemeQuality, ...] = ()


def outlined(portions: Portions, inputs: Iterable[Input], rules: Rules, memo: Memo) -> Outlined:
    """The outlines of all documents. What a model learns it learns from all of them, so then
    nothing is kept."""
    keys = {} if rules.learns else {id_: key for id_, key in portions.keys.items() if key}
    known = memo.known(KIND)
    kept = _kept({id_: known[key] for id_, key in keys.items() if key in known}, portions)
    new = sorted(portions.keys.keys() - kept.outlines.keys())
    full = Sources.of(inputs, portions.documents(new))
    found = _look_through(portions, full, rules) if new else _Found({}, {})
    outlines, parts = {**kept.outlines, **found.outlines}, {**kept.parts, **found.parts}
    bare = [outline.document() for outline in kept.outlines.values()]
    sources = Sources.of(
        full.inputs.values(), [*full.documents.values(), *bare], portions.documents
    )
    order = sources.in_their_order()
    memo.keep(KIND, {key: known.get(key) or outlines[id_].packed() for id_, key in keys.items()})
    return Outlined(
        tuple(outlines[id_] for id_ in order),
        Parted(parts[id_][0] for id_ in order),
        Parted(parts[id_][1] for id_ in order),
        found.quality,
        sources,
        keys,
        all_read=not kept.outlines,
    )


def _kept(packed: Mapping[str, bytes], portions: Portions) -> _Found:
    outlines = {id_: Outline.unpacked(body) for id_, body in packed.items()}
    return _Found(outlines, {id_: _parts(item, portions) for id_, item in outlines.items()})


def _parts(outline: Outline, portions: Portions) -> Parts:
    (said, count), (about, assigned) = outline.statements, outline.assignments
    return (
        Part(Statement, count, partial(portions.part, said), said, outline.document_id),
        Part(Assignment, assigned, partial(portions.part, about), about, outline.document_id),
    )


def _look_through(portions: Portions, sources: Sources, rules: Rules) -> _Found:
    """The documents of *sources*, read and looked through."""
    ids = list(sources.documents)
    statements = sources.in_order(portions.statements(ids))
    gists = gists_of(statements, rules.schemes, sources, portions.gists(ids))
    found = assignments_of(statements, gists)
    settled = settle(found, statements, rules.schemes, rules.reviews, rules.learning)
    subject = Subject.of(rules.subject, settled.assignments) if rules.subject else None
    places = {item.id: item.document_id for item in statements}
    said = _grouped(statements, lambda item: item.document_id)
    about = _grouped(settled.assignments, lambda item: places[item.statement_id])
    parts = {
        id_: (Part.of(Statement, said[id_], id_), Part.of(Assignment, about[id_], id_))
        for id_ in ids
    }
    outlines = {
        id_: Outline.of(document, parts[id_], gists[id_].mentions, subject)
        for id_, document in sources.documents.items()
    }
    return _Found(outlines, parts, settled.quality)


def _grouped(records: Iterable[R], place: Callable[[R], str]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for item in records:
        found[place(item)].append(item)
    return found
