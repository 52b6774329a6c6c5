"""A text to write in, made from the invented stock."""

from __future__ import annotations

from dataclasses import replace

import pytest

import stocktake
from stocktake import legal, reports
from stocktake.errors import DisclosureError, UsageError, WordingError
from stocktake.lexicon import load
from stocktake.lexicon.telltales import Telltales
from stocktake.lexicon.words import Vocabulary
from stocktake.model import BracketKind, DispositionStatus, Draft, ProvisionKind
from stocktake.reports import Wish
from stocktake.settings import NonAttribution
from tests.reports.world import Invented


def zero(invented: Invented, wish: Wish | None = None) -> str:
    return reports.zero_draft(invented.stock, invented.texts, wish)


@pytest.fixture(scope="module")
def draft(invented: Invented) -> Draft:
    return legal.parse_draft(zero(invented, Wish(everything=True)))


def only(draft: Draft, kind: ProvisionKind) -> list[str]:
    texts = legal.own_texts(draft)
    return [texts[item.id] for item in draft.provisions if item.kind is kind]


def test_themes_are_objectives_and_the_text_itself_comes_last(draft: Draft) -> None:
    titles = [title for id_, title in legal.headings(draft).items() if id_.startswith("art")]
    assert titles[-1] == "The pact"


def test_what_nobody_opposes_stands_alone_and_verbatim(draft: Draft) -> None:
    assert "call for equal pay for the crews of all ferries[^6]" in only(
        draft, ProvisionKind.PARAGRAPH
    )


def test_where_views_part_each_side_has_an_option(draft: Draft) -> None:
    options = [item for item in draft.provisions if item.kind is ProvisionKind.OPTION]
    assert [item.actors for item in options[1::2]][-1] == ("Graustark", "Zubrowka")
    assert only(draft, ProvisionKind.OPTION)[1].startswith("No text[^")


def test_all_brackets_are_closed_and_around_options(draft: Draft) -> None:
    found = [item for item in draft.brackets if item.kind is BracketKind.TEXT]
    options = [item.id for item in draft.provisions if item.kind is ProvisionKind.OPTION]
    assert [item.provision_id for item in found] == options
    assert all(item.closed for item in found)
    assert draft.strays == ()


def test_each_footnote_gives_actor_input_place_and_passage(draft: Draft) -> None:
    note = only(draft, ProvisionKind.NOTE)[0]
    assert "Statement of Freedonia, 2031-09-05, page 2, paragraph " in note
    assert "“On this point, we call for " in note


def test_each_mark_leads_to_a_note(draft: Draft) -> None:
    marks = [item for item in draft.brackets if item.kind is BracketKind.NOTE_MARK]
    notes = [item for item in draft.provisions if item.kind is ProvisionKind.NOTE]
    assert len(marks) == 2 * len(notes)


def test_each_proposal_of_the_draft_is_found_in_it_again(invented: Invented, draft: Draft) -> None:
    found = stocktake.trace(invented.stock.proposals, draft, "none", invented.stock)
    assert {item.status for item in found} == {DispositionStatus.REFLECTED}


def test_what_is_left_out_is_counted(invented: Invented) -> None:
    some = zero(invented, Wish(themes=("work",)))
    assert "6 proposals, 2 stand here" in some
    assert "4 on themes that were not asked for" in some


def test_few_voices_stand_in_brackets_under_their_names(invented: Invented) -> None:
    few = tuple(item for item in invented.stock.positions if item.actor_id in ("FRE", "SYL"))
    made = Invented(replace(invented.stock, positions=few), invented.texts)
    assert "[Freedonia; Sylvania: call for " in zero(made, Wish(everything=True))
    assert "[Freedonia" not in zero(made)


def test_an_unknown_theme_is_answered_with_those_there_are(invented: Invented) -> None:
    with pytest.raises(UsageError, match="safety"):
        zero(invented, Wish(themes=("masts",)))


def test_a_word_that_is_not_on_the_list_is_refused(invented: Invented) -> None:
    with pytest.raises(WordingError):
        reports.zero_draft(
            invented.stock, invented.texts, vocabulary=Vocabulary(frozenset(), frozenset())
        )


def test_without_attribution_no_actor_and_no_source_is_named(invented: Invented) -> None:
    telltales = Telltales(load().actors, invented.stock.actors)
    withheld = reports.Withheld(telltales, NonAttribution())
    text = reports.zero_draft(invented.stock, invented.texts, withheld=withheld)
    assert "**Option 2:** No text]" in text
    assert telltales.is_free(text)
    assert "[^" not in text


def test_where_no_wording_may_be_shown_there_is_no_draft(invented: Invented) -> None:
    withheld = reports.Withheld(Telltales(load().actors, ()), NonAttribution(wordings=False))
    with pytest.raises(DisclosureError):
        reports.zero_draft(invented.stock, invented.texts, withheld=withheld)
