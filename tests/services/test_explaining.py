"""Each statement can tell which rule, cue and names fired, and what its confidence is made of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake import lexicon
from stocktake.lexicon import Lexicon
from stocktake.lexicon.confidence import load_confidence
from stocktake.services.explaining import Explanation, explain, lines
from stocktake.services.extracting import extract_text
from tests import world

Why = Callable[..., Explanation]


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder = tmp_path_factory.mktemp("lexicon")
    world.write_lexicon(Path(folder))
    return lexicon.load(folder)


@pytest.fixture
def why(words: Lexicon) -> Why:
    """Why the first statement in a text was found."""

    def told(text: str, language: str = "en", author: str | None = None) -> Explanation:
        document, found = extract_text(text, language, author, words)
        return explain(found[0], document, words)

    return told


@pytest.mark.parametrize(
    ("text", "lemma", "before", "act"),
    [
        ("Norway supports a longer pier.", "support", "", "supports"),
        ("Norway called for a longer pier.", "call", "for", "requests"),
        ("Norway did not support a longer pier.", "support", "", "supports"),
        ("Norway expressed concern about the pier.", "express", "concern", "regrets"),
    ],
)
def test_the_entry_of_the_cue_is_named(
    why: Why, text: str, lemma: str, before: str, act: str
) -> None:
    cue = why(text).cue
    assert cue
    assert (cue.lemma, cue.before, cue.act) == (lemma, before, act)


def test_the_cue_of_another_language_is_that_of_its_own_file(why: Why) -> None:
    cue = why("La Norvège a demandé un quai plus long.", "fr").cue
    assert cue
    assert (cue.file, cue.lemma) == ("fr/cues.toml", "demander")


def test_a_name_of_the_package_is_told_by_file_and_line(why: Why) -> None:
    [name] = why("Norway supports a longer pier.").names
    assert name.known_from.startswith("actors/states.csv, line ")


def test_a_name_of_the_workspace_is_told_by_its_path(why: Why) -> None:
    [name] = why("Freedonia supports a longer pier.").names
    assert Path(name.known_from.partition(", line")[0]).is_absolute()


def test_an_adjective_is_told_as_the_weaker_sign_it_is(why: Why) -> None:
    [name] = why("A Freedonian proposal for a longer pier was tabled.").names
    assert name.known_from.endswith("as an adjective")


def test_the_author_needs_no_name(why: Why) -> None:
    [name] = why("We call for a longer pier.", author="Freedonia").names
    assert (name.id, name.words) == ("XFR", "")


def test_an_organisation_that_no_list_knows_is_known_by_its_words(why: Why) -> None:
    [name] = why("The Strelsau Lighthouse Network called for a longer pier.").names
    assert name.known_from.startswith("actors/organisation_words.toml")


def test_the_confidence_tells_how_it_was_measured(why: Why, words: Lexicon) -> None:
    explanation = why("Norway supports a longer pier.")
    row = words.confidence.measured("en", explanation.rule, explanation.trust.offered or 0)
    assert row
    assert (explanation.trust.labelled, explanation.trust.right) == (row.labelled, row.right)


def test_people_read_one_line_a_reason(why: Why) -> None:
    told = dict(lines(why("Norway called for a longer pier.")))
    assert list(told) == ["rule", "cue", "name", "confidence"]
    assert "call before “for”: requests, supports (en/cues.toml [verb.call])" in told["cue"]


def test_every_rule_that_was_measured_is_told_in_words(words: Lexicon) -> None:
    measured = {row.rule for row in load_confidence().rows()} - {"*"}
    assert measured <= set(words.rules)
