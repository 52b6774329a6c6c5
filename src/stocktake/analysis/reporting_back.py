"""Which later statements report on a commitment: by the same actor, on the same action.

Likeness is the cosine of the weighted words of both (as `match` uses it without models). A link
is a proposal for people: it is confirmed or rejected by them, and a rejected one stays away.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from stocktake.analysis.asking_for import shared_words
from stocktake.analysis.sources import Sources
from stocktake.analysis.told import Told
from stocktake.lexicon.offices import voice_of
from stocktake.model import Act, Commitment, Period, Progress, ReviewState, Statement
from stocktake.model.commitments import REPORTED

KIND = "reports on commitments"
LEAST = 0.35
MOST = 5

Judged = Mapping[tuple[str, str, str], ReviewState]


def with_progress(
    made: Iterable[Commitment],
    statements: Sequence[Statement],
    judged: Judged,
    sources: Sources,
    words: Told,
) -> Iterator[Commitment]:
    """Each commitment with the statements that may report on it, by date; people's links first
    of all."""
    said = _by_actor(item for item in statements if item.act is Act.REPORTS)
    known = {item.id: item for item in statements}
    alike = _Alike(words, words.memo.known(KIND), {})
    for item in made:
        made_on = _start(item.date)
        later = {
            each.id: each
            for actor in item.actor_ids
            for each in said.get(actor, ())
            if each.document_id != item.document_id and _is_later(each, made_on, sources)
        }
        found = dict(alike.of(item, list(later)))
        for (commitment, field, statement), _ in sorted(judged.items()):
            if commitment == item.id and field == REPORTED and statement in known:
                found.setdefault(statement, 0.0)
        yield replace(item, progress=tuple(_progress(item, found, known, judged, sources)))
    words.memo.keep(KIND, alike.now)


@dataclass(frozen=True, slots=True)
class _Alike:
    """How alike actions and reports are, as far as it was *known*; and what is kept *now*."""

    words: Told
    known: Mapping[str, bytes]
    now: dict[str, bytes]

    def of(self, item: Commitment, ids: list[str]) -> list[tuple[str, float]]:
        """The few reports whose words are most like the action, with how alike they are."""
        if not ids:
            return []
        told = repr((item.id, item.action, ids)).encode("utf-8", "surrogatepass")
        key = hashlib.blake2b(told, digest_size=16).hexdigest()
        if key not in self.known:
            found = list(_alike(item, [self.words.read(id_) for id_ in ids]))
            self.now[key] = json.dumps(found).encode()
            return found
        self.now[key] = self.known[key]
        return [(id_, likeness) for id_, likeness in json.loads(self.known[key])]


def _progress(
    item: Commitment,
    found: Mapping[str, float],
    known: Mapping[str, Statement],
    judged: Judged,
    sources: Sources,
) -> list[Progress]:
    links = [
        Progress(
            id_,
            sources.date(known[id_].document_id) or None,
            round(likeness, 3),
            judged.get((item.id, REPORTED, id_), ReviewState.MACHINE),
        )
        for id_, likeness in found.items()
    ]
    return sorted(links, key=lambda link: (link.date or "9999", link.statement_id))


def _alike(item: Commitment, statements: list[Statement]) -> Iterator[tuple[str, float]]:
    """The few statements whose words are most like the action, with how alike they are."""
    likeness = shared_words([each.content.text for each in statements], [item.action])[:, 0]
    pairs = [
        (float(value), each.id)
        for value, each in zip(likeness, statements, strict=True)
        if value >= LEAST
    ]
    for value, id_ in sorted(pairs, key=lambda pair: (-pair[0], pair[1]))[:MOST]:
        yield id_, value


def _by_actor(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for actor in dict.fromkeys(voice_of(item.id) for item in statement.actors):
            said[actor].append(statement)
    return said


def _is_later(statement: Statement, made_on: date | None, sources: Sources) -> bool:
    """Whether it was said on a later date."""
    day = sources.day(statement.document_id)
    return day is not None and made_on is not None and day > made_on


def _start(day: str | None) -> date | None:
    return Period.parse(day).start if day else None
