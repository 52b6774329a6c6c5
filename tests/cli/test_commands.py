"""Commands: what they print where, and with which exit code they end."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake.services.workspace import Workspace
from tests import world
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]


@pytest.fixture
def at_work(cli: Run, built: Workspace, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with a workspace around it."""
    monkeypatch.chdir(built.root)
    return cli


def test_take_ends_with_the_report_and_what_to_try_next(cli: Run, tmp_path: Path) -> None:
    inputs = world.write_inputs(tmp_path / "inputs")
    (inputs / "empty.txt").unlink()
    (inputs / "manifest.csv").unlink()
    done = cli("take", inputs, "--into", tmp_path / "w", "--workers", 1)
    assert done.code == 0
    assert (tmp_path / "w" / "report" / "stocktaking-report.html").is_file()
    assert "stocktaking-report.html\nTry next:" in done.out


def test_take_into_a_workspace_that_is_there_adds_to_it(cli: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Brazil supports open {name}.")
        done = cli("take", tmp_path / f"{name}.txt", "--into", tmp_path / "w", "--format", "json")
    assert json.loads(done.out)["inputs"] == 2


def test_take_names_what_failed_and_says_so_by_its_exit_code(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    done = cli("take", tmp_path / "empty.txt", "--into", tmp_path / "w")
    assert (done.code, "empty.txt: is empty" in done.err) == (1, True)


def test_take_of_nothing_makes_nothing(cli: Run, tmp_path: Path) -> None:
    done = cli("take", tmp_path / "none", "--into", tmp_path / "w")
    assert (done.code, (tmp_path / "w").exists()) == (1, False)


def test_a_folder_that_brings_its_process_has_it_used(cli: Run, tmp_path: Path) -> None:
    inputs = world.write_inputs(tmp_path / "inputs", manifest=False)
    (inputs / "process.toml").write_text('title = "Compact on harbours"\n')
    cli("take", inputs, "--into", tmp_path / "w", "--workers", 1)
    assert "Compact on harbours" in (tmp_path / "w" / "process.toml").read_text()


def test_the_steps_of_take_can_be_taken_one_by_one(cli: Run, tmp_path: Path) -> None:
    inputs = world.write_inputs(tmp_path / "inputs", manifest=False)
    where = ("--workspace", tmp_path / "w")
    codes = [
        cli("init", tmp_path / "w", "--title", "Harbours").code,
        cli("add", inputs / "freedonia.txt", *where).code,
        cli("build", *where).code,
        cli("report", "--format", "md", *where).code,
        cli("verify", *where).code,
    ]
    assert codes == [0] * 5


def test_a_workspace_is_found_from_the_current_folder_upwards(
    cli: Run, built: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built.report)
    assert cli("show", "inputs").code == 0


def test_json_stands_alone_on_standard_output(cli: Run, built: Workspace) -> None:
    done = cli("build", "--format", "json", "--workspace", built.root)
    assert json.loads(done.out)["inputs"] == len(world.INPUTS)


def test_json_lines_are_one_record_each(cli: Run, built: Workspace) -> None:
    done = cli("show", "ledger", "--format", "jsonl", "--workspace", built.root)
    names = [json.loads(line)["name"] for line in done.out.splitlines()]
    assert sorted(names) == sorted(world.INPUTS)


def test_a_table_can_be_had_as_csv(cli: Run, built: Workspace) -> None:
    done = cli("show", "ledger", "--format", "csv", "--workspace", built.root)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert {row["status"] for row in rows} == {"processed", "failed"}


def test_search_counts_all_hits(cli: Run, built: Workspace) -> None:
    done = cli("search", "harbour*", "--limit", 1, "--format", "json", "--workspace", built.root)
    answer = json.loads(done.out)
    assert len(answer["hits"]) == 1 < answer["total"]


def test_pages_of_a_search_follow_one_another(cli: Run, built: Workspace) -> None:
    where = ("--limit", 2, "--workspace", built.root)
    done = cli("search", "harbour*", "--page", 2, *where)
    assert done.out.rstrip().endswith("hits.")
    assert "\n3 to 4 of " in done.out


def test_a_query_that_is_none_is_wrong_use(cli: Run, built: Workspace) -> None:
    done = cli("search", '"open', "--workspace", built.root)
    assert (done.code, "not closed" in done.err) == (2, True)


def test_export_says_what_it_wrote(cli: Run, built: Workspace, tmp_path: Path) -> None:
    done = cli("export", "--format", "graphml", "--out", tmp_path, "--workspace", built.root)
    assert any(line.endswith("actors-actors.graphml") for line in done.out.splitlines())


def test_search_for_people_says_who_and_where(cli: Run, built: Workspace) -> None:
    done = cli("search", "register", "--workspace", built.root)
    assert "Summary of the first consultation" in done.out


def test_extract_writes_one_object_a_statement(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Brazil supports open data.\nJapan opposes this proposal.\n")
    done = cli("extract", tmp_path / "a.txt", "--lines")
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [(item["line"], item["actors"][0]["id"]) for item in records] == [(1, "BRA"), (2, "JPN")]


def test_a_correction_is_kept_under_the_name_of_who_made_it(cli: Run, built: Workspace) -> None:
    done = cli("correct", "report.md", "date", "2031-03-06", "--by", "J.", "-w", built.root)
    assert (done.code, done.out[:9]) == (0, "Corrected")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["biuld"], 2, "Did you mean 'build'?"),
        (["build", "--worker", "3"], 2, "--workers"),
        (["show", "proposal"], 2, "Known: actors"),
        (["show", "ledger", "--format", "xml"], 2, "table"),
        (["take"], 2, "PATH"),
        (["report", "--format", "papyrus"], 2, "html"),
        (["search", "x", "--act", "sings"], 2, "proposes"),
        (["search", "x", "--since", "soon"], 2, "2017-12-04"),
        (["correct", "report.md", "colour", "red"], 2, "One of: title"),
        (["correct", "report.md", "kind", "poem"], 2, "One of: statement"),
        (["correct", "none.md", "date", "2017"], 1, "stocktake show inputs"),
    ],
)
def test_wrong_use_is_answered_with_what_would_be_right(
    at_work: Run, arguments: list[str], code: int, message: str
) -> None:
    done = at_work(*arguments)
    assert (done.code, done.out) == (code, "")
    assert message in done.err


def test_outside_a_workspace_it_says_how_to_make_one(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = cli("build")
    assert (done.code, "stocktake init" in done.err) == (1, True)


def test_a_wrong_process_file_is_wrong_use_and_named(cli: Run, tmp_path: Path) -> None:
    cli("init", tmp_path / "w")
    (tmp_path / "w" / "process.toml").write_text("titel = 'x'\n")
    done = cli("build", "--workspace", tmp_path / "w")
    assert (done.code, "Do you mean 'title'?" in done.err) == (2, True)


def test_verify_names_what_was_changed(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Brazil supports open data.")
    cli("take", tmp_path / "a.txt", "--into", tmp_path / "w")
    [original] = [path for path in (tmp_path / "w" / "originals").rglob("*") if path.is_file()]
    original.chmod(0o644)
    original.write_text("Brazil supports open debt.")
    done = cli("verify", "--workspace", tmp_path / "w")
    assert (done.code, original.name in done.err) == (1, True)


def test_what_was_not_foreseen_is_told_without_a_traceback(
    cli: Run, built: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stocktake.services.showing.show", lambda *_: 1 // 0)
    done = cli("show", "ledger", "--workspace", built.root)
    assert (done.code, "Traceback" in done.err) == (1, False)
    assert "please report it" in done.err


def test_evaluate_shows_figures_and_examples(cli: Run, tmp_path: Path) -> None:
    record = {"text": "Norway urged a longer pier.", "propositions": []}
    (tmp_path / "labels.jsonl").write_text(json.dumps(record))
    done = cli("evaluate", tmp_path / "labels.jsonl", "--examples", 1)
    assert (done.code, "found: NOR | urged | a longer pier" in done.out) == (0, True)


def test_extract_explains_itself_to_people(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Brazil called for open data.")
    done = cli("extract", tmp_path / "a.txt", "--lines", "--explain", "--format", "text")
    assert "call before “for”: requests, supports (en/cues.toml [verb.call])" in done.out


def test_extract_explains_itself_to_programs(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Brazil called for open data.")
    [line] = cli("extract", tmp_path / "a.txt", "--explain").out.splitlines()
    assert json.loads(line)["explain"]["cue"]["lemma"] == "call"


def test_extract_knows_the_names_of_a_workspace(cli: Run, built: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sylvania called for open data.")
    done = cli("extract", tmp_path / "a.txt", "--workspace", built.root)
    assert json.loads(done.out)["actors"] == [{"id": "XSY", "name": "Sylvania"}]


def test_evaluate_tells_how_far_confidence_can_be_trusted(cli: Run, tmp_path: Path) -> None:
    record = {"text": "Norway urged a longer pier.", "propositions": []}
    (tmp_path / "labels.jsonl").write_text(json.dumps(record))
    done = cli("evaluate", tmp_path / "labels.jsonl", "--reliability", "--format", "json")
    [row] = json.loads(done.out)["reliability"]["bins"]
    assert (row["findings"], row["right"]) == (1, 0.0)


def test_the_review_queue_leads_to_a_review(cli: Run, built: Workspace) -> None:
    where = ("--workspace", built.root)
    first = json.loads(cli("show", "review", "--format", "jsonl", *where).out.splitlines()[0])
    done = cli("review", first["id"], "confirm", "--by", "J.", *where)
    assert (done.code, first["id"][:12] in done.out) == (0, True)


def test_a_model_that_is_not_set_is_wrong_use(cli: Run, built: Workspace) -> None:
    done = cli("build", "--language-model", "--workspace", built.root)
    assert (done.code, "[language_model]" in done.err) == (2, True)


def test_nothing_is_sent_by_a_program_that_did_not_say_yes(cli: Run, tmp_path: Path) -> None:
    cli("init", tmp_path / "w")
    with (tmp_path / "w" / "process.toml").open("a") as file:
        file.write('[language_model]\nurl = "http://127.0.0.1:9"\nmodel = "m"\n')
        file.write('confidentiality = ["unmarked"]\n')
    (tmp_path / "a.txt").write_text("Brazil called for open data.")
    cli("add", tmp_path / "a.txt", "--workspace", tmp_path / "w")
    done = cli("build", "--language-model", "--workspace", tmp_path / "w")
    assert (done.code, "To 127.0.0.1:9, model m, go 1 passages" in done.err) == (2, True)


def test_a_decision_on_a_proposal_is_kept_and_can_be_taken_back(at_work: Run) -> None:
    kept = at_work("proposals", "rename", 1, "Safe harbours", "--by", "J. Doe")
    undone = at_work("proposals", "undo", 1)
    assert (kept.code, undone.code) == (0, 0)
    assert "Kept, of proposal 1." in kept.out


def test_a_proposal_is_shown_with_its_statements(at_work: Run) -> None:
    shown = json.loads(at_work("proposals", "show", 1, "--format", "json").out)
    assert len(shown["rows"]) == len(shown["proposal"]["statement_ids"])


def test_one_actor_is_shown_with_all_that_is_known_of_it(at_work: Run) -> None:
    shown = json.loads(at_work("show", "actor", "Freedonia", "--format", "json").out)
    assert shown["actor"]["id"] == "XFR"
    assert shown["memberships"]


def test_there_is_no_view_of_one_gap(at_work: Run) -> None:
    assert at_work("show", "gaps", "Freedonia").code == 2
