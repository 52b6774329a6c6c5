"""Between a proposal and a theme: clusters of proposals on the same objects."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model.evidence import Quotation


@dataclass(frozen=True, slots=True)
class ProposalCluster:
    """Proposals that ask different things of the same objects, in order of their numbers.

    *centre_id* is the proposal to which all others are close; *words* are those of its wording
    that most of them share, verbatim, at their places in the document *document_id*.
    *theme_codes* are the themes of the most of them.
    """

    id: str
    centre_id: str
    proposal_ids: tuple[str, ...]
    document_id: str
    words: tuple[Quotation, ...]
    theme_codes: tuple[str, ...]

    @property
    def name(self) -> str:
        return ", ".join(word.text for word in self.words)
