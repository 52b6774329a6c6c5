from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.legal import amend, from_tracked
from stocktake.model import (
    Amendment,
    AmendmentAction,
    ChangeKind,
    TrackedChange,
    TrackedComment,
    TrackedText,
    Where,
)

TEXT = "Article 3\n\n1. Ports shall be open and quays shall be dry.\n\n2. Boats sail.\n\n"


def edit(kind: ChangeKind, words: str, new: str = "", author: str = "Ruritania") -> TrackedChange:
    """Delete *words*, or put *new* in behind them; the last place of them in the text counts."""
    start = TEXT.rindex(words)
    end = start + len(words)
    if kind is ChangeKind.DELETE:
        return TrackedChange(kind, start, end, words, author, "2031-02-05T10:00:00Z")
    return TrackedChange(kind, end, end, new, author, "2031-02-05T10:00:00Z")


def read(*changes: TrackedChange, comments: tuple[TrackedComment, ...] = ()) -> list[Amendment]:
    tracked = TrackedText(TEXT, changes, comments)
    return list(from_tracked(tracked, "doc", lambda name: (name,))[1])


def test_a_change_keeps_its_author_and_day() -> None:
    [item] = read(edit(ChangeKind.DELETE, "open"))
    assert (item.actors, item.date, item.provision_id) == (
        ("Ruritania",),
        "2031-02-05",
        "art_3__para_1",
    )


def test_taken_out_and_put_in_at_one_place_is_a_replacement() -> None:
    [item] = read(edit(ChangeKind.DELETE, "open"), edit(ChangeKind.INSERT, "open", "shut"))
    assert (item.action, item.old, item.new) == (AmendmentAction.REPLACE, "open", "shut")


def test_changes_of_two_authors_are_two() -> None:
    one, two = edit(ChangeKind.DELETE, "open"), edit(ChangeKind.INSERT, "open", "shut", "Sylvania")
    assert [item.actors for item in read(one, two)] == [("Ruritania",), ("Sylvania",)]


def test_words_that_stand_twice_are_told_by_those_before_them() -> None:
    [item] = read(edit(ChangeKind.DELETE, "shall"))
    assert (item.action, item.old, item.new) == (
        AmendmentAction.REPLACE,
        "quays shall",
        "quays",
    )


def test_an_insertion_goes_behind_the_words_before_it() -> None:
    [item] = read(edit(ChangeKind.INSERT, "Boats", " also"))
    assert (item.where, item.old, item.new) == (Where.AFTER, "Boats", "also")


def test_a_paragraph_put_in_is_a_new_provision() -> None:
    [item] = read(edit(ChangeKind.INSERT, "Boats sail.\n\n", "3. Masts stand.\n\n"))
    assert (item.where, item.new) == (Where.NEW_PROVISION, "3. Masts stand.")


def test_a_comment_remarks_on_the_words_it_is_tied_to() -> None:
    start = TEXT.index("Boats")
    [item] = read(comments=(TrackedComment(start, start + 5, "Which?", "Sylvania"),))
    assert (item.action, item.old, item.described) == (AmendmentAction.COMMENT, "Boats", "Which?")


@given(st.sampled_from(["Ports", "shall", "open", "quays", "dry", "Boats"]), st.booleans())
def test_applied_the_changes_give_the_text_with_all_of_them_accepted(word: str, new: bool) -> None:
    changes = [edit(ChangeKind.DELETE, word)]
    changes += [edit(ChangeKind.INSERT, word, "masts")] if new else []
    tracked = TrackedText(TEXT, tuple(changes))
    draft, amendments = from_tracked(tracked, "doc", lambda name: (name,))
    applied = amend(draft, amendments).text
    assert applied.split() == tracked.accepted.replace(" .", ".").split()
