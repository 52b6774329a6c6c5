from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.legal import mentions, names_outer


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("In paragraph 12 (b), delete it", ["paragraph 12 (b)"]),
        ("Article 4, paragraph 2 (b) and OP4", ["Article 4, paragraph 2 (b)", "OP4"]),
        ("Sub-paragraph 1 (a) (v): open", ["Sub-paragraph 1 (a) (v)"]),
        ("a new paragraph 5bis reading", ["paragraph 5bis"]),
        ("move paragraph 7 to section B", ["paragraph 7", "section B"]),
        ("au paragraphe 3 de l'article 5", ["paragraphe 3 de l'article 5"]),
        ("в пункте 7 статьи 3 заменить", ["пункте 7 статьи 3"]),
        ("删除第12条第3款", ["第12条第3款"]),
        ("في الفقرة 4 من المادة 3", ["الفقرة 4 من المادة 3"]),
        ("Annex I Parties sail", []),
        ("the article in question", []),
    ],
)
def test_units_are_found_by_the_words_that_name_them(text: str, named: list[str]) -> None:
    assert [text[start:end] for start, end in mentions(text)] == named


def test_articles_are_told_from_paragraphs() -> None:
    assert names_outer("Article 4, paragraph 2")
    assert not names_outer("paragraph 2 (b)")


@given(st.text(alphabet="aArticle pgh12()b., \n第条", max_size=80))
def test_mentions_are_in_order_and_do_not_overlap(text: str) -> None:
    places = [place for span in mentions(text) for place in span]
    assert places == sorted(places)
