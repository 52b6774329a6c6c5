"""What is shown of a draft."""

from __future__ import annotations

import pytest

from stocktake.errors import NotFoundError
from stocktake.legal import parse_draft
from stocktake.model import Document, DraftForm, DraftVersion
from stocktake.services import draft_rows, draft_views
from stocktake.services.draft_views import Wish
from stocktake.services.drafts import OneDraft

TEXT = """A stray word

# Article 1 (Ports)

1. States [shall][should] keep ports open [Ruritania: in winter].

2. Nothing is open here.

3. States [may close them] at night].
"""


@pytest.fixture
def one() -> OneDraft:
    draft = parse_draft(TEXT)
    version = DraftVersion("1", "zero", draft.id, "d", "a" * 64, "zero.md", DraftForm.TEXT, 1)
    return OneDraft(version, Document("d", "a" * 64, TEXT, ()), draft)


def test_the_structure_has_a_row_for_each_provision(one: OneDraft) -> None:
    rows = draft_views.rows(one, "structure")
    assert [(row["id"], row["status"]) for row in rows] == [
        ("art_1", "agreed"),
        ("art_1__para_1", "bracketed"),
        ("art_1__para_2", "agreed"),
        ("art_1__para_3", "bracketed"),
    ]


def test_only_what_is_open_is_shown_with_who_stands_behind_it(one: OneDraft) -> None:
    rows = draft_views.rows(one, "open")
    assert [(row["brackets"], row["actors"]) for row in rows] == [
        ("br_1 br_2 br_3", "Ruritania"),
        ("br_4", ""),
    ]


def test_a_bracket_that_closes_nothing_is_shown_with_the_words_around_it(one: OneDraft) -> None:
    [row] = draft_views.rows(one, "unbalanced")
    assert (row["provision"], row["balanced"]) == ("art_1__para_3", "closes nothing")
    assert "[may close them] at night»]«." in row["text"]


def test_brackets_of_which_one_is_to_be_chosen_name_the_first(one: OneDraft) -> None:
    rows = draft_views.rows(one, "brackets")
    assert [row["choose among"] for row in rows] == ["br_1", "br_1", "", "", ""]


def test_the_clean_text_follows_a_choice(one: OneDraft) -> None:
    text = draft_views.text(one, "clean", Wish(chosen=("br_2",), without_brackets=True))
    assert "1. States should keep ports open." in text


def test_a_choice_of_what_is_not_there_is_refused(one: OneDraft) -> None:
    with pytest.raises(NotFoundError, match="br_99"):
        draft_views.text(one, "clean", Wish(chosen=("br_99",)))


def test_words_without_a_place_are_listed(one: OneDraft) -> None:
    assert [row["text"] for row in draft_views.rows(one, "unplaced")] == ["A stray word"]


def test_the_row_of_a_draft_counts_what_is_not_balanced(one: OneDraft) -> None:
    row = draft_rows.row(one)
    assert (row["provisions"], row["brackets"], row["unbalanced"]) == (4, 4, 1)
