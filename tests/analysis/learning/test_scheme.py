"""A scheme learns from labels where they tell more than its terms, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.analysis.learning import TrainedScheme, train
from stocktake.errors import SettingsError, UsageError
from stocktake.model import Basis
from tests.analysis.learning.making import RULES, SCHEME, labelled

ASKED = ["Repair each wharf", "Clean the harbour", "An island school"]


@pytest.fixture(scope="module")
def trained() -> TrainedScheme:
    return train(*labelled(), SCHEME, "en", RULES)


def test_a_model_tells_what_no_term_names(trained: TrainedScheme) -> None:
    assert trained.classify(ASKED[:1]) == [{"harbours"}]


def test_a_theme_with_too_few_labels_is_left_to_its_terms(trained: TrainedScheme) -> None:
    assert trained.classify(ASKED[2:]) == [{"islands"}]


def test_it_says_of_each_theme_by_what_it_is_assigned(trained: TrainedScheme) -> None:
    assert [each.basis for each in trained.quality] == [Basis.MODEL, Basis.MODEL, Basis.TERMS]


def test_terms_and_model_are_both_measured(trained: TrainedScheme) -> None:
    first = trained.quality[0]
    assert first.model is not None
    assert (first.terms.recall, first.model.recall > 0.8) == (0.0, True)


def test_terms_that_are_as_good_are_kept() -> None:
    texts, labels = labelled()
    told = [f"{text} harbour" if "harbours" in each else text for text, each in _pairs()]
    found = train(told, labels, SCHEME, "en", RULES)
    assert (len(texts), found.quality[0].basis) == (60, Basis.TERMS)


def test_the_words_that_weigh_most_are_shown_where_they_stand(trained: TrainedScheme) -> None:
    assert trained.learned is not None
    places = trained.learned.weightiest(ASKED[0], "harbours")
    assert "wharf" in [ASKED[0][start:end] for start, end in places]


def test_the_nearest_examples_bear_the_theme(trained: TrainedScheme) -> None:
    texts, labels = labelled()
    only = train(texts, labels, SCHEME, "en", RULES).learned
    assert only is not None
    ids = dict(zip(only.names, only.labels[:, 0].tolist(), strict=True))
    assert [ids[name] for name in only.nearest(ASKED[0], "harbours")] == [True, True]


def test_what_was_saved_decides_the_same(trained: TrainedScheme, tmp_path: Path) -> None:
    trained.save(tmp_path / "seas.npz")
    assert TrainedScheme.load(tmp_path / "seas.npz").classify(ASKED) == trained.classify(ASKED)


def test_the_figures_are_saved_too(trained: TrainedScheme, tmp_path: Path) -> None:
    trained.save(tmp_path / "seas.npz")
    assert TrainedScheme.load(tmp_path / "seas.npz").quality == trained.quality


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "seas.npz").write_text("no", encoding="utf-8")
    with pytest.raises(SettingsError, match="no trained scheme"):
        TrainedScheme.load(tmp_path / "seas.npz")


def test_a_label_that_is_no_theme_is_refused() -> None:
    with pytest.raises(UsageError, match="no theme 'moons'"):
        train(["A moon"], [{"moons"}], SCHEME, "en", RULES)


@given(st.permutations(range(60)))
@settings(max_examples=4)
def test_the_order_of_labelled_texts_changes_nothing(order: list[int]) -> None:
    texts, labels = labelled()
    found = train([texts[n] for n in order], [labels[n] for n in order], SCHEME, "en", RULES)
    again = train(texts, labels, SCHEME, "en", RULES)
    assert found.learned is not None
    assert again.learned is not None
    assert (found.learned.weights == again.learned.weights).all()


def _pairs() -> list[tuple[str, set[str]]]:
    return list(zip(*labelled(), strict=True))
