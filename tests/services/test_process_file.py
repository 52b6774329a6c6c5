"""process.toml, and what is said when it is wrong."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from stocktake import lexicon
from stocktake.errors import SettingsError, UsageError
from stocktake.model import Period
from stocktake.services import process_file
from stocktake.services.process_file import ProcessFile
from stocktake.services.process_templates import kinds, template
from stocktake.settings import Limits
from tests import world


def load(tmp_path: Path, text: str) -> ProcessFile:
    path = tmp_path / "process.toml"
    path.write_text(text, encoding="utf-8")
    return process_file.load(path)


def uncommented(text: str) -> str:
    """The template with its examples put into force."""
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    examples = [line for line in lines if line.strip().startswith("[") or " = " in line]
    return "\n".join(examples)


def test_what_it_says_becomes_a_process(tmp_path: Path) -> None:
    process = load(tmp_path, world.PROCESS).process
    assert process.meetings[0].period == Period.parse("2031-03-04/2031-03-05")


def test_the_template_is_a_process_file_as_it_stands(tmp_path: Path) -> None:
    found = load(tmp_path, template('The "Compact"'))
    assert (found.process.title, found.limits) == ('The "Compact"', Limits())


def test_every_example_in_the_template_can_be_put_into_force(tmp_path: Path) -> None:
    found = load(tmp_path, uncommented(template("A process")))
    assert found.process.meetings[0].sessions[0].dimension == "regional"


@pytest.mark.parametrize("kind", kinds())
def test_the_template_of_each_kind_is_a_process_file_as_it_stands(
    tmp_path: Path, kind: str
) -> None:
    assert load(tmp_path, template("Harbours", kind)).process.meetings


@pytest.mark.parametrize("kind", kinds())
def test_the_template_of_each_kind_ends_with_the_settings(kind: str) -> None:
    assert "# [language_model]" in template("Harbours", kind)


def test_a_kind_without_a_template_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="compact, consultation, review"):
        template("Harbours", "treaty")


def test_the_limits_in_the_template_are_those_in_force_without_it() -> None:
    limits = tomllib.loads(uncommented(template("A process")))["limits"]
    assert limits == {field.name: getattr(Limits(), field.name) for field in fields(Limits)}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("titel = 'x'", "Do you mean 'title'?"),
        ("expected = 'Freedonia'", "'expected' is not a list of texts"),
        ("phases = [{title = 'x', period = '5 March'}]", "phases 1: 'period' is no period"),
        ("meetings = [{id = 'm'}]", "meetings 1: 'title' is missing"),
        ("limits = {seconds = -1}", "[limits]: 'seconds' is not a number above 0"),
        ("limits = {second = 1}", "Do you mean 'seconds'?"),
        ("meetings = [{id='m', title='a'}, {id='m', title='b'}]", "is there twice"),
        ("themes = 3", "'themes' is not a text"),
        ("a b", "this is not TOML"),
    ],
)
def test_what_is_wrong_is_named_with_file_key_and_remedy(
    tmp_path: Path, line: str, message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, f"title = 'x'\n{line}\n" if "titel" not in line else line)
    assert message in str(caught.value)
    assert "process.toml" in caught.value.place


def test_expected_actors_may_be_named_as_people_call_them(tmp_path: Path) -> None:
    world.write_lexicon(tmp_path / "lexicon")
    found = load(tmp_path, world.PROCESS)
    process = process_file.with_actor_ids(found, lexicon.load(tmp_path / "lexicon"), "process.toml")
    assert process.expected_actor_ids == ("XFR", "XGR", "XRU", "XSY")


def test_an_expected_actor_nobody_knows_is_named(tmp_path: Path) -> None:
    found = load(tmp_path, "title = 'x'\nexpected = ['utopia']")
    with pytest.raises(SettingsError, match="'utopia'"):
        process_file.with_actor_ids(found, lexicon.load(), "process.toml")


def test_a_process_sets_thresholds_of_its_own(tmp_path: Path) -> None:
    found = load(tmp_path, 'title = "x"\n[relations]\nleast_actors = 5\ndraws = 20\n')
    assert found.process.relations == (("draws", 20), ("least_actors", 5))


def test_a_threshold_that_is_not_known_is_refused_with_the_one_meant(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="'least_actors'"):
        load(tmp_path, 'title = "x"\n[relations]\nleast_actor = 5\n')
