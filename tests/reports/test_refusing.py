"""The wording contract: no word of ours comes into a report unless it is on the list."""

from __future__ import annotations

from dataclasses import replace
from string import Formatter
from typing import Any

import pytest
from hypothesis import given as cases
from hypothesis import strategies as st

from stocktake import reports
from stocktake.errors import WordingError
from stocktake.lexicon.wording import Quantifier
from stocktake.lexicon.words import vocabulary
from stocktake.model import Paragraph, Report, Scheme, Section, Sentence, Theme
from stocktake.reports.given import Given
from stocktake.reports.own_words import WORD, unquoted
from stocktake.reports.patterns import patterns
from stocktake.reports.refusing import check, refused
from tests.reports.world import Invented


def literals(pattern: Any) -> str:
    """The words of a pattern, or of a table's patterns, without its slots."""
    if isinstance(pattern, dict):
        return " ".join(map(literals, pattern.values()))
    if isinstance(pattern, list):
        return " ".join(map(literals, pattern))
    pieces = Formatter().parse(pattern)
    return " ".join(f"{text} {(form or '').replace('|', ' ')}" for text, _, form, _ in pieces)


def added(report: Report, text: str) -> Report:
    section = Section("extra", "", (Paragraph((Sentence(text),)),))
    return replace(report, sections=(*report.sections, section))


def test_every_word_of_every_pattern_is_on_the_list() -> None:
    """A word that fails here: reword the pattern, or list it in the lexicon's words.toml."""
    allowed = vocabulary().allowed
    strange = {
        f"[{kind}] {name}: {word}"
        for kind, named in patterns().items()
        for name, pattern in named.items()
        for word in WORD.findall(literals(pattern).lower())
        if word not in allowed
    }
    assert strange == set()


def test_a_whole_report_holds_no_other_word(report: Report, invented: Invented) -> None:
    assert list(refused(report, invented.stock, vocabulary())) == []


@pytest.mark.parametrize("word", ["broad", "strongly", "unfortunately", "historic"])
def test_a_word_that_weighs_is_refused(report: Report, invented: Invented, word: str) -> None:
    with pytest.raises(WordingError, match=word):
        check(added(report, f"Views meet {word}."), invented.stock)


def test_the_message_names_word_sentence_and_place(report: Report, invented: Invented) -> None:
    with pytest.raises(WordingError) as caught:
        check(added(report, "A broad view."), invented.stock)
    assert str(caught.value).startswith(
        "report, section extra: the word “broad” may not stand in a sentence of ours: "
        "“A broad view.”."
    )


def test_quotations_may_hold_any_word(report: Report, invented: Invented) -> None:
    check(added(report, "The text says “a broad “and very” wide view”."), invented.stock)


def test_names_may_hold_any_word(report: Report, invented: Invented) -> None:
    check(added(report, "Lanterns & Bridges and San Lorenzo support this."), invented.stock)


def test_part_of_a_name_is_no_name(report: Report, invented: Invented) -> None:
    with pytest.raises(WordingError, match="Lanterns"):
        check(added(report, "Lanterns support this."), invented.stock)


def test_a_quantity_of_the_user_s_own_is_looked_at(invented: Invented) -> None:
    table = (Quantifier("an overwhelming number of", 1), Quantifier("no", 0))
    with pytest.raises(WordingError, match="overwhelming"):
        reports.build(invented.stock, invented.texts, table)


def test_a_theme_whose_title_weighs_is_refused(report: Report, invented: Invented) -> None:
    first, *others = invented.stock.schemes
    theme = Theme("demands", "Unreasonable demands")
    scheme: Scheme = replace(first, themes=(*first.themes, theme))
    with pytest.raises(WordingError, match="Unreasonable"):
        check(report, replace(invented.stock, schemes=(scheme, *others)))


@cases(st.lists(st.sampled_from("“”ab ")).map("".join))
def test_what_is_left_outside_quotation_marks_holds_no_opening_mark(text: str) -> None:
    assert "“" not in unquoted(text)


@cases(st.lists(st.text("abc", min_size=1), min_size=1))
def test_a_given_text_holds_no_word_of_ours(tokens: list[str]) -> None:
    assert list(Given([" ".join(tokens)]).ours(" ".join(tokens))) == []
