"""A process that facts tell, as tables for process.toml, each below what proves it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from stocktake.model import Fact, Meeting, Period
from stocktake.services.found_process import Found, Record

_LISTS = ("mandates", "phases", "milestones", "meetings")
_PARTS = ("chairs", "sessions", "attendance")
_LONGEST = 300


def write(found: Found) -> str:
    """The tables, to be looked at and copied; process_file reads them as they are.

    Every fact stands with its review state (machine, confirmed, edited) and its input.
    """
    lines = [
        "# What the inputs tell of the process: facts, each below the words that prove it.",
        "# Take over into process.toml what is right.",
        f"title = {_written(found.process.title)}",
    ]
    for name in _LISTS:
        for record in getattr(found.process, name):
            lines += _record(name, record, found)
    if found.left_out:
        lines += ["", "# Of no meeting that is told:"]
        lines += [_proof(fact, found) for fact in found.left_out]
    return "\n".join(lines) + "\n"


def _record(name: str, record: Record, found: Found, indent: str = "") -> Iterator[str]:
    yield ""
    for fact in found.proofs.get(record, ()):
        yield f"{indent}{_proof(fact, found)}"
    yield f"{indent}[[{name}]]"
    for key, value in _values(record).items():
        yield f"{indent}{key} = {_written(value)}"
    if isinstance(record, Meeting):
        for part in _PARTS:
            for item in getattr(record, part):
                yield from _record(f"{name}.{part}", item, found, f"{indent}  ")


def _proof(fact: Fact, found: Found) -> str:
    said = " ".join(fact.sentence.text.split())
    said = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    title = " ".join(found.titles.get(fact.document_id, "").split())
    return f"# {fact.kind.value}, {fact.review.value}: “{said}” [{title}]"


def _values(record: Record) -> dict[str, Any]:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return {key: value for key, value in values.items() if value and key not in _PARTS}


def _written(value: Any) -> str:
    """A value as TOML; its basic strings are those of JSON."""
    plain = str(value) if isinstance(value, Period) else value
    return json.dumps(plain, ensure_ascii=False)
