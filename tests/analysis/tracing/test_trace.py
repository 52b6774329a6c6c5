"""What became of asks in a small invented text about ferries."""

from __future__ import annotations

import pytest

from stocktake import legal
from stocktake.analysis import Traced, trace
from stocktake.model import DifferenceKind, Disposition, Draft, Quotation

TEXT = """# Article 1

1. Establish a common register of ferries in all ports of the lagoon.
2. Consider reduced fares for children on night ferries, where appropriate.
3. Expand the network of lighthouses along the northern coast.
4. Promote the training of pilots in rescue at sea.
5. Publish the tide tables every month in all languages of the islands.
"""


@pytest.fixture(scope="module")
def draft() -> Draft:
    return legal.parse_draft(TEXT)


def traced(draft: Draft, *asks: str) -> list[Disposition]:
    return list(trace([Traced(Quotation(0, len(ask), ask)) for ask in asks], draft))


def test_what_the_text_asks_in_other_words_is_reflected(draft: Draft) -> None:
    [found] = traced(draft, "create a common register of ferries in the ports of the lagoon")
    assert (found.status, found.provision_ids[0]) == ("reflected", "art_1__para_1")


def test_what_the_text_only_considers_is_partly_in_it(draft: Draft) -> None:
    [found] = traced(draft, "reduced fares must apply to children on night ferries")
    assert found.status == "partly"


def test_what_nobody_wrote_is_absent_and_cites_nothing(draft: Draft) -> None:
    [found] = traced(draft, "abolish the tax on honey and beeswax")
    assert (found.status, found.provision_ids, found.found) == ("absent", (), ())


def test_what_the_text_turns_round_is_altered(draft: Draft) -> None:
    [found] = traced(draft, "reduce the network of lighthouses along the northern coast")
    assert found.status == "altered"


def test_an_ask_about_the_text_itself_is_in_no_provision(draft: Draft) -> None:
    [found] = traced(draft, "adopt the pact on ferries, ports, pilots and tide tables")
    assert found.status == "absent"


def test_the_words_of_the_provision_stand_where_they_are_said_to(draft: Draft) -> None:
    [found] = traced(draft, "publish the tide tables in all languages of the islands")
    [quoted] = found.found
    assert draft.text[quoted.start : quoted.end] == quoted.text


def test_a_qualifier_that_the_text_adds_is_shown(draft: Draft) -> None:
    [found] = traced(draft, "reduced fares for children on night ferries")
    added = [item.found for item in found.differences if item.kind is DifferenceKind.ADDED]
    assert [item.text for item in added if item] == ["where appropriate"]


def test_must_that_became_consider_is_shown(draft: Draft) -> None:
    [found] = traced(draft, "we must have reduced fares for children on night ferries")
    pairs = [
        (item.asked and item.asked.text, item.found and item.found.text)
        for item in found.differences
        if item.kind is DifferenceKind.STRENGTH
    ]
    assert pairs == [("must", "Consider")]


def test_what_else_is_traced_changes_nothing(draft: Draft) -> None:
    asks = ["publish tide tables", "train pilots in rescue at sea", "a register of ferries"]
    alone = [found for ask in asks for found in traced(draft, ask)]
    assert traced(draft, *asks) == alone


def test_a_draft_that_asks_nothing_leaves_all_asks_absent() -> None:
    [found] = traced(legal.parse_draft(""), "publish the tide tables")
    assert found.status == "absent"


def cued(draft: Draft, cue: str, ask: str) -> Disposition:
    asked = Quotation(len(cue) + 1, len(cue) + 1 + len(ask), ask)
    [found] = trace([Traced(asked, cue=Quotation(0, len(cue), cue))], draft)
    return found


def weaker(found: Disposition) -> list[str]:
    kinds = [one for one in found.differences if one.kind is DifferenceKind.STRENGTH]
    return [one.asked.text for one in kinds if one.asked]


def test_what_was_only_encouraged_is_not_weakened_by_promoting_it(draft: Draft) -> None:
    assert weaker(cued(draft, "encourage", "the training of pilots in rescue at sea")) == []


def test_what_was_demanded_is_weakened_by_promoting_it(draft: Draft) -> None:
    assert weaker(cued(draft, "must", "have training of pilots in rescue at sea")) == ["must"]


def test_what_stands_in_the_text_word_for_word_is_in_it(draft: Draft) -> None:
    [found] = traced(draft, "the tide tables every month")
    assert (found.status.is_in, found.provision_ids[0]) == (True, "art_1__para_5")


def test_what_comes_closest_to_what_is_absent_is_known(draft: Draft) -> None:
    [found] = traced(draft, "abolish the tax on lighthouses and ports")
    assert (found.status, len(found.near_ids)) == ("absent", 1)


def test_what_is_asked_for_two_kinds_of_people_is_partly_in_what_is_said_of_one() -> None:
    text = "1. Protect the rights of migrants on all ferries.\n2. Mend the boats of migrants.\n"
    [found] = traced(legal.parse_draft(text), "protect the rights of migrants and refugees")
    assert found.status == "partly"


AGAINST = """1. Prohibit the detention of children on ferries.
2. Widen the toll bridges of the lagoon.
3. Paint the lighthouses of the coast every year.
"""


def opposed(thing: str) -> Disposition:
    whole = f"rejects {thing}"
    asked = Quotation(8, len(whole), thing)
    shown = Quotation(0, len(whole), whole)
    [found] = trace([Traced(asked, against=True, whole=shown)], legal.parse_draft(AGAINST))
    return found


def test_who_opposes_a_thing_finds_its_wish_where_the_text_prohibits_it() -> None:
    found = opposed("the detention of children on ferries")
    assert (found.status.is_in, found.provision_ids) == (True, ("para_1",))


def test_what_somebody_opposes_and_the_text_wants_is_altered() -> None:
    assert opposed("the toll bridges of the lagoon").status == "altered"


def test_what_is_opposed_is_shown_with_the_words_that_oppose_it() -> None:
    assert opposed("the toll bridges of the lagoon").ask == "rejects the toll bridges of the lagoon"
