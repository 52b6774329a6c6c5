"""Languages as their data files tell them."""

from __future__ import annotations

import pytest

from stocktake import lexicon
from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.languages import fold
from stocktake.model import Act

LANGUAGES = lexicon.load().languages


@pytest.mark.parametrize(
    ("code", "form", "kind"),
    [
        ("fr", "soutenue", Kind.PARTICIPLE),
        ("es", "instamos", Kind.FIRST),
        ("ru", "подчеркнув", Kind.GERUND),
        ("ar", "نؤيد", Kind.FIRST),
        ("zh", "支持", Kind.FINITE),
    ],
)
def test_forms_have_their_kinds(code: str, form: str, kind: Kind) -> None:
    assert kind in LANGUAGES[code].forms[fold(form, code)][1]


@pytest.mark.parametrize(
    ("code", "form", "following", "act"),
    [
        ("fr", "engagé", ("à", "venir"), Act.COMMITS),
        ("fr", "engagé", ("les", "villes"), Act.REQUESTS),
        ("fr", "exprimé", ("son", "appui"), Act.SUPPORTS),
        ("ru", "выступила", ("против", "этого"), Act.OPPOSES),
        ("es", "subrayó", ("la", "necesidad", "de"), Act.REQUESTS),
    ],
)
def test_the_words_behind_a_verb_tell_what_it_means(
    code: str, form: str, following: tuple[str, ...], act: Act
) -> None:
    language = LANGUAGES[code]
    meaning = language.meaning(language.forms[form][0], following)
    assert meaning
    assert meaning.act is act


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_language_has_words_for_all_that_reports_do(code: str) -> None:
    acts = {verb.plain.act for verb, _ in LANGUAGES[code].forms.values() if verb.plain}
    assert acts >= set(Act)
