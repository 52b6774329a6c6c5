"""Forms of verbs from patterns."""

from __future__ import annotations

from stocktake.lexicon.conjugation import Kind, forms_of, read_conjugations

CONJUGATIONS = read_conjugations(
    [
        {"ending": "er", "finite": ["1e"], "participle": ["1é"]},
        {"ending": "ger", "finite": ["1ge"], "first": ["1geons"]},
        {"ending": "", "finite": ["1", "ي2"]},
    ]
)


def test_the_longest_ending_makes_the_forms() -> None:
    assert list(forms_of("manger", CONJUGATIONS, {})) == [
        ("mange", Kind.FINITE),
        ("mangeons", Kind.FIRST),
    ]


def test_a_second_stem_stands_behind_a_space() -> None:
    assert list(forms_of("ايد ؤيد", CONJUGATIONS, {})) == [
        ("ايد", Kind.FINITE),
        ("يؤيد", Kind.FINITE),
    ]


def test_forms_given_for_a_verb_stand_instead_of_the_pattern() -> None:
    irregular = {"aller": {"finite": ["va"]}}
    assert list(forms_of("aller", CONJUGATIONS, irregular)) == [("va", Kind.FINITE)]
