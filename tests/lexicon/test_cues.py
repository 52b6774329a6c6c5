"""Cue words and grammar words as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import SettingsError
from stocktake.lexicon.cues import load_cues
from stocktake.lexicon.grammar import Phrases, load_grammar
from stocktake.lexicon.inflection import Form, forms_of
from stocktake.lexicon.sections import sections
from stocktake.model import Act


@pytest.mark.parametrize(
    ("lemma", "past", "ing"),
    [
        ("urge", "urged", "urging"),
        ("clarify", "clarified", "clarifying"),
        ("ask", "asked", "asking"),
    ],
)
def test_regular_verbs_inflect_by_rule(lemma: str, past: str, ing: str) -> None:
    forms = {kind: form for form, kind in forms_of(lemma)}
    assert (forms[Form.PAST], forms[Form.ING]) == (past, ing)


def test_what_follows_a_verb_can_change_its_act() -> None:
    cues = load_cues()
    verb, _ = cues.forms["called"]
    acts = [cues.meaning(verb, words) for words in (["for", "peace"], ["into", "question"])]
    assert [act.act for act in acts if act] == [Act.REQUESTS, Act.OPPOSES]


def test_a_verb_that_needs_more_is_no_cue_alone() -> None:
    cues = load_cues()
    verb, _ = cues.forms["stands"]
    assert cues.meaning(verb, ["on", "the", "shore"]) is None


def test_a_users_cue_is_added_to_the_packages(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    text = '[[class]]\nact = "opposes"\nstance = "opposes"\nverbs = ["pooh-pooh"]\n'
    (tmp_path / "en/cues.toml").write_text(text, encoding="utf-8")
    assert {"pooh-poohed", "urged"} <= set(load_cues(tmp_path).forms)


def test_a_cue_with_an_unknown_act_is_named(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    text = '[nominal]\nplea = { act = "pleads", stance = "supports" }\n'
    (tmp_path / "en/cues.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match="plea"):
        load_cues(tmp_path)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/grammar.toml").write_text("[words", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"grammar\.toml"):
        load_grammar(tmp_path)


def test_sections_of_a_user_grow_lists_and_replace_values(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    text = '[words]\nnobody = ["lobbyists"]\n[modals]\nshall = "must"\n'
    (tmp_path / "en/grammar.toml").write_text(text, encoding="utf-8")
    merged = sections("en/grammar.toml", tmp_path)
    assert {"lobbyists", "parties"} <= set(merged["words"]["nobody"])
    assert merged["modals"]["shall"] == "must"


def test_the_longest_phrase_counts() -> None:
    phrases = Phrases({"on": 1, "on behalf of": 2})
    assert phrases.at(("on", "behalf", "of", "all"), 0) == (3, 2)


def test_no_verb_stands_in_two_classes() -> None:
    classes = sections("en/cues.toml", None)["class"]
    verbs = [verb for group in classes for verb in group["verbs"]]
    assert len(verbs) == len(set(verbs))
