"""Asks in other languages are told in the words of the English tables."""

from __future__ import annotations

import pytest

from stocktake.analysis.asks import Ask, read_ask
from stocktake.analysis.classify import group_texts
from stocktake.lexicon.spelling import words
from stocktake.lexicon.tongues import language_of

RATIFY = {
    "en": "Ratify the Convention on the Rights of the Child",
    "fr": "Ratifier la Convention relative aux droits de l'enfant",
    "es": "Ratificar la Convención sobre los Derechos del Niño",
    "ru": "Ратифицировать Конвенцию о правах ребенка",
    "ar": "التصديق على اتفاقية حقوق الطفل",
    "zh": "批准儿童权利公约",
}
NEGATED = {
    "fr": "Ne pas réduire le quota de harengs",
    "es": "No reducir la cuota de arenque",
    "ru": "Не сокращать квоту на сельдь",
    "ar": "عدم تخفيض حصة الرنجة",
    "zh": "不应减少鲱鱼配额",
}


@pytest.mark.parametrize(("language", "text"), RATIFY.items())
def test_the_language_of_an_ask_is_told(language: str, text: str) -> None:
    assert language_of(text, words(text)) == language


@pytest.mark.parametrize("text", list(RATIFY.values())[1:])
def test_the_same_ask_in_another_language_is_one(text: str) -> None:
    assert group_texts([RATIFY["en"], text]) == [0, 0]


@pytest.mark.parametrize("text", NEGATED.values())
def test_negation_and_direction_are_read(text: str) -> None:
    ask: Ask = read_ask(text)
    assert (ask.negative, ask.directions) == (True, frozenset({"less"}))


@pytest.mark.parametrize(
    "text",
    ["Envisager de ratifier la Convention", "Рассмотреть вопрос о ратификации", "考虑批准公约"],
)
def test_an_ask_to_think_about_it_is_weak(text: str) -> None:
    assert read_ask(text).weak


@pytest.mark.parametrize("text", ["Proteger a los niños", "Обеспечить безопасность паромов"])
def test_a_word_that_only_begins_like_a_negation_is_none(text: str) -> None:
    assert not read_ask(text).negative
