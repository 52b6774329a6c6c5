"""Resolutions and treaties in six languages: the same provisions, whatever counts them."""

from __future__ import annotations

import pytest

from stocktake.legal import numerals, parse_draft
from stocktake.model import Draft

RESOLUTIONS = {
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى قرارها،\n\nوإذ تلاحظ حالة الموانئ،\n\n"
    "1 - ترحب بالتقرير؛\n\n"
    "2 - تطلب إلى الأمين العام:\n\n(أ) أن يعقد اجتماعا؛\n\n(ب) أن يقدم تقريرا؛\n\n3 - تقرر ذلك.\n",
    "en": "The Assembly,\n\nRecalling its decision,\n\nNoting the state of harbours,\n\n"
    "1. Welcomes it;\n\n"
    "2. Requests the Secretary:\n\n(a) To convene a meeting;\n\n(b) To report;\n\n3. Decides so.\n",
    "es": "La Asamblea,\n\nRecordando su decisión,\n\nObservando los puertos,\n\n"
    "1. Acoge el informe;\n\n"
    "2. Solicita al Secretario que:\n\na) Convoque una reunión;\n\nb) Informe;\n\n3. Decide eso.\n",
    "fr": "L’Assemblée,\n\nRappelant sa décision,\n\nConsciente des ports,\n\n"
    "1. Accueille le rapport ;\n\n"
    "2. Prie le Secrétaire :\n\na) De convoquer ;\n\nb) De rendre compte ;\n\n3. Décide cela.\n",
    "ru": "Ассамблея,\n\nссылаясь на решение,\n\nотмечая состояние портов,\n\n"
    "1. приветствует доклад;\n\n"
    "2. просит Секретаря:\n\nа) созвать совещание;\n\nб) доложить;\n\n3. постановляет так.\n",
    "zh": "大会，\n\n回顾其决议，\n\n注意到港口的状况，\n\n"
    "1. 欢迎该报告；\n\n"
    "2. 请秘书长：\n\n(a) 召开会议；\n\n(b) 提出报告；\n\n3. 决定如此。\n",
}  # fmt: skip
SHAPE = ["preamble", "formula", "recital", "recital"]
SHAPE += ["paragraph", "paragraph", "point", "point", "paragraph"]
TREATY = (
    "第一条\n\n一、各国应当开放港口。\n\n二、各国应当报告：\n\n"
    "（一）每年；\n\n（二）向大会。\n\n第十二条\n\n生效。\n"
)
REPORT = """I. Summary

A. Presentation by Freedonia

1. The Minister spoke.

2. She thanked all.

H. Harbours

3. Harbours are many.

I. Islands

4. Islands are few.

II. Conclusions

5. None.
"""


def ids(draft: Draft) -> list[str]:
    return [item.id for item in draft.provisions]


@pytest.mark.parametrize("language", RESOLUTIONS)
def test_resolutions_have_the_same_provisions_in_each_language(language: str) -> None:
    draft = parse_draft(RESOLUTIONS[language])
    assert [item.kind for item in draft.provisions] == SHAPE


@pytest.mark.parametrize("language", RESOLUTIONS)
def test_each_recital_and_paragraph_has_its_opening_verb(language: str) -> None:
    draft = parse_draft(RESOLUTIONS[language])
    assert sum(item.verb is not None for item in draft.provisions) == 5


def test_chinese_articles_are_counted_in_figures() -> None:
    assert [id_ for id_ in ids(parse_draft(TREATY)) if "__" not in id_] == ["art_1", "art_12"]


def test_chinese_numbers_count_paragraphs_and_points() -> None:
    found = ids(parse_draft(TREATY))[1:5]
    assert found == [
        "art_1__para_一",
        "art_1__para_二",
        "art_1__para_二__point_一",
        "art_1__para_二__point_二",
    ]


@pytest.mark.parametrize(
    ("label", "value"), [("十", 10), ("十二", 12), ("二十", 20), ("一百〇三", 103)]
)
def test_chinese_numbers_have_their_values(label: str, value: int) -> None:
    assert numerals.han(label) == value


def test_chapters_and_sections_are_told_by_what_they_go_on_counting() -> None:
    outer = [item.id for item in parse_draft(REPORT).provisions if item.kind != "paragraph"]
    assert outer == ["chp_I", "chp_I__sec_A", "chp_I__sec_H", "chp_I__sec_I", "chp_II"]


def test_a_high_number_goes_on_counting_wherever_its_line_begins() -> None:
    text = "\n\n".join(f"{' ' * (4 * (number % 3))}{number}. Words." for number in range(1, 9))
    drifted = parse_draft(text.replace("    2.", "2.").replace("        3.", "3."))
    assert [id_ for id_ in ids(drifted) if "point" in id_] == []
