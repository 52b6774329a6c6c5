"""The log of what people did: each entry's digest rests on the one before, so none can be changed,
taken out or slipped in unseen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Deed:
    """Somebody did something: *who* is an account's id or the command line, *target* an id, and
    *detail* pairs of a name and a value, never a secret."""

    at: str
    who: str
    act: str
    target: str = ""
    detail: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A deed in its place in the log, with the digest of it and all before it."""

    sequence: int
    deed: Deed
    digest: str


def entry(deed: Deed, before: AuditEntry | None) -> AuditEntry:
    """The entry of *deed* that follows *before*."""
    sequence = before.sequence + 1 if before else 1
    parts = [before.digest if before else START, sequence, deed.at, deed.who, deed.act]
    told = json.dumps([*parts, deed.target, deed.detail], ensure_ascii=False)
    return AuditEntry(sequence, deed, hashlib.sha256(told.encode()).hexdigest())


def first_fault(entries: list[AuditEntry]) -> int | None:
    """The sequence at which the chain of all *entries* breaks first; None if it holds."""
    before = None
    for found in entries:
        if found != entry(found.deed, before):
            return found.sequence
        before = found
    return None
