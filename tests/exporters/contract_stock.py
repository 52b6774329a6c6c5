"""What every exporter of stocks must do, whoever wrote it."""

from __future__ import annotations

import dataclasses
from datetime import date

from stocktake.exporters import Material, StockExporter
from stocktake.model import (
    Adoption,
    Campaign,
    CampaignText,
    Choice,
    Commitment,
    CommitmentOrigin,
    FactKind,
    Joined,
    Membership,
    PositionStance,
    Progress,
    Reservation,
    SchemeKind,
    Stock,
    Vote,
)
from stocktake.model.clusters import ProposalCluster
from stocktake.model.conflicts import Conflict
from stocktake.model.learning import Agreement, Basis, ThemeQuality
from stocktake.model.positions import Contradiction, PositionChange, Stand
from stocktake.model.relations import Relations, Tie
from stocktake.model.voices import AffectedVoice, RegionHeard
from tests.exporters import samples
from tests.reports.world import world

VOTE = Vote("FRE", Choice.NO, ("f1",))
SUPPORTS, OPPOSES = PositionStance.SUPPORTS, PositionStance.OPPOSES
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
    stock = dataclasses.replace(made.stock, relations=Relations(ties=TIES), **_found(made.stock))
    return Material(stock, made.texts, MEMBERSHIPS)


def _found(stock: Stock) -> dict[str, tuple[object, ...]]:
    """One record each of what the invented stock lacks."""
    proposal, statement = stock.proposals[0], stock.statements[0]
    said = (statement.id,)
    words = (statement.content,)
    stands = (Stand("2031", SUPPORTS, said), Stand("2032", OPPOSES, said))
    agreement = Agreement(8, 9, 10)
    text = CampaignText(statement.document_id, 0, 9)
    return {
        "changes": (PositionChange("FRE", proposal.id, stands),),
        "contradictions": (
            Contradiction(proposal.id, "group:river", SUPPORTS, said, "FRE", OPPOSES, said),
        ),
        "clusters": (
            ProposalCluster("c", proposal.id, (proposal.id,), statement.document_id, words, ()),
        ),
        "regions": (RegionHeard("African States", "work", 0, 2, 9, 9, 0, 0.01, True),),
        "affected": (AffectedVoice(SchemeKind.LENSES, "children", ("child*",), ()),),
        "conflicts": (Conflict(FactKind.ATTENDANCE, "count", ("4", "5"), ("f1", "f2")),),
        "quality": (ThemeQuality("themes", "work", Basis.TERMS, 12, agreement),),
        "adoptions": (
            Adoption(
                "9/12",
                "2032",
                "vote",
                ((Choice.NO, 1),),
                (Vote("FRE", Choice.NO, ("f1",)),),
                ("f2",),
            ),
        ),
        "reservations": (
            Reservation("FRE", "dissociation", ("article 4",), "2032", ("f1",), said),
        ),
        "joined": (
            Joined("FRE", Choice.NO, OPPOSES, (proposal.id,), (), True, ("f1",), said, said),
        ),
        "commitments": (
            Commitment(
                "c",
                ("FRE",),
                "dig",
                CommitmentOrigin.SAID,
                "2031",
                "2035",
                statement_id=statement.id,
                progress=(Progress(statement.id, "2032", 0.5),),
            ),
        ),
        "campaigns": (Campaign("k", True, (text,), ("FRE",), 1),),
    }


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
