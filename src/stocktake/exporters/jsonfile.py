"""A report as JSON, whole, in a shape that stays.

``{"format": "stocktake-report", "version": 1, "title", "subtitle", "stock_digest", "sections",
"citations"}``. A section holds ``id``, ``title``, ``blocks`` and ``sections``. A block has a
``type``: ``paragraph`` (``sentences``, ``note``), ``quote`` (``citation``, ``label``), ``listing``
(``entries`` of ``heading``, ``blocks``, ``anchor``), ``table`` (``id``, ``caption``, ``columns``,
``rows`` of cells) or ``chart`` (``kind``, ``table``). A sentence or cell holds ``text``,
``citations`` and ``places``: the offsets in the text behind which the citations stand (empty: at
its end). Citations hold the fields of ``stocktake.model.Citation``; ranges are Unicode code points.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import ClassVar

from stocktake.model import Chart, Listing, Paragraph, QuoteBlock, Report, Table

VERSION = 1
Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

_TYPES: dict[type, str] = {
    Paragraph: "paragraph",
    QuoteBlock: "quote",
    Listing: "listing",
    Table: "table",
    Chart: "chart",
}


class JsonExporter:
    """Writes ``report.json``, indented, in UTF-8."""

    suffix: ClassVar[str] = ".json"
    media_type: ClassVar[str] = "application/json"

    def export(self, report: Report) -> bytes:
        head: dict[str, object] = {"format": "stocktake-report", "version": VERSION}
        whole = head | _fields(report)
        text = json.dumps(_plain(whole), ensure_ascii=False, indent=1)
        return (text + "\n").encode("utf-8", "replace")


def _plain(value: object) -> Json:
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return _plain(_typed(value))


def _typed(value: object) -> dict[str, object]:
    kind = _TYPES.get(type(value))
    return ({"type": kind} if kind else {}) | _fields(value)


def _fields(value: object) -> dict[str, object]:
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no part of a report")
    return {field.name: getattr(value, field.name) for field in fields(value)}
