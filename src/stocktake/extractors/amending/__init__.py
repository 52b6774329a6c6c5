"""Textual proposals: which words of a draft an actor wants inserted, deleted, replaced, moved.

In: a Document, its Input, the Statements found in it, a Lexicon. Out: AmendmentCandidates.
May import: legal, text, lexicon, model.
To add one: a function from Reading to candidates, and its line in ``AmendmentProposals``.
"""

from stocktake.extractors.amending.proposals import AmendmentProposals, endorsed

__all__ = ["AmendmentProposals", "endorsed"]
