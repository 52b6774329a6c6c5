"""Numbered and bracketed text ↔ provisions.

In: the text of a draft, or a Document. Out: a Draft; views, comparisons and forms of it.
May import: lexicon, text, model, errors, registry, settings.
To add one: a module with a pure function from Draft (or two) to records, re-exported here.
"""

from stocktake.legal.akn_meta import Version
from stocktake.legal.akn_read import read as read_akn
from stocktake.legal.akn_write import write as write_akn
from stocktake.legal.alignment import align
from stocktake.legal.amending import amend, anchor
from stocktake.legal.carrying import carry
from stocktake.legal.citing import mentions, names_outer
from stocktake.legal.comparing import compare
from stocktake.legal.compiling import asks, compilation, compiled_text, who
from stocktake.legal.deciding import respecting
from stocktake.legal.endorsing import endorsed
from stocktake.legal.from_tracked import from_tracked
from stocktake.legal.openness import OpenShare, Status, only_open, open_shares, statuses
from stocktake.legal.parsing import of_document, parse_draft
from stocktake.legal.redline import redline
from stocktake.legal.references import find
from stocktake.legal.sums import Sums, sums, titles
from stocktake.legal.views import (
    NEGOTIATED,
    Choice,
    clean_text,
    clean_texts,
    headings,
    number_texts,
    own_ranges,
    own_texts,
)

__all__ = [
    "NEGOTIATED",
    "Choice",
    "OpenShare",
    "Status",
    "Sums",
    "Version",
    "align",
    "amend",
    "anchor",
    "asks",
    "carry",
    "clean_text",
    "clean_texts",
    "compare",
    "compilation",
    "compiled_text",
    "endorsed",
    "find",
    "from_tracked",
    "headings",
    "mentions",
    "names_outer",
    "number_texts",
    "of_document",
    "only_open",
    "open_shares",
    "own_ranges",
    "own_texts",
    "parse_draft",
    "read_akn",
    "redline",
    "respecting",
    "statuses",
    "sums",
    "titles",
    "who",
    "write_akn",
]
