"""The networks in a stock as CSV: for each a file of nodes and one of edges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from stocktake.exporters.csvfiles import written
from stocktake.exporters.material import Files, Material
from stocktake.exporters.networks import Edge, Network, Node, networks


class NetworkCsvExporter:
    """Writes two files a network, with headings that Gephi knows (Id, Source, Target, Type)."""

    media_type: ClassVar[str] = "text/csv"

    def export(self, material: Material) -> Files:
        files: Files = {}
        for network in networks(material):
            files[f"{network.name}-nodes.csv"] = _nodes(network)
            files[f"{network.name}-edges.csv"] = _edges(network)
        return files


def _nodes(network: Network) -> bytes:
    names = _names(network.nodes)
    rows = ((item.id, *(item.attributes[name] for name in names)) for item in network.nodes)
    return written(("Id", *names), rows)


def _edges(network: Network) -> bytes:
    names = _names(network.edges)
    kind = "Directed" if network.directed else "Undirected"
    rows = (
        (item.source, item.target, kind, *(item.attributes[name] for name in names))
        for item in network.edges
    )
    return written(("Source", "Target", "Type", *names), rows)


def _names(items: Sequence[Node | Edge]) -> tuple[str, ...]:
    return tuple(items[0].attributes) if items else ()
