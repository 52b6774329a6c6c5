"""Writes the parts of docs that come from the code: the data dictionary and the JSON Schema.

    python -m tools.write_docs

A test fails where they are not those of the code.
"""

from __future__ import annotations

import json
from pathlib import Path

from stocktake.exporters import dictionary
from stocktake.exporters.schema import schema

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE = DOCS / "exports.md"
BEGIN = "<!-- The data dictionary, from here on: python -m tools.write_docs -->\n\n"


def main() -> None:
    told, mark, _ = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(told + mark + dictionary.markdown(), encoding="utf-8")
    text = json.dumps(schema(), ensure_ascii=False, indent=1)
    (DOCS / "stock.schema.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
