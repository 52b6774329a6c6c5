"""Answers of a language model are read strictly, and nothing in them is believed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake import lexicon
from stocktake.extractors.language_model import Asked, Unusable, read_answer
from stocktake.lexicon import Lexicon
from stocktake.model import (
    Act,
    Block,
    BlockKind,
    Candidate,
    Document,
    Input,
    Metadatum,
    Prose,
    Stance,
)

TEXT = "Norway urged a longer pier. Norway urged a longer pier.\n\nWe agree."
LINE = {
    "sentence": "We agree.",
    "actors": ["author"],
    "cue": "agree",
    "content": "We",
    "act": "supports",
    "stance": "supports",
}
NORWAY = LINE | {
    "sentence": "Norway urged a longer pier.",
    "actors": ["Norway"],
    "cue": "urged",
    "content": "a longer pier",
    "act": "requests",
}
LEXICON = lexicon.load()


@pytest.fixture
def words() -> Lexicon:
    return LEXICON


def asked(*authors: str, kind: str = "statement") -> Asked:
    told = [Metadatum("actor", author, "manifest") for author in authors]
    input_ = Input("i", "a.txt", "text/plain", 1, (*told, Metadatum("kind", kind, "manifest")))
    blocks = (Block(BlockKind.PARAGRAPH, 0, 55), Block(BlockKind.PARAGRAPH, 57, len(TEXT)))
    return Asked(Document("d", "i", TEXT, blocks, language="en"), input_, 0, len(TEXT))


def read(answer: Any, words: Lexicon, *authors: str, kind: str = "statement") -> list[Any]:
    text = answer if isinstance(answer, str) else json.dumps(answer)
    return list(read_answer(text, asked(*authors, kind=kind), words))


def test_a_line_becomes_a_candidate(words: Lexicon) -> None:
    [found] = read(NORWAY, words)
    assert (found.act, found.stance, found.rule) == (
        Act.REQUESTS,
        Stance.SUPPORTS,
        "language model",
    )


def test_an_actor_is_known_by_name_and_must_stand_in_the_text(words: Lexicon) -> None:
    [found] = read(NORWAY, words)
    assert [(actor.id, quote.text) for actor, quote in found.actors] == [("NOR", "Norway")]


def test_the_author_is_that_of_the_input(words: Lexicon) -> None:
    [found] = read(LINE, words, "CHL")
    assert [(actor.id, quote) for actor, quote in found.actors] == [("CHL", None)]
    assert found.prose is Prose.FIRST_PERSON


def test_what_others_report_in_news_is_news(words: Lexicon) -> None:
    [found] = read(NORWAY, words, kind="news")
    assert found.prose is Prose.NEWS


def test_an_empty_answer_offers_nothing(words: Lexicon) -> None:
    assert read("\n\n```json\n```\n", words) == []


def test_good_lines_are_kept_beside_bad_ones(words: Lexicon) -> None:
    found = read(f"Sure!\n{json.dumps(NORWAY)}", words)
    assert [type(item) for item in found] == [Unusable, Candidate]


@pytest.mark.parametrize(
    "change",
    [
        {"act": "sings"},
        {"stance": "against"},
        {"negated": "no"},
        {"actors": []},
        {"actors": "Norway"},
        {"actors": [7]},
        {"sentence": ""},
        {"content": None},
        {"confidence": 1.0},
        {"rule": "subject"},
    ],
)
def test_what_was_not_asked_for_is_refused(words: Lexicon, change: dict[str, object]) -> None:
    assert read(NORWAY | change, words) == [Unusable(1, "not in the form that was asked for")]


@pytest.mark.parametrize("answer", ["[1]", "null", "{}", "{" * 9999, '{"act": 1e999}', "[" * 99999])
def test_what_is_no_object_is_refused(words: Lexicon, answer: str) -> None:
    assert read(answer, words) == [Unusable(1, "not in the form that was asked for")]


@pytest.mark.parametrize("actors", [["Nowhere Land"], ["author"]])
def test_an_actor_that_nobody_knows_is_refused(words: Lexicon, actors: list[str]) -> None:
    assert read(NORWAY | {"actors": actors}, words) == [Unusable(1, "an actor that nobody knows")]


def test_a_sentence_is_no_longer_than_a_paragraph(words: Lexicon) -> None:
    whole = NORWAY | {"sentence": TEXT}
    assert read(whole, words) == [Unusable(1, "a sentence that is longer than one")]


def test_no_answer_gives_more_than_a_low_confidence(words: Lexicon) -> None:
    [found] = read(NORWAY, words)
    assert found.confidence == 0.5


@given(
    st.text()
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from([*LINE]) | st.text(), inner)
        ),
    ).map(json.dumps)
)
def test_no_answer_raises(answer: str) -> None:
    assert all(isinstance(item, Candidate | Unusable) for item in read(answer, LEXICON))
