"""A chart as an SVG file of its own, which brings the colours of the report along."""

from __future__ import annotations

import re
from importlib.resources import files

from stocktake.exporters.charts import draw
from stocktake.model import Chart

_ROOT = re.compile(r":root\s*\{[^}]*\}")
_RULES = re.compile(r"^[^\n{}]*(?:\.chart|\.axis|\.bar|\.[hs][0-7])\b[^\n]*$", re.MULTILINE)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def picture_file(chart: Chart) -> bytes:
    """The bytes of the file; those of an empty picture for a table without numbers."""
    drawn = str(draw(chart)) or '<svg class="chart" viewBox="0 0 1 1"></svg>'
    style = files("stocktake.exporters").joinpath("assets/report.css").read_text("utf-8")
    root = _ROOT.search(style)
    rules = "\n".join([root.group() if root else "", *_RULES.findall(style)])
    opened, rest = drawn.split(">", 1)
    named = opened.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"{_HEAD}{named}><style>{rules}</style>{rest}\n".encode()
