"""Briefs on stocks, and their sentences with what they cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from stocktake.model import Document, Paragraph, Report, Sentence, Stock
from stocktake.reports import Asked, brief

NEWS = """\
4 December 2031: UN Member States are gathering to take stock of inputs to the compact on \
harbours, on which they will enter negotiations in early 2032. The preparatory stocktaking meeting \
convenes in Strelsau, Ruritania, from 4-6 December 2031.

The meeting marks the beginning of the second phase of the preparatory process. It follows a first \
phase, which took place from April to November 2031, and included informal thematic sessions and \
regional consultations.

The stocktaking meeting is co-chaired by Rudolf Elphberg, Permanent Representative of Ruritania, \
and Rufus Firefly, Permanent Representative of Freedonia. According to the programme released on \
1 December, the meeting will include: a retrospection session to look back on Phase I; and six \
working groups addressing human dimensions, national dimensions, and global dimensions.

On 3 December, Sylvania announced that it has decided to “end participation in the process to \
develop a compact on harbours.” The statement notes that the compact contains “a number of goals \
that are inconsistent with Sylvanian law.” UN General Assembly President Flavia Sapt expressed \
regret for the decision of Sylvania, and said the country’s role is “critical as it has the \
longest of all quays.”

Ahead of the meeting, Harbour Watch released a report titled, ‘Quays for All,’ which identifies \
ways for ports to care for those who arrive by night.

[Note on the Preparatory Meeting] [Press Release of Harbour Watch]
"""


@dataclass(frozen=True, slots=True)
class Known:
    """A stock with its documents by id."""

    stock: Stock
    texts: Mapping[str, Document]

    def __repr__(self) -> str:
        return f"a stock with {len(self.stock.facts)} facts"

    def brief(self, meeting: str = "stocktaking meeting", day: date | None = None) -> Report:
        return brief(self.stock, self.texts, Asked(meeting, day))

    def without(self, id_: str) -> Known:
        """The same stock without one fact, statement or case study."""
        stock = self.stock
        left = replace(
            stock,
            facts=tuple(item for item in stock.facts if item.id != id_),
            statements=tuple(item for item in stock.statements if item.id != id_),
            case_studies=tuple(item for item in stock.case_studies if item.id != id_),
        )
        return Known(left, self.texts)

    def without_input(self, id_: str) -> Known:
        """The same stock without what one input tells."""
        texts = {key: one for key, one in self.texts.items() if one.input_id != id_}
        stock = self.stock
        left = replace(
            stock,
            facts=tuple(item for item in stock.facts if item.document_id in texts),
            statements=tuple(item for item in stock.statements if item.document_id in texts),
            case_studies=tuple(item for item in stock.case_studies if item.document_id in texts),
        )
        return Known(left, texts)

    def turned(self) -> Known:
        """The same records, handed over in the opposite order."""
        stock = self.stock
        back = replace(
            stock,
            facts=stock.facts[::-1],
            statements=stock.statements[::-1],
            case_studies=stock.case_studies[::-1],
        )
        return Known(back, dict(list(self.texts.items())[::-1]))


def sentences(report: Report) -> Iterator[Sentence]:
    """All sentences of a brief but its notes on method."""
    for section in report.walk():
        for block in section.blocks:
            if isinstance(block, Paragraph) and not block.note:
                yield from block.sentences


def targets(report: Report) -> dict[str, set[str]]:
    """The ids of what each sentence cites, by its text."""
    known = {citation.id: citation.target for citation in report.citations}
    return {item.text: {known[id_] for id_ in item.citations} for item in sentences(report)}


def text(report: Report) -> str:
    return " ".join(item.text for item in sentences(report))
