from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.legal import redline
from stocktake.model import Change, ChangeKind

WORDS = st.lists(st.sampled_from(["ports", "shall", "[", "]", "open", ",", "boats", "\n"])).map(
    " ".join
)


def shown(old: str, new: str) -> str:
    marks = {ChangeKind.INSERT: "+", ChangeKind.DELETE: "-", ChangeKind.EQUAL: ""}
    marks |= {ChangeKind.MOVED_FROM: "<", ChangeKind.MOVED_TO: ">"}
    return "|".join(marks[item.kind] + _words(old, new, item) for item in redline(old, new))


def _words(old: str, new: str, item: Change) -> str:
    return new[item.new_start : item.new_end] or old[item.old_start : item.old_end]


@given(WORDS, WORDS)
def test_the_changes_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    changes = redline(old, new)
    assert "".join(old[item.old_start : item.old_end] for item in changes) == old
    assert "".join(new[item.new_start : item.new_end] for item in changes) == new


@given(st.lists(st.integers(0, 300), min_size=450, max_size=600), st.integers(0, 400))
def test_long_texts_are_covered_too(numbers: list[int], cut: int) -> None:
    old = " ".join(map(str, numbers))
    new = " ".join(map(str, [*numbers[cut : cut + 60], 7, *numbers[:cut], *numbers[cut + 80 :]]))
    changes = redline(old, new)
    assert "".join(new[item.new_start : item.new_end] for item in changes) == new
    assert all(a.old_end == b.old_start and a.new_end == b.new_start for a, b in pairwise(changes))


@given(WORDS)
def test_a_text_beside_itself_has_no_change(text: str) -> None:
    assert {item.kind for item in redline(text, text)} <= {ChangeKind.EQUAL}


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("Ports shall open.", "Ports should open.", "Ports |-shall|+should| open."),
        ("Ports open.", "Ports open daily.", "Ports open|+ daily|."),
        ("Ports [shall] open", "Ports shall open", "Ports |-[|shall|-]| open"),
        (
            "a big, red, old port",
            "a new quay, tall port",
            "a |-big, red, old|+new quay, tall| port",
        ),
    ],
)
def test_a_change_is_shown_by_words(old: str, new: str, change: str) -> None:
    assert shown(old, new) == change


def test_words_put_elsewhere_are_moved() -> None:
    first = "Ports open at dawn every day of the week for all boats and crews."
    old, new = f"{first} Quays are swept by all hands.", f"Quays are swept by all hands. {first}"
    kinds = {item.kind for item in redline(old, new)}
    assert {ChangeKind.MOVED_FROM, ChangeKind.MOVED_TO} <= kinds
