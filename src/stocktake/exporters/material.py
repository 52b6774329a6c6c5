"""What a stock is exported from, and what every exporter of one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Protocol

from stocktake.model import Document, Input, Membership, Proposal, Statement, Stock

Files = dict[str, bytes]


@dataclass(frozen=True)
class Material:
    """A stock with the documents it cites, by id, and who belongs to its groups."""

    stock: Stock
    documents: Mapping[str, Document]
    memberships: tuple[Membership, ...] = ()

    @cached_property
    def inputs(self) -> Mapping[str, Input]:
        return {item.id: item for item in self.stock.inputs}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return {item.id: item for item in self.stock.statements}

    @cached_property
    def proposals(self) -> Mapping[str, Proposal]:
        return {item.id: item for item in self.stock.proposals}

    def input_of(self, document_id: str) -> Input:
        """The input that a document was read from."""
        return self.inputs[self.documents[document_id].input_id]

    def wording(self, proposal: Proposal) -> str:
        """The words of a proposal, verbatim: of the statement that words it."""
        return self.statements[proposal.wording_id].content.text


class StockExporter(Protocol):
    """Writes a stock in one format; the same material always gives the same bytes."""

    media_type: ClassVar[str]

    def export(self, material: Material) -> Files:
        """The content of each file by its name."""
        ...
