"""The networks in a stock are read by other programs."""

from __future__ import annotations

import csv
import dataclasses
import io

import networkx
import pytest

from stocktake.exporters import export_stock
from stocktake.exporters.networks import Network, asked, networks
from tests.exporters.contract_stock import empty, hostile, invented


def graph(name: str) -> networkx.Graph:
    data = export_stock(invented(), "graphml")[f"{name}.graphml"]
    return networkx.read_graphml(io.BytesIO(data))


def test_actors_lead_to_the_proposals_on_which_they_stand() -> None:
    read = graph("actors-proposals")
    kinds = {(read.nodes[a]["kind"], read.nodes[b]["kind"]) for a, b in read.edges()}
    assert {target for _, target in kinds} == {"proposal"}
    assert read.is_directed()


def test_each_position_on_a_proposal_is_an_edge_with_its_stance() -> None:
    positions = [
        (item.actor_id, item.target, item.stance.value)
        for item in invented().stock.positions
        if not item.target.startswith("theme:") and item.statement_ids
    ]
    edges = graph("actors-proposals").edges(data="stance")
    assert sorted(edges) == sorted(positions)


def test_actors_are_tied_by_how_much_they_agree() -> None:
    tied = graph("actors-actors").edges["FRE", "RUR"]
    assert (tied["agreed"], tied["congruence"], tied["conflict"]) == (3, 0.6, 0.2)


def test_a_member_that_came_back_has_two_edges() -> None:
    assert graph("members-groups").number_of_edges("FRE", "group:river") == 2


def test_names_are_the_labels() -> None:
    assert graph("members-groups").nodes["FRE"]["label"] == "Freedonia"


@pytest.mark.parametrize("made", [empty, hostile])
def test_every_file_is_read_whatever_is_in_it(made: object) -> None:
    for data in export_stock(made(), "graphml").values():  # type: ignore[operator]
        assert networkx.read_graphml(io.BytesIO(data)) is not None


def test_the_same_networks_stand_in_csv() -> None:
    files = export_stock(invented(), "network-csv")
    for name in ("actors-proposals", "actors-actors", "members-groups"):
        rows = list(csv.DictReader(io.StringIO(files[f"{name}-edges.csv"].decode())))
        ends = [(row["Source"], row["Target"]) for row in rows]
        assert len(ends) == graph(name).number_of_edges()


def test_every_end_of_an_edge_is_a_node() -> None:
    files = export_stock(invented(), "network-csv")
    nodes = {
        row["Id"] for row in csv.DictReader(io.StringIO(files["actors-actors-nodes.csv"].decode()))
    }
    edges = csv.DictReader(io.StringIO(files["actors-actors-edges.csv"].decode()))
    assert {end for row in edges for end in (row["Source"], row["Target"])} == nodes


def test_headings_are_the_same_where_nothing_is_joined() -> None:
    name = "actors-actors-edges.csv"
    some, none = (export_stock(made(), "network-csv")[name] for made in (invented, empty))
    assert none.splitlines() == some.splitlines()[:1]


@pytest.mark.parametrize("network", networks(invented()), ids=lambda network: network.name)
def test_attributes_are_of_the_types_that_are_declared(network: Network) -> None:
    for items, types in ((network.nodes, network.of_nodes), (network.edges, network.of_edges)):
        for item in items:
            assert {name: type(value) for name, value in item.attributes.items()} == types


def test_who_asks_whom_to_act_is_an_edge_with_how_often() -> None:
    material = invented()
    first, *others = material.stock.statements
    statement = dataclasses.replace(first, addressees=("ferry owners",))
    stock = dataclasses.replace(material.stock, statements=(statement, *others))
    found = asked(dataclasses.replace(material, stock=stock))
    edge = next(edge for edge in found.edges if edge.target == "ferry owners")
    assert (edge.source, edge.attributes["statements"]) == (first.actors[0].id, 1)
