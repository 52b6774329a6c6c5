"""Orders of words and locutions that only Russian has; the States are invented."""

from __future__ import annotations

import pytest

from tests.extractors.languages.conftest import Find, Say

REPORT = [
    ("Призыв Фридонии обновить карту поддержала Руритания.", "XRU | поддержала"),
    ("Как отметила Фридония, доклад готов.", "XFR | отметила | доклад готов"),
    ("По мнению Фридонии, доклад готов.", "XFR | По мнению | доклад готов"),
    ("Фридония сочла перенос неприемлемым.", "XFR | сочла | перенос неприемлемым"),
    ("Фридония хотела бы знать, готов ли доклад.", "XFR | знать | готов ли доклад"),
    ("Фридония не видит смысла в переносе.", "XFR | not видит | смысла в переносе"),
    ("Эта идея вызвала возражения со стороны Фридонии.", "XFR | возражения | Эта идея"),
    ("Текст не получил поддержки Фридонии.", "XFR | not поддержки | Текст"),
    ("Г-жа Иванова (Фридония) говорит, что зал мал.", "XFR | говорит | что зал мал"),
    ("Ни Фридония, ни Руритания не поддержали сноску.", "XFR+XRU | not поддержали | сноску"),
    (
        "Фридония поддержала сноску, равно как и Руритания.",
        "XFR+XRU | поддержала | сноску",
    ),
    ("Если Фридония за паузу, то Руритания предпочла обед.", "XRU | предпочла | обед"),
    ("От имени Прибрежной группы Фридония просила паузу.", "просила | паузу"),
]


@pytest.mark.parametrize(("text", "said"), REPORT)
def test_what_a_report_tells_is_read_in_the_orders_of_russian(
    say: Say, text: str, said: str
) -> None:
    assert any(said in each for each in say("ru", text))


OPPOSED = [
    "с чем не согласилась Руритания",
    "однако Руритания с этим не согласилась",
    "но Руритания выступила против этого",
    "тогда как Руритания отвергла эту идею",
]


@pytest.mark.parametrize("side", OPPOSED)
def test_who_opposes_in_the_same_sentence_has_the_content_of_the_other(say: Say, side: str) -> None:
    found = say("ru", f"Фридония предложила паузу, {side}.")
    assert any(each.startswith("XRU") and "not предложила | паузу" in each for each in found)


def test_who_takes_the_same_position_opposes_as_well(say: Say) -> None:
    text = "Фридония возразила против сноски, и Руритания заняла такую же позицию."
    assert "XRU | возразила | против сноски" in say("ru", text)


OWN = [
    ("В этой связи мы призываем стороны к гибкости.", "призываем | стороны к гибкости"),
    ("Позвольте мне подчеркнуть важность перевода.", "подчеркнуть | важность перевода"),
    ("Для нас неприемлемо включение сноски.", "неприемлемо | включение сноски"),
    ("Не следует дублировать работу.", "следует | Не следует дублировать работу"),
    ("Нам хотелось бы, чтобы сноска осталась.", "хотелось | чтобы сноска осталась"),
    ("Надеемся, что доклад готов.", "Надеемся | что доклад готов"),
]


@pytest.mark.parametrize(("text", "said"), OWN)
def test_the_author_speaks_in_forms_without_a_subject(say: Say, text: str, said: str) -> None:
    assert [each.partition(" | ")[2] for each in say("ru", text, "statement", "XFR")] == [said]


def test_a_judgement_behind_the_object_tells_the_stance(find: Find) -> None:
    found = find("ru", "Фридония назвала перенос преждевременным.")
    assert found[0].stance == "opposes"
