"""How a text was adopted, who voted how, who set itself apart."""

from __future__ import annotations

import pytest

from stocktake.extractors.facts_vote_tables import VoteTables
from stocktake.model import Block, BlockKind, Document, FactKind
from tests.extractors.facts_world import facts, input_of, lexicon, one, values


def votes(*rows: tuple[str, ...]) -> list[tuple[str, str]]:
    text, blocks = "", []
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = (len(text), len(text) + len(cell))
            blocks.append(Block(BlockKind.CELL, *place, table=0, row=row, column=column))
            text += f"{cell}\n\n"
    document = Document("doc", "input", text, tuple(blocks))
    found = VoteTables().extract(document, input_of(), lexicon())
    return [(values(fact, "actor")[0], values(fact, "vote")[0]) for fact in found]


@pytest.mark.parametrize(
    ("head", "vote", "choice"),
    [
        (("Country", "Vote"), "Yes", "yes"),
        (("Pays", "Vote"), "Contre", "no"),
        (("País", "Voto"), "Abstención", "abstain"),
        (("Государство", "Голос"), "За", "yes"),
        (("国家", "投票"), "弃权", "abstain"),
        (("الدولة", "التصويت"), "غائب", "absent"),
        (("ms_name", "state", "ms_vote"), "", ""),
    ],
)
def test_columns_and_votes_are_known_in_six_languages(
    head: tuple[str, ...], vote: str, choice: str
) -> None:
    expected = [("XFR", choice)] if choice else [("Freedonia", "")]
    row = ("Freedonia", vote) if choice else ("1", "Freedonia", "N")
    assert votes(head, row) in (expected, [("XFR", "no")])


def test_a_country_may_be_given_by_its_two_letter_code() -> None:
    assert votes(("code", "vote"), ("AL", "Y"), ("FRA", "X")) == [("ALB", "yes"), ("FRA", "absent")]


def test_a_name_and_a_vote_that_nobody_knows_stand_as_they_are_written() -> None:
    assert votes(("country", "vote"), ("Atlantis", "perhaps")) == [("Atlantis", "perhaps")]


def test_a_table_without_votes_tells_of_none() -> None:
    assert votes(("country", "population"), ("Freedonia", "7")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It adopted resolution 9/12 with 30 votes in favour, 2 against and 5 abstentions.",
        "Resolution 9/12 was adopted by a recorded vote of 30 in favour, 2 against, 5 abstaining.",
        "Resolution 9/12 was adopted by 30 votes to 2, with 5 abstentions.",
    ],
)
def test_an_adoption_has_its_figures(sentence: str) -> None:
    told = one(sentence, FactKind.ADOPTION)
    assert [told[name] for name in ("yes", "no", "abstain", "outcome")] == [
        ["30"],
        ["2"],
        ["5"],
        ["vote"],
    ]


def test_an_adoption_without_a_vote_is_told_apart() -> None:
    told = one("The draft resolution was adopted without a vote.", FactKind.ADOPTION)
    assert told["outcome"] == ["consensus"]


def test_what_else_is_adopted_is_no_adoption_of_a_text() -> None:
    assert facts("Freedonia adopted a law on ports.", FactKind.ADOPTION) == []


def test_each_name_of_a_list_has_its_vote() -> None:
    found = facts("Against: Freedonia, Ruritania.\n\nAbstaining: Sylvania.", FactKind.VOTE)
    told = [(values(item, "actor")[0], values(item, "vote")[0]) for item in found]
    assert told == [("XFR", "no"), ("XRU", "no"), ("XSY", "abstain")]


@pytest.mark.parametrize(
    ("sentence", "kind", "provision"),
    [
        (
            "In explanation of vote, Freedonia regretted it.",
            "explanation of vote",
            [],
        ),
        (
            "Freedonia dissociates itself from paragraph 12 (b).",
            "dissociation",
            ["paragraph 12 (b)"],
        ),
        ("Freedonia reserved its position on objective 13.", "reservation", ["objective 13"]),
        (
            "Freedonia made an interpretative statement on article 4.",
            "interpretative statement",
            ["article 4"],
        ),
    ],
)
def test_who_sets_itself_apart_is_told_with_the_part(
    sentence: str, kind: str, provision: list[str]
) -> None:
    told = one(sentence, FactKind.RESERVATION)
    assert (told["kind"], told["actor"], told.get("provision", [])) == ([kind], ["XFR"], provision)


def test_the_author_sets_itself_apart_in_its_own_words() -> None:
    text = "We disassociate ourselves from preambular paragraph 9."
    assert one(text, FactKind.RESERVATION, actor="XRU", kind="statement")["actor"] == ["XRU"]


def test_explanations_of_nobody_are_none() -> None:
    assert facts("The Assembly heard explanations of vote.", FactKind.RESERVATION) == []


def test_all_of_a_list_set_themselves_apart() -> None:
    told = one("Freedonia, Ruritania and Sylvania expressed reservations.", FactKind.RESERVATION)
    assert told["actor"] == ["XFR", "XRU", "XSY"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Protocols shall be adopted by consensus.",
        "The text should be formally adopted without a vote.",
        "Freedonia endorsed the declaration.",
    ],
)
def test_what_is_yet_to_be_adopted_or_only_welcomed_is_none(sentence: str) -> None:
    assert facts(sentence, FactKind.ADOPTION) == []
