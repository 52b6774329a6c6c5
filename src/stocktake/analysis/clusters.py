"""Proposals → clusters of proposals on the same objects.

Two proposals are related if they share a theme (or have none) and their wordings speak of the same
objects: twice the weight of the telling stems in both, over the weight of those of both, is at
least ``RELATED`` (Dice's measure), with two stems or more in common. What is to be done with the
objects, more or less, is no part of it: those who want more of a thing and those who want less
stand together here. Clusters are stars, as proposals are: the proposal related to most others is
a centre, each other goes to the centre it is most like. So no chain joins what is far apart, and
what is not related to a cluster leaves it as it was. Ties go to the lower number.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from stocktake.analysis.memo import FORGETFUL, Memo
from stocktake.lexicon.concepts import concepts
from stocktake.lexicon.spelling import word_spans
from stocktake.model import Proposal, ProposalCluster, Quotation, Statement, content_id

KIND = "objects"
RELATED = 0.35
NAMED_BY = 3
_TELLING = 2.5
_SHARED = 2
_OBJECTS = 8
_COMMONEST = 1000
_ROWS = 500
_DIGITS = 9

Objects = Mapping[str, float]
Near = Mapping[int, Mapping[int, float]]


def cluster(
    proposals: Sequence[Proposal], statements: Mapping[str, Statement], memo: Memo = FORGETFUL
) -> tuple[ProposalCluster, ...]:
    """Clusters of two proposals or more, in order of their first numbers; the *memo* keeps what a
    wording is about."""
    objects = _all_objects([item.wording_id for item in proposals], statements, memo)
    near = _near(objects, [frozenset(item.theme_codes) for item in proposals])
    stars = _stars(near)
    made = [
        _cluster(
            proposals[centre],
            [proposals[at] for at in members],
            [objects[at] for at in members],
            statements[proposals[centre].wording_id],
        )
        for centre, members in sorted(stars.items(), key=lambda star: star[1])
        if len(members) > 1
    ]
    return tuple(made)


def _all_objects(
    ids: Sequence[str], statements: Mapping[str, Statement], memo: Memo
) -> list[Objects]:
    """The objects of each wording, by the ids of these."""
    known = memo.known(KIND)
    found = [
        json.loads(known[id_]) if id_ in known else _objects(statements[id_].content.text)
        for id_ in ids
    ]
    kept = zip(ids, found, strict=True)
    memo.keep(KIND, {id_: known.get(id_) or json.dumps(told).encode() for id_, told in kept})
    return found


def _objects(text: str) -> Objects:
    """The stems that tell most of what *text* is about, with their weights; not what to do."""
    found = {stem: weight for _, _, stem, weight in _told(text)}
    heaviest = sorted(found, key=lambda stem: (-found[stem], stem))[:_OBJECTS]
    return {stem: found[stem] for stem in heaviest}


def _told(text: str) -> Iterator[tuple[int, int, str, float]]:
    """The place, stem and weight of each telling word."""
    table = concepts()
    for start, end in word_spans(text):
        for part in table.meanings(text[start:end]):
            is_action = part.stem.removeprefix("=") in table.actions
            if part.weight >= _TELLING and not is_action:
                yield start, end, part.stem, part.weight


def _near(objects: Sequence[Objects], themes: Sequence[frozenset[str]]) -> Near:
    """Which proposals are related, by their places, and how much they have in common."""
    weights, present = _matrices(objects)
    totals = np.array([sum(found.values()) for found in objects])
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for start in range(0, len(objects), _ROWS):
        shared = sparse.coo_array(weights[start : start + _ROWS] @ weights.T)
        first, second = shared.coords[0] + start, shared.coords[1]
        dice = np.round(2 * shared.data / (totals[first] + totals[second]), _DIGITS)
        close = (dice >= RELATED) & (first != second)
        rows, columns = first[close], second[close]
        several = np.asarray(present[rows].multiply(present[columns]).sum(axis=1)).ravel()
        for one, other, like, count in zip(
            rows.tolist(), columns.tolist(), dice[close].tolist(), several.tolist(), strict=True
        ):
            if count >= _SHARED and _share(themes[one], themes[other]):
                near[one][other] = like
    return near


def _share(first: frozenset[str], second: frozenset[str]) -> bool:
    return not first.isdisjoint(second) or first == second


def _matrices(objects: Sequence[Objects]) -> tuple[sparse.csr_array, sparse.csr_array]:
    """Proposals as rows, stems as columns: the root of each weight, and its presence; stems that
    very many share relate nothing."""
    counts = Counter(stem for found in objects for stem in found)
    telling = sorted(stem for stem, count in counts.items() if count <= _COMMONEST)
    columns = {stem: column for column, stem in enumerate(telling)}
    places = [
        (row, columns[stem], weight)
        for row, found in enumerate(objects)
        for stem, weight in found.items()
        if stem in columns
    ]
    rows, stems, weights = zip(*places, strict=True) if places else ((), (), ())
    shape = (len(objects), max(1, len(columns)))
    roots = np.sqrt(np.array(weights, dtype=float))
    weighted = sparse.csr_array((roots, (rows, stems)), shape=shape)
    return weighted, sparse.csr_array((np.ones(len(places)), (rows, stems)), shape=shape)


def _stars(near: Near) -> dict[int, list[int]]:
    """Centres with their members, themselves among them, in order."""
    scores = {at: round(sum(others.values()), _DIGITS) for at, others in near.items()}
    centres: set[int] = set()
    spoken_for: set[int] = set()
    for at in sorted(near, key=lambda at: (-scores[at], at)):
        if at not in spoken_for:
            centres.add(at)
            spoken_for.update(near[at])
    stars = {centre: [centre] for centre in centres}
    for at in sorted(near.keys() - centres):
        own = {other: like for other, like in near[at].items() if other in centres}
        stars[min(own, key=lambda other: (-own[other], other))].append(at)
    return {centre: sorted(members) for centre, members in stars.items()}


def _cluster(
    centre: Proposal,
    members: Sequence[Proposal],
    objects: Sequence[Objects],
    wording: Statement,
) -> ProposalCluster:
    shared = Counter(stem for found in objects for stem in found)
    themes = Counter(code for item in members for code in item.theme_codes)
    most = max(themes.values(), default=0)
    return ProposalCluster(
        id=content_id("cluster", centre.id),
        centre_id=centre.id,
        proposal_ids=tuple(item.id for item in members),
        document_id=wording.document_id,
        words=_words(wording, shared),
        theme_codes=tuple(sorted(code for code, count in themes.items() if count == most)),
    )


@dataclass(frozen=True, slots=True, order=True)
class _Word:
    rank: float
    start: int
    end: int


def _words(wording: Statement, shared: Mapping[str, int]) -> tuple[Quotation, ...]:
    """The words of a wording whose stems most proposals share, in the order of the text."""
    text, offset = wording.content.text, wording.content.start
    first: dict[str, _Word] = {}
    for start, end, stem, weight in _told(text):
        if shared.get(stem, 0) > 1:
            first.setdefault(stem, _Word(-shared[stem] * weight, start, end))
    chosen = {(word.start, word.end) for word in sorted(first.values())[:NAMED_BY]}
    return tuple(
        Quotation(offset + start, offset + end, text[start:end]) for start, end in sorted(chosen)
    )
