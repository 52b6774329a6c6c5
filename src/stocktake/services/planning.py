"""What a build has to do: a step is skipped when its result, known by what goes in, is there."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from stocktake import readers, store
from stocktake.lexicon import Lexicon
from stocktake.model import Input, Metadatum, Review, content_id
from stocktake.model.identity import Part
from stocktake.services import extraction, metadata, withdrawing
from stocktake.services.adding import REFUSED_ARCHIVE
from stocktake.settings import Limits
from stocktake.store import Kept, Step, Taken

VERSION = "2"
Told = tuple[Metadatum, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """All that results depend on besides the inputs themselves: hashes of what *reading* and what
    *extraction* is done by."""

    reading: str
    extraction: str


@dataclass(frozen=True, slots=True)
class Plan:
    """An input with what is told of it and the keys of its results. *document_id* is that of the
    text read before, if its reading can be skipped; *result* what is there already; *refused* is
    an archive that could not be taken apart, which no reader needs to look at; *withdrawal* tells
    when, by whom and why the input was withdrawn, None where it counts."""

    taken: Taken
    told: Told
    reading_key: str
    extraction_key: str
    document_id: str | None = None
    result: Kept | None = None
    refused: bool = False
    withdrawal: Metadatum | None = None

    @property
    def counted(self) -> Kept | None:
        """The result, unless the input was withdrawn: then nothing of it counts."""
        return None if self.withdrawal else self.result

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do; what failed is tried again, what went over a limit not."""
        ended = self.result is not None and self.result.step is not Step.FAILED
        return ended or self.refused

    def as_input(self, lexicon: Lexicon) -> Input:
        """The input with what is known of it."""
        inferred = self.result.inferred if self.result else ()
        known = metadata.resolved(metadata.merge(self.told, inferred), lexicon)
        return self.taken.as_input((*known, self.withdrawal) if self.withdrawal else known)


def method(limits: Limits, patterns: tuple[str, ...], lexicon: Lexicon) -> Method:
    """The method of this version with these settings."""
    known: list[Part] = [[name, reader.version] for name, reader in readers.READERS]
    extractors: list[Part] = [list(pair) for pair in extraction.tools().versions()]
    return Method(
        content_id(known, list(dataclasses.astuple(limits))),
        content_id(extractors, list(patterns), lexicon.digest),
    )


def plans(connection: Connection, how: Method, lexicon: Lexicon) -> list[Plan]:
    """A Plan for each input of the workspace, in the order of their names."""
    refused = {
        issue.input_id
        for issue in store.standing_issues(connection)
        if issue.kind == REFUSED_ARCHIVE
    }
    standing = store.standing(store.reviews(connection))
    results = store.results(connection)
    withdrawn = withdrawing.told(withdrawing.withdrawn(connection))
    every = (_plan(item, _told(item, standing, lexicon), how) for item in store.taken(connection))
    return [
        dataclasses.replace(
            _with_results(plan, results),
            refused=plan.taken.id in refused,
            withdrawal=withdrawn.get(plan.taken.id),
        )
        for plan in every
    ]


def renewed(
    connection: Connection, known: Iterable[Plan], how: Method, lexicon: Lexicon
) -> list[Plan]:
    """The plans *known* before something was done, with the results that came of it; all anew if
    somebody took inputs in meanwhile."""
    every = list(known)
    if store.ids(connection) != {plan.taken.id for plan in every}:
        return plans(connection, how, lexicon)
    keys = {key for plan in every if not plan.is_done for key in _keys(plan)}
    results = store.results(connection, keys)
    return [plan if plan.is_done else _with_results(plan, results) for plan in every]


def _with_results(plan: Plan, results: Mapping[str, Kept]) -> Plan:
    reading = results.get(plan.reading_key)
    return dataclasses.replace(
        plan,
        document_id=reading.document_id if reading else None,
        result=results.get(plan.extraction_key) or _ended(plan.reading_key, results),
    )


def failure_key(reading_key: str, step: Step) -> str:
    """The key under which a reading that came to nothing is kept."""
    return content_id(step, reading_key)


def _plan(taken: Taken, told: Told, how: Method) -> Plan:
    reading_key = _reading_key(taken, how)
    return Plan(taken, told, reading_key, _extraction_key(reading_key, told, how))


def _told(taken: Taken, standing: Mapping[tuple[str, str], Review], lexicon: Lexicon) -> Told:
    corrected = metadata.corrections(taken.id, standing)
    return metadata.resolved(metadata.merge(corrected, taken.told), lexicon)


def _ended(reading_key: str, results: Mapping[str, Kept]) -> Kept | None:
    return next((results[key] for key in _ends(reading_key) if key in results), None)


def _ends(reading_key: str) -> list[str]:
    return [failure_key(reading_key, step) for step in (Step.OVER_LIMIT, Step.FAILED)]


def _keys(plan: Plan) -> list[str]:
    """The keys of all results that a plan may have."""
    return [plan.reading_key, plan.extraction_key, *_ends(plan.reading_key)]


def _reading_key(taken: Taken, how: Method) -> str:
    return content_id(Step.READING, VERSION, taken.id, taken.names[0], how.reading)


def _extraction_key(reading_key: str, told: Told, how: Method) -> str:
    known: list[Part] = [[datum.name, datum.value, datum.origin] for datum in told]
    return content_id(Step.EXTRACTION, VERSION, reading_key, known, how.extraction)
