"""Generated asks of an invented process, with the proposal that each belongs to.

A proposal is an act on a thing of a kind for somebody at a place, sometimes with a number. Its asks
word it in many ways: other verbs for the act, frames, adverbs, purposes behind it. Every third
proposal differs from another in the act, its direction, the place or the number alone. A third of
the proposals are asked for once.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace


def _list(written: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in written.split(","))


ACTS = {
    "ratify": ("ratify", "accede to", "become a party to", "proceed with the ratification of"),
    "create": ("establish", "create", "introduce", "put in place", "set up"),
    "end": ("abolish", "repeal", "do away with", "put an end to"),
    "more": ("increase", "expand", "raise", "step up"),
    "less": ("reduce", "decrease", "cut", "lower"),
    "consider": ("consider establishing", "consider the establishment of", "consider creating"),
    "improve": ("strengthen", "enhance", "reinforce", "improve", "continue to strengthen"),
    "review": ("review", "revise", "reform", "amend"),
    "monitor": ("monitor", "keep monitoring", "continue monitoring"),
    "fund": ("finance", "fund", "provide funding for", "provide financial support for"),
}
THINGS = _list(
    """
    convention, register, levy, quota, fund, licence, observatory, inspectorate, training
    scheme, early warning system, tribunal, subsidy, code of conduct, charter, tariff,
    permit, reserve, hotline, laboratory, archive, pension, ombudsman, scholarship,
    insurance scheme, certificate, census, patrol, storehouse
    """
)
KINDS = _list(
    """
    herring, timber, ferry, salt, wool, barley, amber, glacier, lighthouse, peat, orchard,
    beekeeping, canal, quarry, reindeer, vineyard, oyster, windmill, tannery, foundry,
    pottery, cedar, pilgrim, nomad, midwife, lute, falcon, saffron, marble, copper, walnut,
    sturgeon, tram, bridge, well, dune, fjord, marsh, lagoon, heath
    """
)
PLACES = _list(
    """
    Freedonia, Sylvania, Ruritania, Borduria, Grand Fenwick, Lilliput, Laputa, Brobdingnag,
    Erewhon, Zenda, Strelsau, Illyria, Arcadia, Utopia, Elbonia, Genosha, Latveria, Florin,
    Guilder, Orsinia, Karhide, Orgoreyn, Narnia, Archenland, Calormen
    """
)
WHOM = _list(
    """
    fishers, widows, shepherds, apprentices, pensioners, islanders, farmers, students,
    pilots, weavers, orphans, veterans, nurses, merchants, archers, scribes, bakers, divers,
    miners, sailors, foresters, glaziers, carters, innkeepers, gardeners, watchmen, potters,
    millers, drovers, beekeepers, couriers, musicians, masons
    """
)
FRAMES = (
    "{}",
    "{}",
    "We call on all States to {}",
    "It is urgent to {}",
    "Take steps to {}",
    "Make every effort to {}",
    "We urge members to {}",
    "Take the necessary measures to {}",
)
ADVERBS = ("", "", "", " without delay", " as soon as possible", " as a matter of priority")
TAILS = (
    "",
    "",
    "",
    " with a view to lasting peace",
    ", in accordance with earlier decisions",
    " in order to protect livelihoods",
    ", including through regional cooperation",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Texts, and for each the number of the proposal that it asks for."""

    texts: list[str]
    truth: list[int]


def generated(count: int, seed: int = 20171204) -> Asked:
    """*count* asks in a random order that the seed decides."""
    rng = random.Random(seed)
    asked: list[tuple[str, int]] = []
    for number, proposal in enumerate(_proposals(rng)):
        asked += [(_worded(rng, proposal), number) for _ in range(_size(rng))]
        if len(asked) >= count:
            break
    asked = asked[:count]
    rng.shuffle(asked)
    texts, truth = zip(*asked, strict=True)
    return Asked(list(texts), list(truth))


@dataclass(frozen=True, slots=True)
class _Proposal:
    act: str
    thing: str
    whom: str
    place: str
    number: int | None


def _proposals(rng: random.Random) -> Iterator[_Proposal]:
    """Different proposals without end."""
    made: dict[_Proposal, None] = {}
    while True:
        last = next(reversed(made), None)
        near = last is not None and rng.random() < 1 / 3
        proposal = _near(rng, last) if near and last else _any(rng)
        if proposal not in made:
            made[proposal] = None
            yield proposal


def _any(rng: random.Random) -> _Proposal:
    act, thing = rng.choice(tuple(ACTS)), f"{rng.choice(KINDS)} {rng.choice(THINGS)}"
    return _Proposal(act, thing, rng.choice(WHOM), rng.choice(PLACES), _number(rng, act))


def _near(rng: random.Random, other: _Proposal) -> _Proposal:
    """A proposal that differs from the *other* in its act or its place alone, or its number."""
    if rng.random() < 0.5:
        return replace(other, place=rng.choice(PLACES))
    act = rng.choice(tuple(ACTS))
    return replace(other, act=act, number=_number(rng, act))


def _number(rng: random.Random, act: str) -> int | None:
    return rng.choice((10, 15, 25)) if act in {"more", "less"} else None


def _size(rng: random.Random) -> int:
    """How many ask for one proposal: a third of the time one, else 2 to 60, mostly few."""
    if rng.random() < 1 / 3:
        return 1
    return min(60, 2 + int(rng.paretovariate(1.2)))


def _worded(rng: random.Random, asked: _Proposal) -> str:
    where = f"{rng.choice(('in', 'of'))} {asked.place}"
    by = f" by {asked.number} per cent" if asked.number else ""
    core = f"{rng.choice(ACTS[asked.act])} the {asked.thing} for {asked.whom} {where}{by}"
    frame, adverb, tail = rng.choice(FRAMES), rng.choice(ADVERBS), rng.choice(TAILS)
    text = frame.format(f"{core}{adverb}{tail}")
    return text[0].upper() + text[1:]
