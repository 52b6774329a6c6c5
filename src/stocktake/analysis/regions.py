"""Regional groups that are under-heard on a theme.

Of all expected States, some speak on a theme. If these were drawn by lot, the number of them that
belong to a group would follow the hypergeometric distribution; a group is under-heard if so few
would hardly be drawn. A group of States speaks once for all its members, so those that are heard
through a group alone are left out of the lot. This is the one-sided exact test of Fisher (The
Design of Experiments, 1935; see Agresti, Categorical Data Analysis, 2002, section 3.5). As many
groups and themes are compared, those are chosen by the procedure of Benjamini and Hochberg (J. R.
Statist. Soc. B 57, 1995, 289-300), which keeps the expected share of false ones among them at
`FALSE_SHARE` or below.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import comb

from stocktake.lexicon.offices import voice_of
from stocktake.model import (
    ActorKind,
    RegionHeard,
    SchemeKind,
    Stock,
)

FALSE_SHARE = 0.05
LEAST_STATES = 3  # of a group that are expected
LEAST_HEARD = 5  # States of all groups that are heard on a theme


def regions_heard(stock: Stock) -> tuple[RegionHeard, ...]:
    """Every regional group on every theme on which States are heard, by theme and group.

    Expected are the States that the process names; where it names none, those that handed in.
    """
    region_of = _expected(stock)
    own, through = _speakers(stock), _spoken_for(stock)
    regions = sorted(set(region_of.values()))
    found = [
        _heard(code, region, own[code] & region_of.keys(), through[code] - own[code], region_of)
        for code in _themes(stock)
        if own[code] & region_of.keys()
        for region in regions
    ]
    return tuple(_marked(found))


def tail(drawn: int, marked: int, hits: int, of: int) -> float:
    """The probability of *hits* or fewer among *drawn* out of *of*, *marked* of which are hits."""
    least = max(0, drawn - (of - marked))
    ways = sum(comb(marked, n) * comb(of - marked, drawn - n) for n in range(least, hits + 1))
    return ways / comb(of, drawn)


def _expected(stock: Stock) -> Mapping[str, str]:
    """The regional group of each expected State, by its id."""
    authors = (actor for item in stock.inputs for actor in item.actor_ids)
    wanted = {voice_of(id_) for id_ in stock.process.expected_actor_ids or authors}
    return {
        actor.id: actor.region
        for actor in stock.actors
        if actor.id in wanted and actor.kind is ActorKind.STATE and actor.region
    }


def _themes(stock: Stock) -> Iterator[str]:
    for scheme in stock.schemes:
        if scheme.kind is SchemeKind.THEMES:
            yield from (theme.code for theme in scheme.themes)


def _speakers(stock: Stock) -> Mapping[str, set[str]]:
    """The ids of all actors that spoke on each theme."""
    behind = {item.id: {voice_of(actor.id) for actor in item.actors} for item in stock.statements}
    found: dict[str, set[str]] = defaultdict(set)
    for assignment in stock.assignments:
        if assignment.scheme is SchemeKind.THEMES:
            found[assignment.code] |= behind[assignment.statement_id]
    return found


def _spoken_for(stock: Stock) -> Mapping[str, set[str]]:
    """The ids of all actors for whom a group spoke on each theme."""
    themes = {item.id: item.theme_codes for item in stock.proposals}
    found: dict[str, set[str]] = defaultdict(set)
    for held in stock.positions:
        if held.via is not None:
            for code in themes.get(held.target, (held.target.removeprefix("theme:"),)):
                found[code].add(held.actor_id)
    return found


def _heard(
    theme: str, region: str, own: set[str], through: set[str], region_of: Mapping[str, str]
) -> RegionHeard:
    """One group on one theme; who is heard through a group alone is not drawn from."""
    drawn_from = Counter(region_of[state] for state in region_of.keys() - through)
    hits = sum(region_of[state] == region for state in own)
    expected, of = drawn_from[region], drawn_from.total()
    spoken_for = sum(region_of.get(state) == region for state in through)
    chance = tail(expected, len(own), hits, of)
    return RegionHeard(region, theme, hits, expected, len(own), of, spoken_for, chance, False)


def _marked(found: Iterable[RegionHeard]) -> Iterator[RegionHeard]:
    """The same, those marked that are under-heard."""
    kept = list(found)
    tested = sorted(item.tail for item in kept if _can_be_told(item))
    bounds = [
        chance
        for rank, chance in enumerate(tested, 1)
        if chance <= FALSE_SHARE * rank / len(tested)
    ]
    bound = max(bounds, default=-1.0)
    for item in kept:
        yield replace(item, under_heard=_can_be_told(item) and item.tail <= bound)


def _can_be_told(item: RegionHeard) -> bool:
    return item.expected >= LEAST_STATES and item.all_heard >= LEAST_HEARD
