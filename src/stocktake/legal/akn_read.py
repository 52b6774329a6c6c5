"""Akoma Ntoso 3.0 → Draft: our own files without loss, others as far as their structure goes."""

from __future__ import annotations

from stocktake.legal import akn_exact, akn_foreign
from stocktake.legal.akn_xml import document_in
from stocktake.lexicon.drafts import DraftWords, draft_words
from stocktake.model import Draft
from stocktake.settings import Limits


def read(data: bytes, words: DraftWords | None = None, limits: Limits | None = None) -> Draft:
    """The draft in an Akoma Ntoso document; ReadError if it is none, LimitError if it is too big.

    One that ``akn_write.write`` made and nobody changed gives back an equal Draft. Of all others
    the hierarchy, numbers, headings, notes and text are taken, each block as a line.
    """
    document = document_in(data, limits or Limits())
    known = words or draft_words()
    return akn_exact.draft_in(document, known) or akn_foreign.draft_in(document, known)
