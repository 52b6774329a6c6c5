"""Asks end together only if a negotiator would call them the same."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.analysis.asks import Ask, read_ask
from stocktake.analysis.classify import group_texts
from stocktake.analysis.grouping import group
from stocktake.analysis.similarity import link

SAME = [
    ("Ratify the Convention on Rivers", "Accede to the Convention on Rivers without delay"),
    ("Establish a fund for lake fisheries", "The creation of a fund for lake fisheries"),
    ("Continue to combat pollution of rivers", "Intensify efforts to combat river pollution"),
]
APART = [
    ("Ratify the Convention on Rivers", "Consider ratifying the Convention on Rivers"),
    ("Increase the tariffs on timber", "Reduce the tariffs on timber"),
    ("Build dams on the upper river", "Do not build dams on the upper river"),
    ("Cut quotas for herring by 20 per cent", "Cut quotas for herring by 30 per cent"),
    ("Ratify the Convention on Rivers", "Ratify the Protocol to the Convention on Rivers"),
    ("Release the prisoners in Freedonia", "Release the prisoners in Sylvania"),
    (
        "A dialogue among societies of origin, transit and destination",
        "Share the burden between countries of origin, transit and destination",
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_ask_in_other_words_is_one(one: str, other: str) -> None:
    assert group_texts([one, other]) == [0, 0]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_must_not_be_mixed_up_stays_apart(one: str, other: str) -> None:
    assert group_texts([one, other]) == [-1, -1]


def test_an_addressee_of_its_own_keeps_asks_apart() -> None:
    words = "publish the yearly catch of herring"
    asks = [read_ask(words, frozenset({who})) for who in ("FRE", "SYL")]
    assert len(group(asks)) == 2


@pytest.mark.parametrize(("opening", "in_tail"), [("for", False), ("For", True)])
def test_only_what_begins_a_sentence_leads_it(opening: str, in_tail: bool) -> None:
    asked = read_ask(f"{opening} lasting cooperation on herring, dams and the quotas of timber")
    assert ("herr" in asked.tail) is in_tail


def test_what_says_too_little_is_in_no_group() -> None:
    assert group([read_ask("it"), read_ask("this")]) == []


VERBS = ("ratify", "increase", "reduce", "not", "consider", "monitoring", "with a view to")
THINGS = ("rivers", "lakes", "herring", "dams", "tariffs", "children", "protocol", "peace")
OTHERS = ("Freedonia", "Sylvania", "20", "30", "the", "of")
WORDS = st.sampled_from((*VERBS, *THINGS, *OTHERS))
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


def keyed(texts: list[str]) -> set[frozenset[str]]:
    """The groups as sets of texts."""
    order = sorted(texts)
    return {
        frozenset(order[place] for place in found.members)
        for found in group([read_ask(text) for text in order])
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=12, unique=True))
def test_no_pair_that_passes_is_missed(texts: list[str]) -> None:
    asks = [read_ask(text) for text in texts]
    links = link(asks)
    each = [
        pair
        for pair in combinations(range(len(asks)), 2)
        if len(link([asks[i] for i in pair]).first)
    ]
    assert sorted(zip(links.first.tolist(), links.second.tolist(), strict=True)) == each


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_texts_plays_no_part(texts: list[str], random: object) -> None:
    numbered = dict(zip(range(len(texts)), group_texts(texts), strict=True))
    shuffled = list(range(len(texts)))
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = group_texts([texts[at] for at in shuffled])
    together = {(a, b) for a in numbered for b in numbered if _one(numbered[a], numbered[b])}
    places = dict(zip(shuffled, again, strict=True))
    assert together == {(a, b) for a in places for b in places if _one(places[a], places[b])}


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=10, unique=True))
def test_an_unrelated_ask_changes_no_group(texts: list[str]) -> None:
    unrelated = "zither orchestras tuning quarterly"
    assert keyed([*texts, unrelated]) - {frozenset({unrelated})} == keyed(texts)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=12, unique=True))
def test_every_member_is_like_another(texts: list[str]) -> None:
    asks = [read_ask(text) for text in sorted(texts)]
    alone = [
        place
        for found in group(asks)
        for place in found.members
        if len(found.members) > 1 and not _likes(place, found.members, asks)
    ]
    assert alone == []


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=14), st.data())
def test_what_was_together_or_apart_stays_so_when_more_comes(
    texts: list[str], data: st.DataObject
) -> None:
    order = sorted(texts)
    old = data.draw(st.lists(st.booleans(), min_size=len(order), max_size=len(order)))
    was = _numbers([text for text, is_old in zip(order, old, strict=True) if is_old])
    numbered = iter(was)
    before = [next(numbered) if is_old else None for is_old in old]
    now = _numbers(order, before)
    kept = [number for number, is_old in zip(now, old, strict=True) if is_old]
    assert _partition(kept) == _partition(was)


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=12))
def test_grouping_again_changes_nothing(texts: list[str]) -> None:
    order = sorted(texts)
    was = _numbers(order)
    assert _partition(_numbers(order, was)) == _partition(was)


def test_a_new_ask_joins_the_group_that_was_there() -> None:
    texts = ["The creation of a fund for lake fisheries", "Establish a fund for lake fisheries"]
    assert _numbers(texts, [7, None]) == [0, 0]


def _numbers(texts: list[str], before: list[int | None] | None = None) -> list[int | None]:
    """The number of the group of each text; None if it is in none."""
    numbers: list[int | None] = [None] * len(texts)
    for number, found in enumerate(group([read_ask(text) for text in texts], earlier=before)):
        for place in found.members:
            numbers[place] = number
    return numbers


def _partition(numbers: list[int | None]) -> set[frozenset[int]]:
    return {
        frozenset(at for at, other in enumerate(numbers) if other == number)
        for number in numbers
        if number is not None
    }


def _likes(place: int, members: tuple[int, ...], asks: list[Ask]) -> bool:
    others = [asks[other] for other in members if other != place]
    return asks[place] in others or any(len(link([asks[place], one]).first) for one in others)


def _one(first: int, second: int) -> bool:
    return first == second != -1
