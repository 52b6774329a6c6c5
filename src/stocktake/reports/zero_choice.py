"""What comes into a zero draft, under which theme, and what is left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from stocktake.errors import UsageError
from stocktake.model import ConvergenceKind, Proposal, SchemeKind, Theme
from stocktake.reports.discretion import Discretion
from stocktake.reports.limits import CONVERGENT
from stocktake.reports.patterns import words
from stocktake.reports.proposals import ranked
from stocktake.reports.records import Records
from stocktake.reports.stands import number, stands_on

_APART = (ConvergenceKind.DIVERGENT, ConvergenceKind.CONTESTED)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: codes of *themes* (none: all); *everything*: also what few voices ask."""

    themes: tuple[str, ...] = ()
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Objective:
    """A heading of the draft, and what stands under it: proposals, most supported first."""

    title: str
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The objectives of the draft, and the proposals *left* out, counted by the reason."""

    objectives: tuple[Objective, ...]
    left: Counter[str]


def kind_of(proposal: Proposal, records: Records) -> ConvergenceKind:
    """How views on a proposal stand, as measured; else by the counts of its positions."""
    known = (item for item in records.stock.relations.convergence if item.target == proposal.id)
    if found := next(known, None):
        return found.kind
    stands = stands_on(proposal.id, records)
    if number(stands.all) < CONVERGENT:
        return ConvergenceKind.TOO_FEW
    return ConvergenceKind.CONVERGENT if stands.is_convergent else ConvergenceKind.DIVERGENT


def choose(wish: Wish, records: Records, discreet: Discretion | None = None) -> Chosen:
    """The proposals of a zero draft by theme, in the order of the scheme.

    UsageError for a theme that the scheme does not have.
    """
    _check(wish, records)
    reasons = {item.id: _reason(item, wish, records, discreet) for item in records.stock.proposals}
    shown = [item for item in records.stock.proposals if not reasons[item.id]]
    homes = {item.id: home(item, records) for item in shown}
    found = (
        Objective(title, tuple(ranked((p for p in shown if homes[p.id] == code), records)))
        for code, title in _titles(records, discreet)
    )
    left = Counter(reason for reason in reasons.values() if reason)
    return Chosen(tuple(item for item in found if item.proposals), left)


def home(proposal: Proposal, records: Records) -> str:
    """The theme of most of a proposal's statements, the text itself last; "" if it has none."""
    scheme = records.scheme(SchemeKind.THEMES)
    order = {theme.code: place for place, theme in enumerate(scheme.themes)} if scheme else {}
    counts = Counter(code for id_ in proposal.statement_ids for code in records.themes.get(id_, ()))
    subject = scheme.subject if scheme else None
    codes = [code for code in proposal.theme_codes if code in order]
    return min(codes, key=lambda code: (code == subject, -counts[code], order[code]), default="")


def _reason(
    proposal: Proposal, wish: Wish, records: Records, discreet: Discretion | None
) -> str | None:
    """Why a proposal is left out, None if it is not."""
    stands = stands_on(proposal.id, records)
    kind = kind_of(proposal, records)
    if wish.themes and home(proposal, records) not in wish.themes:
        return "elsewhere"
    if not stands.supports and not stands.mixed:
        return "against"
    if kind is not ConvergenceKind.CONVERGENT and kind not in _APART and not wish.everything:
        return "few"
    return "withheld" if discreet and not discreet.is_shared(proposal) else None


def _titles(records: Records, discreet: Discretion | None) -> Iterable[tuple[str, str]]:
    """Codes and titles of the themes, the text itself behind the others, then what has none."""
    scheme = records.scheme(SchemeKind.THEMES)
    themes = sorted(scheme.themes, key=lambda item: item.code == scheme.subject) if scheme else []
    return [*((item.code, _title(item, discreet)) for item in themes), ("", words("zero_outside"))]


def _title(theme: Theme, discreet: Discretion | None) -> str:
    return discreet.title(theme) if discreet else theme.title


def _check(wish: Wish, records: Records) -> None:
    known = [theme.code for theme in records.entries(SchemeKind.THEMES)]
    for code in wish.themes:
        if code not in known:
            raise UsageError(
                f"the scheme has no theme {code!r}.", remedy=f"Known: {', '.join(known)}."
            )
