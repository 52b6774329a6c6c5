"""The networks in a stock as CSV: for each a file of nodes and one of edges."""

from __future__ import annotations

from typing import ClassVar

from stocktake.exporters.csvfiles import written
from stocktake.exporters.material import Files, Material
from stocktake.exporters.networks import Network, networks


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
    names = network.of_nodes
    rows = ((item.id, *(item.attributes[name] for name in names)) for item in network.nodes)
    return written(("Id", *names), rows)


def _edges(network: Network) -> bytes:
    names = network.of_edges
    kind = "Directed" if network.directed else "Undirected"
    rows = (
        (item.source, item.target, kind, *(item.attributes[name] for name in names))
        for item in network.edges
    )
    return written(("Source", "Target", "Type", *names), rows)
