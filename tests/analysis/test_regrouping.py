"""What is kept of asks and groups makes grouping faster, and changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stocktake.analysis import new_links
from stocktake.analysis.ask_rows import AskRows
from stocktake.analysis.asks import Ask, read_ask
from stocktake.analysis.grouping import Group, group
from stocktake.analysis.memo import FORGETFUL, Memo
from stocktake.analysis.similarity import link

WORDS = (
    *("ratify", "increase", "reduce", "not", "consider", "monitoring", "with a view to"),
    *("rivers", "lakes", "herring", "dams", "tariffs", "children", "protocol", "20", "the"),
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
LISTS = st.lists(TEXTS, min_size=2, max_size=14)
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@dataclass
class Kept:
    """A memo in memory."""

    kinds: dict[str, Mapping[str, bytes]] = field(default_factory=dict)

    def known(self, kind: str) -> Mapping[str, bytes]:
        return self.kinds.get(kind, {})

    def keep(self, kind: str, found: Mapping[str, bytes]) -> None:
        self.kinds[kind] = dict(found)


@pytest.fixture
def looks_at_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only asks near to new ones are looked at, however many are new."""
    monkeypatch.setattr(new_links, "_FEW", 0)


def asks(texts: list[str]) -> list[Ask]:
    return [read_ask(text) for text in texts]


def numbered(texts: list[str], founding: list[bool], memo: Memo) -> list[int | None]:
    found: list[int | None] = [None] * len(texts)
    for number, one in enumerate(group(asks(texts), founding, memo=memo)):
        for place in one.members:
            found[place] = number
    return found


def in_two_steps(
    texts: list[str], old: list[bool], founding: list[bool], memos: tuple[Memo, Memo]
) -> list[Group]:
    """The groups of all, after the *old* were grouped alone."""
    before = [at for at, is_old in enumerate(old) if is_old]
    numbers = numbered([texts[at] for at in before], [founding[at] for at in before], memos[0])
    known = dict(zip(before, numbers, strict=True))
    earlier = [known.get(at) for at in range(len(texts))]
    return group(asks(texts), founding, earlier, memo=memos[1])


@QUICK
@given(LISTS, st.data())
def test_groups_are_the_same_with_and_without_what_is_kept(
    looks_at_few: None, texts: list[str], data: st.DataObject
) -> None:
    size = len(texts)
    old, founding = (data.draw(st.lists(st.booleans(), min_size=size, max_size=size)) for _ in "12")
    memo = Kept()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(new_links, "_FEW", size)
        slow = in_two_steps(texts, old, founding, (FORGETFUL, FORGETFUL))
    assert in_two_steps(texts, old, founding, (memo, memo)) == slow


@QUICK
@given(LISTS)
def test_no_linked_pair_is_missed_by_the_rows(texts: list[str]) -> None:
    told = asks(texts)
    links, rows = link(told), AskRows.of(told)
    pairs = zip(links.first.tolist(), links.second.tolist(), strict=True)
    assert all(rows.may_link([one])[other] and rows.may_link([other])[one] for one, other in pairs)


@QUICK
@given(LISTS)
def test_rows_come_back_as_they_were_packed(texts: list[str]) -> None:
    rows = AskRows.of(asks(texts))
    assert AskRows.unpacked(rows.packed()).packed() == rows.packed()


def test_asks_that_are_alike_in_all_that_is_compared_have_one_key() -> None:
    first, second, other = AskRows.of(asks(["ban dams", "ban the dams", "ban fleets"])).keys
    assert (first == second, first == other) == (True, False)


def test_who_joined_a_group_without_founding_one_stays_in_it() -> None:
    texts = ["establish a fund for lake fisheries", "build a fund for lake fisheries and dams"]
    again = group(asks(texts), [True, False], [3, 3])
    assert [found.members for found in again] == [(0, 1)]
