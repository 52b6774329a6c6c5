"""What a stock is exported from, and the one door through which that is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Protocol

from stocktake.errors import StocktakeError
from stocktake.exporters.base import ExportError
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


def export_stock_with(exporter: StockExporter, name: str, material: Material) -> Files:
    """As ``exporter.export``; ExportError names the exporter if it fails in any way."""
    try:
        return exporter.export(material)
    except StocktakeError:
        raise
    except Exception as error:
        raise ExportError(
            f"the exporter {name!r} failed: {type(error).__name__}: {error}",
            remedy="Choose another format, or tell the author of the exporter.",
        ) from error
