"""Who leaves, who comes back, why, and how it is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.model import FactKind
from tests.extractors.facts_world import facts, one, values


@pytest.mark.parametrize(
    ("text", "actor", "status"),
    [
        ("Freedonia has withdrawn from the negotiations.", "XFR", "withdrawn"),
        (
            "On 3 May 2031, Sylvania announced that it will not join the compact.",
            "XSY",
            "withdrawn",
        ),
        ("Ruritania ended its participation in the consultations.", "XRU", "withdrawn"),
        ("The Ruritanian Government pulled out of the process.", "XRU", "withdrawn"),
        ("Freedonia has returned to the negotiations.", "XFR", "returned"),
        (
            "Sylvania told Freedonia that it would no longer participate in the talks.",
            "XSY",
            "withdrawn",
        ),
    ],
)
def test_a_change_has_actor_and_status(text: str, actor: str, status: str) -> None:
    told = one(text, FactKind.PARTICIPATION)
    assert (told["actor"], told["status"]) == ([actor], [status])


@pytest.mark.parametrize(
    "text",
    [
        "Freedonia urged Sylvania not to withdraw from the negotiations.",
        "Freedonia would not withdraw from the negotiations.",
        "If Freedonia withdraws from the process, others follow.",
        "Freedonia withdrew from the peace process.",
        "Freedonia withdrew its proposal.",
        "Freedonia left the room.",
        "Everybody withdrew from the negotiations.",
        "Freedonia supports the negotiations.",
    ],
)
def test_what_is_no_change_is_left_out(text: str) -> None:
    assert facts(text, FactKind.PARTICIPATION) == []


def test_reasons_are_quoted_from_the_sentences_that_take_up_the_announcement() -> None:
    text = (
        "On 3 May 2031, Freedonia announced that it has decided to “end participation in the "
        "process to write a compact.” The statement notes that the text holds “goals that we do "
        "not share,” and more. The announcement, issued by the Ministry of Trade, reads that it "
        "“goes too far.” Sylvania said “no.”"
    )
    told = one(text, FactKind.PARTICIPATION)
    assert told["reason"] == ["goals that we do not share", "goes too far"]
    assert (told["date"], told["source"]) == (["2031-05-03"], ["Ministry of Trade"])


def test_a_reason_may_stand_in_the_same_sentence() -> None:
    text = "Freedonia has withdrawn from the process, because it costs too much."
    assert one(text, FactKind.PARTICIPATION)["reason"] == ["it costs too much"]


def test_a_reason_belongs_to_the_act_it_follows() -> None:
    text = (
        "Sylvania left the negotiations and the Freedonian Government has also withdrawn from the "
        "process, because it costs too much."
    )
    reasons = [values(fact, "reason") for fact in facts(text, FactKind.PARTICIPATION)]
    assert reasons == [[], ["it costs too much"]]


def test_a_state_that_says_so_of_itself_is_the_actor() -> None:
    text = "We do not accept the text and we will not take part in the approval mechanism."
    told = one(text, FactKind.PARTICIPATION, actor="XFR", kind="statement")
    assert (told["actor"], told["process"]) == (["XFR"], ["approval mechanism"])


def test_without_an_author_nobody_is_we() -> None:
    assert facts("We will not take part in the negotiations.", FactKind.PARTICIPATION) == []


def test_a_reaction_has_who_what_and_the_words() -> None:
    text = (
        "UN General Assembly (UNGA) President Otto Berg expressed regret for the Freedonian "
        "decision, and said its role is “critical to us.”"
    )
    told = one(text, FactKind.REACTION)
    assert told["actor"] == ["office:president-of-the-general-assembly"]
    assert (told["name"], told["act"], told["quotation"]) == (
        ["Otto Berg"],
        ["regrets"],
        ["critical to us"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Freedonia welcomed the adoption of a law.",
        "Freedonia welcomed the idea of making a decision on the proposal of Sylvania.",
        "They regretted the decision of Sylvania.",
    ],
)
def test_a_view_on_anything_else_is_no_reaction(text: str) -> None:
    assert facts(text, FactKind.REACTION) == []


def test_hungary_leaves_in_its_own_words(shared: Path) -> None:
    path = shared / "data" / "general_debate_2018" / "HUN_73_2018.txt"
    text = path.read_text(encoding="utf-8").replace("\n", "\n\n")
    found = facts(text, FactKind.PARTICIPATION, actor="HUN", kind="statement", date="2018")
    left = [item.value for fact in found for item in fact.attributes if item.name == "actor"]
    assert left == ["USA", "HUN", "HUN"]
