"""Labels and findings: how they are paired and counted."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stocktake.model import Act, Agreement, Stance
from stocktake.services.scoring import Claim, Pair, Spaced, actors_alone, paired

SENTENCE = Spaced("Ruritania urged a longer pier, and Freedonia a shorter one.")
URGED = Claim("XRU", (9, 14), (14, 25), False, Act.REQUESTS, Stance.SUPPORTS)
SPANS = st.tuples(st.integers(0, 49), st.integers(0, 49)).map(lambda span: (min(span), max(span)))
CLAIMS = st.lists(
    st.builds(
        Claim,
        st.sampled_from(["XRU", "XFR"]),
        SPANS,
        SPANS,
        st.booleans(),
        st.just(Act.REQUESTS),
        st.just(Stance.SUPPORTS),
    ),
    max_size=5,
)


def test_the_same_claim_has_no_fault() -> None:
    assert [pair.faults for pair in paired([URGED], [URGED], SENTENCE)] == [()]


def test_a_shorter_content_is_a_fault_but_near() -> None:
    (pair,) = paired([URGED], [replace(URGED, content=(14, 20))], SENTENCE)
    assert (pair.faults, pair.near) == (("content",), True)


def test_another_actor_is_a_fault_and_not_near() -> None:
    (pair,) = paired([URGED], [replace(URGED, actor="XFR")], SENTENCE)
    assert (pair.faults, pair.near) == (("actor",), False)


def test_what_nobody_labelled_is_spurious_and_what_nobody_found_is_missed() -> None:
    elsewhere = replace(URGED, actor="XFR", cue=(40, 41), content=(42, 48))
    pairs = paired([URGED], [elsewhere], SENTENCE)
    assert [pair.faults for pair in pairs] == [("missed",), ("spurious",)]


@given(CLAIMS, CLAIMS)
def test_every_claim_is_in_one_pair(labels: list[Claim], found: list[Claim]) -> None:
    pairs = paired(labels, found, SENTENCE)
    assert sum(pair.label is not None for pair in pairs) == len(labels)
    assert sum(pair.found is not None for pair in pairs) == len(found)


@given(CLAIMS)
def test_what_is_compared_with_itself_is_all_right(labels: list[Claim]) -> None:
    once = list(dict.fromkeys(labels))
    clear = [claim for claim in once if claim.cue[0] < claim.cue[1]]
    assert all(not pair.faults for pair in paired(clear, clear, SENTENCE) if pair.found)


def test_actors_count_once_a_sentence() -> None:
    found = [URGED, replace(URGED, cue=(30, 31)), replace(URGED, actor="XFR")]
    assert actors_alone([URGED], found) == Agreement(1, 2, 1)


def test_scores_of_nothing_are_zero() -> None:
    nothing = Agreement(0, 0, 0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


def test_white_space_does_not_move_a_place() -> None:
    assert Spaced("a longer  pier").span(10, 14) == Spaced("a\nlonger pier").span(9, 13)


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_span_gives_back_its_words(text: str, start: int, end: int) -> None:
    words = Spaced(text)
    assert words.quote(words.span(start, end)).split() == text[start:end].split()


def test_a_pair_of_one_is_not_near() -> None:
    assert not Pair(URGED, None).near


def test_a_cue_behind_a_particle_written_onto_it_is_near() -> None:
    sentence = Spaced("وطلبت روريتانيا رصيفا أطول.")
    label = Claim("XRU", (1, 5), (14, 24), False, Act.REQUESTS, Stance.SUPPORTS)
    (pair,) = paired([label], [replace(label, cue=(0, 5))], sentence)
    assert (pair.faults, pair.near) == (("cue",), True)


@given(CLAIMS, CLAIMS)
def test_an_exact_match_is_a_partial_one(labels: list[Claim], found: list[Claim]) -> None:
    pairs = paired(labels, found, SENTENCE)
    assert all(pair.near for pair in pairs if not pair.faults)
