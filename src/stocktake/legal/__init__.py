"""Numbered and bracketed text ↔ provisions.

In: the text of a draft, or a Document. Out: a Draft; views, comparisons and forms of it.
May import: lexicon, text, model, errors, registry, settings.
To add one: a module with a pure function from Draft (or two) to records, re-exported here.
"""

from stocktake.legal.parsing import of_document, parse_draft

__all__ = ["of_document", "parse_draft"]
