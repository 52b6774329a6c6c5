"""People's labels in a process → assignments that abide by them and learn from them.

What a person said of a statement stands. The labels of a scheme, with what the terms had found in
the same statements, train a model; themes that it takes over are assigned by it to all statements
without a label, each with the words that weigh most and the nearest confirmed examples.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from stocktake.analysis.learning.learned import Learned
from stocktake.analysis.learning.training import Labelled, Trained, train_on
from stocktake.lexicon.learning import LearningRules
from stocktake.model import (
    Assignment,
    Basis,
    Labels,
    Quotation,
    Review,
    Scheme,
    Statement,
    ThemeQuality,
    is_label,
    labels_by,
)

Found = Mapping[str, tuple[Assignment, ...]]


@dataclass(frozen=True, slots=True)
class Settled:
    """Assignments after people and models, in the order of statements, schemes and codes; and how
    well each theme of the schemes with labels is assigned."""

    assignments: tuple[Assignment, ...]
    quality: tuple[ThemeQuality, ...] = ()


def settle(
    found: Sequence[Assignment],
    statements: Sequence[Statement],
    schemes: Sequence[Scheme],
    reviews: Iterable[Review],
    rules: LearningRules,
) -> Settled:
    """What terms *found*, as people's *reviews* and what is learned from them have it."""
    said = tuple(reviews)
    if not any(map(is_label, said)):
        return Settled(tuple(found))
    settled: dict[str, list[Assignment]] = defaultdict(list)
    quality: list[ThemeQuality] = []
    for scheme in schemes:
        labels = _labels(said, scheme, statements)
        by_terms = _by_statement(found, scheme)
        if labels:
            trained = _trained(labels, by_terms, statements, scheme, rules)
            quality += _quality(trained, scheme, len(labels))
            by_terms = _taken_over(by_terms, trained.learned, statements, scheme)
        for statement in statements:
            told = by_terms.get(statement.id, ())
            settled[statement.id] += _as_said(statement, told, labels, scheme)
    return Settled(
        tuple(item for statement in statements for item in settled[statement.id]), tuple(quality)
    )


def _labels(reviews: Iterable[Review], scheme: Scheme, statements: Sequence[Statement]) -> Labels:
    known = {theme.code for theme in scheme.themes}
    there = {statement.id for statement in statements}
    every = labels_by(reviews, scheme.kind)
    return {id_: codes & known for id_, codes in every.items() if id_ in there}


def _by_statement(found: Iterable[Assignment], scheme: Scheme) -> Found:
    grouped: dict[str, list[Assignment]] = defaultdict(list)
    for item in found:
        if item.scheme is scheme.kind:
            grouped[item.statement_id].append(item)
    return {id_: tuple(items) for id_, items in grouped.items()}


def _trained(
    labels: Labels,
    by_terms: Found,
    statements: Sequence[Statement],
    scheme: Scheme,
    rules: LearningRules,
) -> Trained:
    chosen = [statement for statement in statements if statement.id in labels]
    codes = tuple(theme.code for theme in scheme.themes)
    hits = [_codes(by_terms.get(statement.id, ())) for statement in chosen]
    given = [[code in labels[statement.id] for code in codes] for statement in chosen]
    told = [[code in each for code in codes] for each in hits]
    labelled = Labelled(
        codes,
        tuple(Spoken.by(statement).text for statement in chosen),
        tuple(statement.id for statement in chosen),
        np.array(given, dtype=np.bool_),
        np.array(told, dtype=np.bool_),
    )
    return train_on(labelled, rules)


def _codes(assignments: Iterable[Assignment]) -> set[str]:
    return {item.code for item in assignments}


def _quality(trained: Trained, scheme: Scheme, texts: int) -> Iterator[ThemeQuality]:
    taken_over = trained.learned.codes if trained.learned else ()
    for theme, terms, model in zip(scheme.themes, trained.terms, trained.model, strict=True):
        basis = Basis.MODEL if theme.code in taken_over else Basis.TERMS
        yield ThemeQuality(scheme.kind.value, theme.code, basis, texts, terms, model)


def _taken_over(
    by_terms: Found, learned: Learned | None, statements: Sequence[Statement], scheme: Scheme
) -> Found:
    """Assignments of which those of the themes that *learned* takes over are its own."""
    if learned is None:
        return by_terms
    spoken = [Spoken.by(statement) for statement in statements]
    hits = [_codes(by_terms.get(statement.id, ())) for statement in statements]
    found: dict[str, tuple[Assignment, ...]] = {}
    decided = learned.decide([each.text for each in spoken], hits)
    for statement, words, codes in zip(statements, spoken, decided, strict=True):
        told = by_terms.get(statement.id, ())
        kept = [item for item in told if item.code not in learned.codes]
        made = [_assigned(statement, words, code, learned, scheme) for code in codes]
        found[statement.id] = tuple(sorted([*kept, *made], key=lambda item: item.code))
    return found


def _assigned(
    statement: Statement, words: Spoken, code: str, learned: Learned, scheme: Scheme
) -> Assignment:
    places = learned.weightiest(words.text, code)
    return Assignment(
        statement.id,
        scheme.kind,
        code,
        tuple(words.quotation(*place) for place in places),
        Basis.MODEL,
        tuple(learned.nearest(words.text, code)),
    )


def _as_said(
    statement: Statement, told: tuple[Assignment, ...], labels: Labels, scheme: Scheme
) -> tuple[Assignment, ...]:
    """What was *told* of a statement, or else what a person said of it."""
    if statement.id not in labels:
        return told
    words = {item.code: item.terms for item in told}
    return tuple(
        Assignment(statement.id, scheme.kind, code, words.get(code, ()), Basis.PERSON)
        for code in sorted(labels[statement.id])
    )


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a statement says as one *text*: its leading phrase, if any, and its content."""

    text: str
    parts: tuple[Quotation, ...]

    @classmethod
    def by(cls, statement: Statement) -> Spoken:
        parts = tuple(part for part in (statement.context, statement.content) if part)
        return cls("\n".join(part.text for part in parts), parts)

    def quotation(self, start: int, end: int) -> Quotation:
        """The words at a place of the text, where they stand in the document."""
        before = 0
        for part in self.parts[:-1]:
            if start < before + len(part.text):
                break
            before += len(part.text) + 1
        else:
            part = self.parts[-1]
        at = part.start - before
        return Quotation(at + start, at + end, self.text[start:end])
