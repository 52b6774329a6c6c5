"""Quotations, and what may be said of them: the ground on which all else stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words proven to stand at ``[start, end)`` of a document's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that an extractor offers, and where it says they begin, if it knows."""

    text: str
    start: int | None = None


class ReviewState(StrEnum):
    """What people have said of a machine finding."""

    MACHINE = "machine"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Activity:
    """How a derived record came to be: method, its version, settings and model, as text."""

    method: str
    version: str
    settings: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something for a person to look at: a refused quotation, a file that could not be read.

    *kind* is a short name for counting; *place* names file, page, range as far as known.
    """

    id: str
    kind: str
    message: str
    remedy: str
    place: str
    input_id: str | None = None
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said of a record: the machine's value beside the human one.

    *field* is the attribute judged (``metadata.date``, ``act``, …), empty for the whole record.
    """

    id: str
    record_id: str
    state: ReviewState
    field: str
    machine_value: str
    human_value: str
    reviewer: str
    at: str
    note: str = ""
