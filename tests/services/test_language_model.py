"""A language model is asked only with consent, and what it cannot prove enters no stock."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from stocktake.errors import SettingsError, UsageError
from stocktake.model import Stock
from stocktake.services import adding, building, language_model, reporting, verifying
from stocktake.services.language_model import Asked, Notice
from stocktake.services.workspace import Workspace
from tests import world
from tests.chat.server import Model, say, serving
from tests.local_server import send

Handler = BaseHTTPRequestHandler
SENTENCE = "Few remember the pier, yet Freedonia would rather see it rebuilt."
TEXTS = {"open.txt": f"{SENTENCE}\n\nThe sea was calm.\n", "secret.txt": "Ruritania was asleep.\n"}
MANIFEST = """\
path,actor,kind,confidentiality
open.txt,Freedonia,report,public
secret.txt,Ruritania,report,internal
"""
TRUE = {
    "sentence": SENTENCE,
    "actors": ["Freedonia"],
    "cue": "would rather see",
    "content": "it rebuilt",
    "act": "proposes",
    "stance": "supports",
    "negated": False,
}
LIES = (
    ({"content": "it torn down"}, "evidence: not in the text"),
    ({"sentence": "Freedonia demands a new pier."}, "evidence: not in the text"),
    ({"cue": "calm"}, "evidence: outside its sentence"),
    ({"actors": ["Sylvania"]}, "evidence: not in the text"),
    ({"actors": ["Utopia"]}, "language model: an actor that nobody knows"),
    ({"act": "dreams"}, "language model: not in the form that was asked for"),
)


def answers(*lines: dict[str, object]) -> Callable[[Handler, str], None]:
    words = "\n".join(json.dumps(line) for line in lines)
    return lambda handler, text: say(handler, words if SENTENCE in text else "")


@pytest.fixture
def model() -> Iterator[Model]:
    with serving(answers(TRUE)) as served:
        yield served


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace whose inputs are read already."""
    folder = tmp_path_factory.mktemp("model")
    made = world.make_workspace(folder / "workspace")
    adding.add(made, [write_inputs(folder / "inputs")])
    building.build(made, 1)
    return made


@pytest.fixture
def workspace(original: Workspace, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(original.root, tmp_path / "workspace"))


def write_inputs(folder: Path) -> Path:
    folder.mkdir()
    for name, text in (TEXTS | {"manifest.csv": MANIFEST}).items():
        (folder / name).write_text(text)
    return folder


def set_model(workspace: Workspace, url: str, *more: str) -> None:
    lines = ["\n[language_model]", f'url = "{url}"', 'model = "m"', *more]
    with workspace.process_file.open("a") as file:
        file.write("\n".join(lines) + "\n")


def build(workspace: Workspace, *, yes: bool = True) -> Asked:
    return language_model.build(workspace, lambda _: yes, 1)


def modelled(stock: Stock) -> list[str]:
    return [item.content.text for item in stock.statements if item.rule == "language model"]


def kinds(stock: Stock) -> Counter[str]:
    return Counter(issue.kind for issue in stock.issues)


def test_what_stands_in_the_text_becomes_a_statement(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url)
    assert modelled(build(workspace).built.stock) == ["it rebuilt"]


@pytest.mark.parametrize(("lie", "kind"), LIES)
def test_a_lie_is_refused_and_counted(
    workspace: Workspace, model: Model, lie: dict[str, object], kind: str
) -> None:
    model.behave = answers(TRUE | lie)
    set_model(workspace, model.url)
    stock = build(workspace).built.stock
    assert (modelled(stock), kinds(stock)[kind]) == ([], 1)


def test_what_it_says_can_be_verified(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url)
    build(workspace)
    assert verifying.verify(workspace).faults == ()


def test_only_what_may_leave_the_machine_is_sent(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url)
    build(workspace)
    sent = [request["messages"][1]["content"] for request in model.heard]
    assert sent == [TEXTS["open.txt"].strip()]


def test_the_notice_tells_what_is_sent_and_where(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url)
    notices: list[Notice] = []
    language_model.build(workspace, lambda notice: not notices.append(notice), 1)
    [notice] = notices
    assert notice.host in model.url
    assert (notice.passages, notice.inputs, notice.kept_back) == (1, 1, 1)
    assert notice.characters == len(TEXTS["open.txt"].strip())


def test_nothing_is_sent_without_consent(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url)
    with pytest.raises(UsageError, match="Nothing was sent"):
        build(workspace, yes=False)
    assert model.heard == []


def test_consent_can_be_given_once_and_for_all(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url, "consent = true")
    assert build(workspace, yes=False).answered == 1


def test_a_build_that_was_not_asked_to_asks_nobody(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url, "consent = true")
    building.build(workspace, 1)
    assert model.heard == []


def test_without_a_model_there_is_nobody_to_ask(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="no language model is set"):
        build(workspace)


def test_a_rebuild_repeats_without_a_network(workspace: Workspace, tmp_path: Path) -> None:
    with serving(answers(TRUE)) as model:
        set_model(workspace, model.url)
        build(workspace)
        first = [path.read_bytes() for path in reporting.report(workspace)]
    for name in ("stocktake.db", "stocktake.db-wal", "stocktake.db-shm"):
        (workspace.root / name).unlink(missing_ok=True)
    adding.add(workspace, [write_inputs(tmp_path / "inputs")])
    assert modelled(building.build(workspace, 1).stock) == ["it rebuilt"]
    assert [path.read_bytes() for path in reporting.report(workspace)] == first


def test_what_was_answered_is_not_asked_again(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url)
    build(workspace)
    assert (build(workspace).answered, len(model.heard)) == (0, 1)


def test_another_prompt_is_another_question(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url)
    build(workspace)
    prompt = workspace.lexicon / "prompts" / "statements.txt"
    prompt.parent.mkdir()
    prompt.write_text("Read this.")
    build(workspace)
    assert model.heard[-1]["messages"][0]["content"] == "Read this."


def test_what_the_rules_found_is_not_counted_twice(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "rules.txt").write_text("Freedonia supports a longer pier.")
    (tmp_path / "m.csv").write_text("path,confidentiality\nrules.txt,public\n")
    adding.add(workspace, [], tmp_path / "m.csv")
    line = TRUE | {
        "sentence": "Freedonia supports a longer pier.",
        "cue": "supports",
        "content": "a longer pier",
    }
    with serving(lambda handler, _: say(handler, json.dumps(line))) as model:
        set_model(workspace, model.url)
        assert modelled(build(workspace).built.stock) == []


def test_a_failure_is_named_and_the_stock_is_taken_all_the_same(workspace: Workspace) -> None:
    with serving(lambda handler, _: send(handler, b"", 500)) as model:
        set_model(workspace, model.url)
        asked = build(workspace)
    assert (asked.answered, len(asked.problems), len(asked.built.stock.inputs)) == (0, 1, 2)


def test_who_never_answers_is_not_asked_forever(workspace: Workspace) -> None:
    with serving(lambda handler, _: send(handler, b"", 500)) as model:
        set_model(workspace, model.url, "passage_chars = 5")
        build(workspace)
    assert len(model.heard) == language_model.MOST_FAILURES


def test_passages_over_the_limit_are_told(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url, "passage_chars = 70", "requests = 1")
    assert kinds(build(workspace).built.stock)["language model: passages without an answer"] == 1


@pytest.mark.parametrize(
    ("url", "more"),
    [
        ("http://models.example/v1", ()),
        ("https://models.example/v1", ('key_variable = "NO_SUCH_KEY_HERE"',)),
    ],
)
def test_wrong_settings_are_told_before_anything_is_sent(
    workspace: Workspace, url: str, more: tuple[str, ...]
) -> None:
    set_model(workspace, url, *more)
    with pytest.raises(SettingsError):
        build(workspace)


def test_a_spoilt_answer_is_asked_for_again(workspace: Workspace, model: Model) -> None:
    set_model(workspace, model.url)
    build(workspace)
    [kept] = workspace.answers.rglob("*.json")
    kept.write_text("{")
    assert build(workspace).answered == 1
