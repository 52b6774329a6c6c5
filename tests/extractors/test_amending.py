from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake import lexicon
from stocktake.extractors import AMENDMENTS, endorsed
from stocktake.model import AmendmentCandidate, Input, Metadatum
from stocktake.services.extracting import extract_text

WORDS = lexicon.load()
LABELS = Path(__file__).parent.parent / "labels" / "amendments.jsonl"


def found(
    text: str, kind: str = "statement", language: str | None = None
) -> list[AmendmentCandidate]:
    """The amendments in a text by France, or in a report if *kind* is one."""
    own = kind == "statement"
    document, statements = extract_text(text, language, "FRA" if own else None, WORDS)
    about = [Metadatum("kind", kind, "told"), *([Metadatum("actor", "FRA", "told")] * own)]
    input_ = Input(document.input_id, "text", "text/plain", len(text), tuple(about))
    extractor = AMENDMENTS.get("textual")
    return list(extractor.extract(document, input_, statements, WORDS))


def told(candidate: AmendmentCandidate) -> tuple[str, ...]:
    """Action, place, old words, new words (with where they go)."""
    old = candidate.old.text if candidate.old else ""
    new = candidate.new.text if candidate.new else ""
    where = f"{candidate.where}: " if candidate.where else ""
    return (
        candidate.action.value,
        ", ".join(quote.text for quote in candidate.target),
        old,
        where + new,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In paragraph 12 (b), replace “shall” by “should”.",
            ("replace", "paragraph 12 (b)", "shall", "should"),
        ),
        (
            "Substitute “children” for “minors” in paragraph 3.",
            ("replace", "paragraph 3", "minors", "children"),
        ),
        ("Delete paragraph 4.", ("delete", "paragraph 4", "", "")),
        ("In Article 4, delete “shall”.", ("delete", "Article 4", "shall", "")),
        ("“As needed” should be deleted from OP 6.", ("delete", "OP 6", "As needed", "")),
        ("We request the deletion of paragraph 8.", ("delete", "paragraph 8", "", "")),
        (
            "Add at the end of paragraph 3: “and all boats”.",
            ("insert", "paragraph 3", "", "end: and all boats"),
        ),
        (
            "In paragraph 3, add at the end “and all boats”.",
            ("insert", "paragraph 3", "", "end: and all boats"),
        ),
        (
            "In paragraph 2, after “ports” insert “and quays”.",
            ("insert", "paragraph 2", "ports", "after: and quays"),
        ),
        (
            "Insert a new paragraph 5bis reading “States shall build ports.”",
            ("insert", "paragraph 5", "", "new provision: States shall build ports."),
        ),
        ("Move paragraph 7 to section B.", ("move", "paragraph 7", "", "section B")),
        (
            "We propose to keep the brackets around “all boats” in paragraph 2.",
            ("keep", "paragraph 2", "all boats", ""),
        ),
        (
            "In paragraph 3, remove the brackets around “safe”.",
            ("unbracket", "paragraph 3", "safe", ""),
        ),
        (
            "Paragraph 9 should read: “Ports close at night.”",
            ("replace", "Paragraph 9", "", "Ports close at night."),
        ),
        (
            "Replace paragraph 4 with: Ports close at night.",
            ("replace", "paragraph 4", "", "Ports close at night."),
        ),
        (
            "Alternative text for OP4: Decides to close all ports.",
            ("replace", "OP4", "", "Decides to close all ports."),
        ),
        (
            "Au paragraphe 3, remplacer « doit » par « devrait ».",
            ("replace", "paragraphe 3", "doit", "devrait"),
        ),
        (
            "En el párrafo 4, suprimir la palabra «voluntario».",
            ("delete", "párrafo 4", "voluntario", ""),
        ),
        (
            "В пункте 3 заменить слово «должны» словом «могут».",
            ("replace", "пункте 3", "должны", "могут"),
        ),
        ("将第3段中的“应”改为“宜”。", ("replace", "第3段", "应", "宜")),
        ("在第4段末尾加上“和岛屿”。", ("insert", "第4段", "", "end: 和岛屿")),
        (
            'في الفقرة 4، الاستعاضة عن عبارة "يجب" بعبارة "ينبغي".',
            ("replace", "الفقرة 4", "يجب", "ينبغي"),
        ),
    ],
)
def test_an_order_of_the_author_is_an_amendment(text: str, expected: tuple[str, ...]) -> None:
    assert [told(item) for item in found(text)] == [expected]


def test_a_header_tells_the_place_of_what_stands_below_it() -> None:
    text = "Article 5\n\nIn paragraph 2, replace “may” by “shall”."
    assert told(found(text)[0])[1] == "Article 5, paragraph 2"


@pytest.mark.parametrize(
    "text",
    [
        "Delete the last sentence of paragraph 7.",
        "The last sentence of paragraph 7 should be deleted.",
        "Delete the chapeau of Article 4.",
        "Delete the reference to Article 4.",
        "Delete all of paragraph 7 after “ports”.",
        "In paragraph 7, delete from “ports” to “quays”.",
        "Delete paragraphs 3 and 4.",
        "Replace paragraphs 3 and 4 by “Ports close at night.”",
    ],
)
def test_what_is_said_of_a_part_or_of_several_units_is_not_done_to_one(text: str) -> None:
    assert all(item.described for item in found(text))


def test_each_of_two_verbs_has_the_place_before_it() -> None:
    text = (
        "Peru proposed, in paragraph 5, deleting “all” and, in paragraph 6, replacing “a” by “b”."
    )
    assert [told(item)[1] for item in found(text, "report")] == ["paragraph 5", "paragraph 6"]


def test_several_quoted_words_are_several_amendments() -> None:
    text = "Please delete “in principle” in OP 3 and “as needed” in OP 4."
    assert [told(item)[1:3] for item in found(text)] == [
        ("OP 3", "in principle"),
        ("OP 4", "as needed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We must remove barriers and include women in decisions.",
        "The Convention has been amended twice.",
        "We will keep our promises and add to them.",
        "Capacity building includes training, including of judges.",
    ],
)
def test_words_said_of_other_things_than_a_text_are_no_amendment(text: str) -> None:
    assert found(text) == []


def test_a_report_tells_who_proposes_supports_and_opposes() -> None:
    text = "Brazil, supported by Peru and opposed by Chile, proposed deleting “new” in paragraph 5."
    [item] = found(text, "report")
    assert (item.actors, item.supporters, item.opponents) == (("BRA",), ("PER",), ("CHL",))


def test_who_supports_a_proposal_is_not_its_proposer() -> None:
    [item] = found("We support the proposal of Peru to delete paragraph 3.")
    assert (item.actors, item.supporters) == (("PER",), ("FRA",))


@pytest.mark.parametrize(
    ("text", "supports"),
    [
        ("Peru supported Kenya's proposal on paragraph 3.", True),
        ("Peru opposed the proposal by Kenya on paragraph 3.", False),
    ],
)
def test_sides_are_taken_on_what_another_proposes_for_a_place(text: str, supports: bool) -> None:
    document, statements = extract_text(text, "en", None, WORDS)
    input_ = Input(document.input_id, "text", "text/plain", len(text))
    [item] = endorsed(document, input_, statements, WORDS)
    assert (item.actors, item.of, item.target) == (("PER",), ("KEN",), "paragraph 3")
    assert item.supports is supports


def test_the_spokesperson_of_a_group_is_not_a_proposer_beside_it() -> None:
    [item] = found("Maldives, for AOSIS, proposed deleting paragraph 3.", "report")
    assert item.actors == ("group:aosis",)


def test_not_to_delete_is_to_keep() -> None:
    [item] = found("Peru said paragraph 3 should not be deleted.", "report")
    assert item.action.value == "keep"


def test_words_that_are_only_described_are_told_as_such() -> None:
    [item] = found("Peru proposed deleting the reference to boats in paragraph 3.", "report")
    assert item.described
    assert (item.described.text, told(item)[1]) == ("the reference to boats", "paragraph 3")


@given(st.text(alphabet="delete replace by “”in paragraph 12,.:\n", max_size=120))
def test_all_that_is_offered_stands_in_the_text(text: str) -> None:
    for item in found(text, language="en"):
        for quote in (item.sentence, *item.target, item.old, item.new, item.described):
            assert quote is None or text.startswith(quote.text, quote.start or 0)


def _units(
    items: list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]],
) -> Counter[str]:
    """One unit for each action, actor and side."""
    return Counter(
        f"{action} {side} {actor}"
        for action, *sides in items
        for side, ids in zip("aso", sides, strict=True)
        for actor in ids
    )


def _labelled(shared: Path) -> Iterator[tuple[Counter[str], Counter[str]]]:
    lines = (shared / "data/enb/sentences.tsv").read_text(encoding="utf-8").split("\n")
    sentences = dict(line.split("\t", 1) for line in lines if "\t" in line)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        told_of = ("action", "actors", "supporters", "opponents")
        right = [tuple(each[name] for name in told_of) for each in label["amendments"]]
        offered = found(sentences[label["id"]], "report", "en")
        yield _units(right), _units([tuple(getattr(i, n) for n in told_of) for i in offered])


def test_most_amendments_in_real_reports_are_found_and_most_found_are_right(shared: Path) -> None:
    pairs = list(_labelled(shared))
    right = sum((one & two).total() for one, two in pairs)
    assert right / sum(two.total() for _, two in pairs) >= 0.85
    assert right / sum(one.total() for one, _ in pairs) >= 0.85
