"""The extractor as a whole: its contract on any text, on real text, in linear work."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake import lexicon
from stocktake.extractors import STATEMENTS
from stocktake.extractors.english import tokens
from stocktake.model import BlockKind, Document
from tests.extractors.contract import check_statement_extractor, document, input_of

WORDS = """Freedonia|RURITANIA|the|and|,|, and|;|:|.|(|)|[=>|]|who|he|we|they|it|supported by
opposed by|with|for|on behalf of|urged|said|that|not|did|was|by|noting|opposed|proposal|while|“|”
``|''|On|is|must|essential|States|to|Ratify|The statement|according to|'s|/|ratified|In|our
delegation|would like to|provided that""".replace("\n", "|").split("|")
KINDS = ["report", "statement", "news", "recommendations", "other"]


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(KINDS))
@settings(max_examples=400, deadline=None)
def test_any_order_of_telling_words_keeps_the_contract(
    invented: lexicon.Lexicon, words: list[str], kind: str
) -> None:
    check_statement_extractor(STATEMENTS.get("english"), invented, " ".join(words), kind)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_keeps_the_contract(invented: lexicon.Lexicon, text: str) -> None:
    check_statement_extractor(STATEMENTS.get("english"), invented, text, "statement")


@pytest.mark.parametrize("kind", [BlockKind.HEADING, BlockKind.CELL, BlockKind.FOOTNOTE])
def test_headings_cells_and_notes_are_not_read(invented: lexicon.Lexicon, kind: BlockKind) -> None:
    read = document("Freedonia urged piers.", kind=kind)
    assert not list(STATEMENTS.get("english").extract(read, input_of("report"), invented))


def test_other_languages_are_left_to_others(invented: lexicon.Lexicon) -> None:
    text = "Freedonia urged piers."
    read = Document("document", "input", text, document(text).blocks, language="fr")
    assert not list(STATEMENTS.get("english").extract(read, input_of("report"), invented))


@pytest.mark.parametrize("unit", ["Freedonia, ", "and urged ", "noting that ", "supported by X, "])
def test_twice_the_text_is_no_more_than_twice_the_steps(
    invented: lexicon.Lexicon, unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = [0]
    at = tokens.Words.at

    def counted(self: tokens.Words, index: int) -> str:
        steps[0] += 1
        return at(self, index)

    monkeypatch.setattr(tokens.Words, "at", counted)
    counts = []
    for times in (300, 600):
        steps[0] = 0
        read = document("Freedonia " + unit * times)
        list(STATEMENTS.get("english").extract(read, input_of("report"), invented))
        counts.append(steps[0])
    assert counts[1] <= counts[0] * 2.2


@pytest.mark.shared
def test_real_report_sentences_keep_the_contract(shared: Path, invented: lexicon.Lexicon) -> None:
    lines = (shared / "data/enb/sentences.tsv").read_text(encoding="utf-8").splitlines()[1:1500:3]
    text = "\n".join(line.split("\t", 1)[1] for line in lines)
    found = check_statement_extractor(STATEMENTS.get("english"), invented, text, "report")
    assert len(found) > len(lines) / 2
