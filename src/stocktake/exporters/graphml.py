"""The networks in a stock as GraphML, for Gephi, Cytoscape, igraph, NetworkX."""

from __future__ import annotations

import re
from typing import ClassVar

from lxml import etree

from stocktake.exporters.material import Files, Material
from stocktake.exporters.networks import Attribute, Attributes, Network, Types, networks

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {str: "string", int: "long", float: "double"}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class GraphmlExporter:
    """Writes a file a network."""

    media_type: ClassVar[str] = "application/graphml+xml"

    def export(self, material: Material) -> Files:
        return {f"{item.name}.graphml": written(item) for item in networks(material)}


def written(network: Network) -> bytes:
    """A network as GraphML."""
    root = etree.Element(f"{{{NAMESPACE}}}graphml", nsmap={None: NAMESPACE})
    _declare(root, "node", network.of_nodes)
    _declare(root, "edge", network.of_edges)
    direction = "directed" if network.directed else "undirected"
    graph = _below(root, "graph", id=network.name, edgedefault=direction)
    for node in network.nodes:
        _tell(_below(graph, "node", id=node.id), "node", node.attributes)
    for number, edge in enumerate(network.edges):
        line = _below(graph, "edge", id=f"e{number}", source=edge.source, target=edge.target)
        _tell(line, "edge", edge.attributes)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data


def _declare(root: etree._Element, kind: str, attributes: Types) -> None:
    for name, type_ in attributes.items():
        key = _below(root, "key", id=f"{kind}-{name}")
        key.set("for", kind)
        key.set("attr.name", name)
        key.set("attr.type", _TYPES[type_])


def _tell(element: etree._Element, kind: str, attributes: Attributes) -> None:
    for name, value in attributes.items():
        _below(element, "data", key=f"{kind}-{name}").text = _text(value)


def _below(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    safe = {key: _text(value) for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", safe)


def _text(value: Attribute) -> str:
    """What XML can hold of a value."""
    return _NOT_XML.sub("\ufffd", str(value))
