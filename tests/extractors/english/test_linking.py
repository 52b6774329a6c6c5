"""What a sentence takes up from those before it."""

from __future__ import annotations

from tests.extractors.english.conftest import Find, Say


def test_opposition_in_the_next_sentence_answers_the_statement_before(find: Find) -> None:
    _, answer = find("FREEDONIA proposed a pier. This was opposed by RURITANIA.")
    assert answer.answers is not None
    assert answer.answers.text == "a pier"


def test_what_was_opposed_is_the_content(say: Say) -> None:
    assert say("This was opposed by RURITANIA.") == ["XRU | opposed | This"]


def test_a_bare_disagreement_answers_the_statement_before(find: Find) -> None:
    _, answer = find("FREEDONIA proposed a pier. RURITANIA disagreed.")
    assert answer.answers is not None
    assert answer.content.text == "disagreed"


def test_a_position_of_its_own_answers_nothing(find: Find) -> None:
    _, other = find("FREEDONIA proposed a pier. RURITANIA opposed the new toll on boats.")
    assert other.answers is None


def test_a_second_answer_is_about_the_same_statement(find: Find) -> None:
    *_, last = find("FREEDONIA proposed a pier. RURITANIA disagreed. SYLVANIA supported this.")
    assert last.answers is not None
    assert last.answers.text == "a pier"


def test_she_is_the_last_who_spoke(say: Say) -> None:
    assert say("RURITANIA urged piers. She noted costs.")[1] == "XRU | noted | costs"


def test_it_is_nobody_once_another_sentence_came_between(say: Say) -> None:
    found = say("RURITANIA urged piers. The pier is long. It welcomed boats.")
    assert found == ["XRU | urged | piers"]


def test_they_are_the_several_who_spoke(say: Say) -> None:
    found = say("RURITANIA and SYLVANIA urged piers. They opposed tolls.")
    assert found[1] == "XRU+XSY | opposed | tolls"
