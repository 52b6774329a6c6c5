"""What every exporter of stocks must do, whoever wrote it."""

from __future__ import annotations

import dataclasses
from datetime import date

from stocktake.exporters import Material, StockExporter
from stocktake.model import Membership, Stock
from stocktake.model.relations import Relations, Tie
from tests.exporters import samples
from tests.reports.world import world

MEMBERSHIPS = (
    Membership("group:river", "FRE", date(2001, 1, 1), date(2009, 12, 31), "invented"),
    Membership("group:river", "FRE", date(2015, 1, 1), None, "invented"),
    Membership("group:river", "SYL", None, None, "invented"),
)
TIES = (Tie("FRE", "RUR", 3, 1, 1, 0.6, 0.2), Tie("FRE", "SYL", 2, 0, 0, 0.5, 0.0))


def check_same_bytes(exporter: StockExporter) -> None:
    assert exporter.export(invented()) == exporter.export(invented())


def check_plain_names(exporter: StockExporter) -> None:
    names = list(exporter.export(invented()))
    assert names
    assert all(name == name.strip("./ ") and "/" not in name for name in names)


def check_survives_nothing(exporter: StockExporter) -> None:
    assert exporter.export(empty())


def check_survives_hostile_words(exporter: StockExporter) -> None:
    assert exporter.export(hostile())


def invented() -> Material:
    made = world()
    stock = dataclasses.replace(made.stock, relations=Relations(ties=TIES))
    return Material(stock, made.texts, MEMBERSHIPS)


def empty() -> Material:
    made = world().stock
    fields = (field.name for field in dataclasses.fields(Stock))
    nothing = {name: () for name in fields if isinstance(getattr(made, name), tuple)}
    return Material(dataclasses.replace(made, **nothing), {})


def hostile() -> Material:
    """The invented stock with hostile words for names."""
    made = invented()
    actors = tuple(
        dataclasses.replace(actor, name=samples.HOSTILE[number % len(samples.HOSTILE)])
        for number, actor in enumerate(made.stock.actors)
    )
    process = dataclasses.replace(made.stock.process, title=samples.HOSTILE[4])
    stock = dataclasses.replace(made.stock, actors=actors, process=process)
    return Material(stock, made.documents, made.memberships)
