"""Reports on meetings: who says what, with whom, against whom, in five languages."""

from __future__ import annotations

import pytest

from tests.extractors.languages.conftest import Find, Say


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "La Freedonie a proposé une pause.", "XFR | proposé | une pause"),
        ("es", "Fredonia propuso una pausa.", "XFR | propuso | una pausa"),
        ("ru", "Фридония предложила перерыв.", "XFR | предложила | перерыв"),
        ("ar", "واقترحت فريدونيا استراحة.", "XFR | اقترحت | استراحة"),
        ("zh", "弗里多尼亚提议休息。", "XFR | 提议 | 休息"),
    ],
)
def test_a_named_actor_does_what_its_verb_says(
    say: Say, language: str, text: str, said: str
) -> None:
    assert say(language, text) == [said]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "La Freedonie, au nom du Groupe côtier et soutenue par la Sylvanie, a proposé un quai.",
            "XFR+coastal+XSY | proposé | un quai",
        ),
        (
            "es",
            "Fredonia, en nombre del Grupo Costero y con el apoyo de Silvania, propuso un muelle.",
            "XFR+coastal+XSY | propuso | un muelle",
        ),
        (
            "ru",
            "Фридония от имени Прибрежной группы и при поддержке Сильвании предложила причал.",
            "XFR+coastal+XSY | предложила | причал",
        ),
        (
            "ar",
            "واقترحت فريدونيا، باسم المجموعة الساحلية وبتأييد من سيلفانيا، رصيفا.",
            "XFR+coastal+XSY | اقترحت | رصيفا",
        ),
        (
            "zh",
            "弗里多尼亚代表沿海集团，在西尔瓦尼亚的支持下，提议修建码头。",
            "XFR+coastal+XSY | 提议 | 修建码头",
        ),
    ],
)
def test_those_spoken_for_and_those_in_support_say_it_too(
    say: Say, language: str, text: str, said: str
) -> None:
    assert say(language, text) == [said]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "La Freedonie n'a pas appuyé le quai.", "XFR | not appuyé | le quai"),
        ("es", "Fredonia no apoyó el muelle.", "XFR | not apoyó | el muelle"),
        ("ru", "Фридония не поддержала причал.", "XFR | not поддержала | причал"),
        ("ar", "ولم تؤيد فريدونيا الرصيف.", "XFR | not تؤيد | الرصيف"),
        ("zh", "弗里多尼亚未能支持该码头。", "XFR | not 支持 | 该码头"),
    ],
)
def test_negation_leaves_the_bare_verb_as_cue(
    say: Say, language: str, text: str, said: str
) -> None:
    assert say(language, text) == [said]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Freedonie a proposé un quai, tandis que la Ruritanie s'y est opposée."),
        ("fr", "La Freedonie, à qui la Ruritanie s'est opposée, a proposé un quai."),
        ("es", "Fredonia propuso un muelle, a lo que Ruritania se opuso."),
        ("ru", "Фридония предложила причал, против чего выступила Руритания."),
        ("ar", "واقترحت فريدونيا رصيفا، في حين عارضت روريتانيا ذلك."),
        ("zh", "弗里多尼亚提议修建码头，但鲁里坦尼亚表示反对。"),
    ],
)
def test_an_opponent_has_cue_and_content_negated(find: Find, language: str, text: str) -> None:
    by = {candidate.actors[0][0].id: candidate for candidate in find(language, text)}
    assert (by["XRU"].negated, by["XRU"].cue, by["XRU"].content) == (
        True,
        by["XFR"].cue,
        by["XFR"].content,
    )


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "La Freedonie a salué le quai et souligné son prix.", "souligné | son prix"),
        ("es", "Fredonia celebró el muelle y subrayó su precio.", "subrayó | su precio"),
        ("ru", "Фридония приветствовала причал и подчеркнула цену.", "подчеркнула | цену"),
        ("ar", "ورحبت فريدونيا بالرصيف وأكدت ثمنه.", "أكدت | ثمنه"),
        ("zh", "弗里多尼亚欢迎该码头，并强调价格。", "强调 | 价格"),
    ],
)
def test_a_coordinated_verb_is_a_proposition_of_its_own(
    say: Say, language: str, text: str, said: str
) -> None:
    assert say(language, text)[1] == f"XFR | {said}"


@pytest.mark.parametrize(
    ("language", "text", "context"),
    [
        ("fr", "Sur les quais, la Freedonie a demandé un plan.", "Sur les quais"),
        ("es", "En cuanto a los muelles, Fredonia pidió un plano.", "En cuanto a los muelles"),
        ("ru", "Что касается причалов, то Фридония просила план.", "Что касается причалов"),
        ("ar", "وبشأن الأرصفة، طلبت فريدونيا خطة.", "بشأن الأرصفة"),
        ("zh", "关于码头，弗里多尼亚要求提供图纸。", "关于码头"),
    ],
)
def test_a_leading_phrase_is_context(find: Find, language: str, text: str, context: str) -> None:
    told = find(language, text)[0].context
    assert told
    assert told.text == context


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "Le quai a été appuyé par la Freedonie.", "XFR | appuyé | Le quai"),
        ("fr", "Le quai a reçu l'appui de la Freedonie.", "XFR | appui | Le quai"),
        ("es", "El muelle fue apoyado por Fredonia.", "XFR | apoyado | El muelle"),
        ("ru", "Предложение было поддержано Фридонией.", "XFR | поддержано | Предложение"),
        ("ar", "وحظي الرصيف بتأييد فريدونيا.", "XFR | تأييد | الرصيف"),
        ("zh", "修建码头得到弗里多尼亚的支持。", "XFR | 支持 | 修建码头"),
    ],
)
def test_in_the_passive_what_is_supported_is_the_content(
    say: Say, language: str, text: str, said: str
) -> None:
    assert say(language, text) == [said]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "De nombreuses délégations ont appuyé le quai."),
        ("es", "Numerosas delegaciones apoyaron el muelle."),
        ("ru", "Многие делегации поддержали причал."),
        ("ar", "وأيدت وفود كثيرة الرصيف."),
        ("zh", "许多代表团支持该码头。"),
    ],
)
def test_many_delegations_are_no_actor(say: Say, language: str, text: str) -> None:
    assert say(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "Notant le prix, la Freedonie a souhaité un rabais.", "Notant | le prix"),
        ("es", "Señalando el precio, Fredonia pidió una rebaja.", "Señalando | el precio"),
        ("ru", "Отметив цену, Фридония просила скидку.", "Отметив | цену"),
        ("ar", "واقترحت فريدونيا رصيفا، مؤكدة أهميته.", "مؤكدة | أهميته"),
    ],
)
def test_participles_have_the_subject_of_their_sentence(
    say: Say, language: str, text: str, said: str
) -> None:
    assert f"XFR | {said}" in say(language, text)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "A ello se opuso Fredonia.", "XFR | opuso | A ello"),
        ("ru", "Против этого выступила Фридония.", "XFR | выступила | Против этого"),
        ("zh", "弗里多尼亚对价格表示关切。", "XFR | 表示 | 对价格表示关切"),
        ("fr", "« Le quai est trop court », a déclaré la Freedonie.", None),
        ("fr", "Selon la Freedonie, le quai est court.", "XFR | Selon | le quai est court"),
        ("zh", "弗里多尼亚关于修建码头的提案。", "XFR | 提案 | 关于修建码头"),
        ("fr", "La proposition de la Freedonie visant à paver le quai.", None),
    ],
)
def test_other_orders_of_words_are_read(
    say: Say, language: str, text: str, said: str | None
) -> None:
    found = say(language, text)
    assert len(found) == 1
    assert said in (None, found[0])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Freedonie a proposé un quai.\nElle a souligné son prix."),
        ("es", "Fredonia propuso un muelle. Subrayó su precio."),
        ("ru", "Фридония предложила причал. Она подчеркнула цену."),
        ("zh", "弗里多尼亚提议修建码头。它强调价格。"),
    ],
)
def test_a_pronoun_or_none_takes_the_last_speaker(say: Say, language: str, text: str) -> None:
    text = text.replace("\n", " ")
    assert say(language, text)[1].startswith("XFR | ")
