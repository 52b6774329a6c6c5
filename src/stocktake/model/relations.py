"""How actors stand to one another: where views meet and part, coalitions, the map, bridges."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.statements import Stance


class ConvergenceKind(StrEnum):
    """How the views of those who spoke on one thing stand to one another."""

    CONVERGENT = "convergent"
    DIVERGENT = "divergent"
    CONTESTED = "contested"
    SINGULAR = "singular"
    TOO_FEW = "too few"


@dataclass(frozen=True, slots=True)
class Convergence:
    """Where views on one *target* (a proposal id or ``theme:CODE``) meet or part.

    *supports*, *opposes* and *mixed* count actors; *through* says how many of them are heard
    through a group only. *regions* are pairs of a regional group and the number of its States in
    favour. *actors_share* and *inputs_share* (0..1) are of all actors heard and all inputs that
    could be read. The measures below are None where fewer spoke than the table asks for:
    *support_share* 0..1, *agreement* -1..1, *polarisation* 0..1, *balance* 0..1; *evenness* 0..1 is
    None where the supporters are of fewer than two regional groups.
    """

    target: str
    kind: ConvergenceKind
    supports: int
    opposes: int
    mixed: int
    through: int
    statements: int
    inputs: int
    actors_share: float
    inputs_share: float
    regions: tuple[tuple[str, int], ...] = ()
    support_share: float | None = None
    agreement: float | None = None
    polarisation: float | None = None
    balance: float | None = None
    evenness: float | None = None

    @property
    def spoke(self) -> int:
        """How many actors took a position."""
        return self.supports + self.opposes + self.mixed


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, *first* before *second* by id, that took sides on the same things.

    *agreed* and *opposed* count targets on which they stand on the same, on opposite sides, each
    in its own words; *through* those on which they agree only because a group spoke for one of
    them. *congruence* and *conflict* (0..1) are the first two over the mean number of targets on
    which either took a side.
    """

    first: str
    second: str
    agreed: int
    opposed: int
    through: int
    congruence: float
    conflict: float


@dataclass(frozen=True, slots=True)
class Member:
    """An actor of a coalition; *holds* (0..1) is the share of draws in which it stands together
    with its fellow members, as a mean over these."""

    actor_id: str
    holds: float


@dataclass(frozen=True, slots=True)
class Shared:
    """A *target* on which several actors take the same side, with the statements that say so."""

    target: str
    stance: Stance
    actor_ids: tuple[str, ...]
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stability:
    """How a cluster fared when the data were disturbed, as Jaccard similarities (0..1).

    *dropped* is the mean over *draws* in each of which some statements were left out, *left_out*
    the mean and *lowest* the least over *delegations*, each of which was left out once.
    """

    dropped: float
    left_out: float
    lowest: float
    draws: int
    delegations: int


@dataclass(frozen=True, slots=True)
class Encounter:
    """What a coalition has in common with another (its *number*), and where they stand apart:
    targets on which members of both take the same, or opposite sides."""

    number: int
    agreed: tuple[str, ...]
    opposed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coalition:
    """Actors that take the same sides, and did so still when the data were disturbed.

    *number* counts from 1 within a stock, largest first. *inside* and *outside* are the mean net
    congruence (congruence less conflict, -1..1) among members, and of members with others.
    """

    number: int
    members: tuple[Member, ...]
    shared: tuple[Shared, ...]
    stability: Stability
    inside: float
    outside: float
    meets: tuple[Encounter, ...] = ()

    @property
    def actor_ids(self) -> tuple[str, ...]:
        return tuple(member.actor_id for member in self.members)


@dataclass(frozen=True, slots=True)
class Point:
    """The place of an actor on the map; no unit: what counts is who is near to whom."""

    actor_id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ActorMap:
    """Actors in the plane: near to one another if they take the same sides.

    *x_share* and *y_share* (0..1) tell how much of all differences each axis shows, *stress*
    (normalized, 0..1, 0 is perfect) how far distances on the map are from those told.
    """

    points: tuple[Point, ...]
    x_share: float
    y_share: float
    stress: float


@dataclass(frozen=True, slots=True)
class Bridge:
    """An actor that stands with members of several coalitions.

    *coalition* is the number of its own, None if it has none. *participation* (0..1) is 0 if all
    its congruence is with one coalition, 1 if it is spread evenly over all; *strengths* are pairs
    of a coalition's number and the congruence with its members; *shared* what makes the bridge.
    """

    actor_id: str
    coalition: int | None
    participation: float
    strengths: tuple[tuple[int, float], ...]
    shared: tuple[Shared, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """What was compared, and whether it holds more order than chance.

    *actors* and *targets* went into the networks; *left_out* are actors that took sides on too few
    things. *modularity* is that of the clusters found; *by_chance* (0..1) the share of random
    tables of the same margins whose clusters reach it. *not_shown* counts clusters that did not
    survive, *ties_left_out* weaker ties that are not kept.
    """

    actors: int = 0
    targets: int = 0
    left_out: tuple[str, ...] = ()
    modularity: float = 0.0
    by_chance: float = 1.0
    not_shown: int = 0
    ties_left_out: int = 0


@dataclass(frozen=True, slots=True)
class Relations:
    """All that is known of how actors stand to one another; *map* is None for too few actors."""

    convergence: tuple[Convergence, ...] = ()
    ties: tuple[Tie, ...] = ()
    coalitions: tuple[Coalition, ...] = ()
    map: ActorMap | None = None
    bridges: tuple[Bridge, ...] = ()
    structure: Structure = Structure()


NOTHING_RELATED = Relations()
