"""The extractor as a whole: its contract, its languages, what users add, and the labels."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stocktake import lexicon
from stocktake.errors import SettingsError
from stocktake.extractors import STATEMENTS
from tests.extractors.contract import check_statement_extractor, document, input_of
from tests.extractors.english.conftest import short

LEXICON = lexicon.load()
EXTRACTOR = STATEMENTS.get("languages")
CODES = ("ar", "es", "fr", "ru", "zh")
SCRAPS = (
    *("le Brésil", "a proposé", "n'", "et", ", ", "soutenu par", "au nom de", "nous", "«", "»"),
    *("Chile", "pidió", "no", "que", ": a)", "; b)", "(", ")", "a lo que", "se opuso", ". "),
    *("Бразилия", "предложила", "не", "что", "при поддержке", "против", "мы", "должны", "\n"),
    *("واقترحت", "البرازيل", "لم", "و", "بتأييد", "،", "يجب على", "أن", "في حين", "ـ", "ً"),
    *("巴西", "建议", "，", "在", "的支持下", "对", "表示", "反对", "关于", "的提案", "。", "1、"),
)
texts = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=5), max_size=25).map(" ".join)
kinds = st.sampled_from(["report", "statement", "recommendations", "other"])


@given(text=texts, code=st.sampled_from(CODES), kind=kinds)
@example(text="", code="zh", kind="report")
@example(text="巴西", code="zh", kind="statement")
def test_any_text_keeps_the_contract(text: str, code: str, kind: str) -> None:
    class OfLanguage:
        name, version = EXTRACTOR.name, EXTRACTOR.version

        def extract(self, read, given_, known):  # type: ignore[no-untyped-def]
            return EXTRACTOR.extract(replace(read, language=code), given_, known)

    check_statement_extractor(OfLanguage(), LEXICON, text, kind)


@given(text=texts, kind=kinds)
def test_a_text_of_no_known_language_keeps_the_contract(text: str, kind: str) -> None:
    check_statement_extractor(EXTRACTOR, LEXICON, text, kind)


def test_english_is_left_to_its_own_extractor() -> None:
    read = replace(document("Brazil proposed a break."), language="en")
    assert list(EXTRACTOR.extract(read, input_of("report"), LEXICON)) == []


def test_where_the_language_is_unknown_each_block_is_read_in_its_own() -> None:
    lines = (
        "Le Brésil a proposé de déplacer la séance du matin.",
        "巴西建议将会议推迟到下午举行，以便有时间翻译文件。",
        "Chile pidió que los documentos se tradujeran a tiempo.",
    )
    found = EXTRACTOR.extract(document("\n".join(lines)), input_of("report"), LEXICON)
    assert [each.cue.text for each in found] == ["proposé", "建议", "pidió"]


def test_a_workspace_adds_cue_words(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    cues = '[[class]]\nact = "proposes"\nstance = "supports"\nverbs = ["esquisser"]\n'
    (tmp_path / "fr" / "cues.toml").write_text(cues, encoding="utf-8")
    read = replace(document("Le Brésil a esquissé un plan."), language="fr")
    found = EXTRACTOR.extract(read, input_of("report"), lexicon.load(tmp_path))
    assert [short(each) for each in found] == ["BRA | esquissé | un plan"]


def test_an_entry_that_cannot_be_followed_is_named(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "grammar.toml").write_text('[words]\nnobdy = ["gens"]\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"'nobdy'.*fr/grammar.toml|fr/.*'nobdy'"):
        lexicon.load(tmp_path)
