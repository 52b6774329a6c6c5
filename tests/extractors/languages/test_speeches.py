"""Speeches and recommendations: what an author asks, in five languages."""

from __future__ import annotations

import pytest

from stocktake.model import Act, Prose, Strength
from tests.extractors.languages.conftest import Find, Say


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "Nous demandons un plan.", "XFR | demandons | un plan"),
        ("fr", "Ma délégation appuie le quai.", "XFR | appuie | le quai"),
        ("es", "Pedimos un plano.", "XFR | Pedimos | un plano"),
        ("es", "Quisiera subrayar el precio.", "XFR | subrayar | el precio"),
        ("ru", "Призываем всех беречь причал.", "XFR | Призываем | всех беречь причал"),
        ("ru", "Моя делегация готова предоставить план.", "XFR | готова | предоставить план"),
        ("ar", "ونؤيد الرصيف.", "XFR | نؤيد | الرصيف"),
        ("ar", "ويؤيد وفد بلدي الرصيف.", "XFR | يؤيد | الرصيف"),
        ("zh", "我们呼吁保护码头。", "XFR | 呼吁 | 保护码头"),
        ("zh", "我国代表团支持该码头。", "XFR | 支持 | 该码头"),
    ],
)
def test_we_and_my_delegation_are_the_author(say: Say, language: str, text: str, said: str) -> None:
    assert say(language, text, "statement", "XFR") == [said]


@pytest.mark.parametrize(
    ("language", "text", "strength"),
    [
        ("fr", "Les États doivent réparer les quais.", Strength.MUST),
        ("fr", "Il convient de réparer les quais.", Strength.SHOULD),
        ("es", "Los Estados deberían reparar los muelles.", Strength.SHOULD),
        ("es", "Es necesario reparar los muelles.", Strength.MUST),
        ("ru", "Государства должны починить причалы.", Strength.MUST),
        ("ru", "Следует починить причалы.", Strength.SHOULD),
        ("ar", "ينبغي للدول إصلاح الأرصفة.", Strength.SHOULD),
        ("ar", "ومن الضروري إصلاح الأرصفة.", Strength.MUST),
        ("zh", "各国必须修复码头。", Strength.MUST),
        ("zh", "应当修复码头。", Strength.SHOULD),
    ],
)
def test_obligations_are_requests_of_the_author(
    find: Find, language: str, text: str, strength: Strength
) -> None:
    found = find(language, text, "statement", "XFR")
    assert [(each.act, each.strength) for each in found] == [(Act.REQUESTS, strength)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le port a trois quais depuis dix ans."),
        ("fr", "Je vous félicite, Monsieur le Président, de votre élection."),
        ("es", "El puerto tiene tres muelles desde hace diez años."),
        ("ru", "За десять лет город построил три причала."),
        ("ar", "وقد بنت مدينتنا ثلاثة أرصفة."),
        ("zh", "十年来，我国城市修建了三座码头。"),
    ],
)
def test_facts_and_courtesies_are_no_statements(say: Say, language: str, text: str) -> None:
    assert say(language, text, "statement", "XFR") == []


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("fr", "Nous demandons aux États de réparer les quais.", "États"),
        ("fr", "Nous invitons la Ruritanie à réparer le quai.", "XRU"),
        ("es", "Instamos a los Estados a reparar los muelles.", "Estados"),
        ("ar", "وندعو الدول إلى إصلاح الأرصفة.", "الدول"),
    ],
)
def test_addressees_are_told(find: Find, language: str, text: str, asked: str) -> None:
    assert find(language, text, "statement", "XFR")[0].addressees == (asked,)


@pytest.mark.parametrize(
    ("language", "text", "condition"),
    [
        ("fr", "Nous appuyons le quai, à condition que le prix baisse.", "à condition que"),
        ("es", "Apoyamos el muelle, siempre que baje el precio.", "siempre que"),
        ("ru", "Поддерживаем причал при условии снижения цены.", "при условии"),
        ("ar", "ونؤيد الرصيف شريطة خفض الثمن.", "شريطة"),
        ("zh", "我们支持码头，前提是降价。", "前提是"),
    ],
)
def test_conditions_are_kept(find: Find, language: str, text: str, condition: str) -> None:
    told = find(language, text, "statement", "XFR")[0].condition
    assert told
    assert told.text.startswith(condition)


@pytest.mark.parametrize(
    ("language", "text", "cues"),
    [
        (
            "fr",
            "Les villes devraient : a) paver les quais ; b) éclairer les phares.",
            ["paver", "éclairer"],
        ),
        (
            "es",
            "Las ciudades deberían: a) pavimentar los muelles; b) iluminar los faros.",
            ["pavimentar", "iluminar"],
        ),
        (
            "ru",
            "Городам следует: a) вымостить причалы; b) осветить маяки.",
            ["вымостить", "осветить"],
        ),
        ("ar", "ينبغي للمدن: (أ) رصف الأرصفة؛ (ب) إنارة المنارات.", ["رصف", "إنارة"]),
        ("zh", "各城市应：(a) 修复码头；(b) 改善灯塔。", ["修复", "改善"]),
    ],
)
def test_points_within_a_sentence_are_whole_statements(
    find: Find, language: str, text: str, cues: list[str]
) -> None:
    found = find(language, text, "recommendations", "XFR")
    assert [each.cue.text for each in found] == cues


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Paver les quais (Freedonie) ;"),
        ("es", "Pavimentar los muelles (Fredonia);"),
        ("ru", "Вымостить причалы (Фридония);"),
        ("ar", "تحسين الأرصفة (فريدونيا)؛"),
        ("zh", "改善码头（弗里多尼亚）；"),
    ],
)
def test_the_state_in_brackets_recommends(find: Find, language: str, text: str) -> None:
    found = find(language, text)
    assert [(each.prose, each.actors[0][0].id) for each in found] == [(Prose.RECOMMENDATION, "XFR")]


def test_a_heading_leads_to_points(say: Say) -> None:
    text = "Recommandations :\n1. Paver les quais."
    assert say("fr", text, "recommendations", "XFR") == ["XFR | Paver | Paver les quais"]
