"""Asks a language model about the inputs of a workspace: the one step that uses a network, taken
only when it was asked for, and after saying what leaves the machine and to where."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from stocktake import chat
from stocktake.chat import ChatError, Endpoint
from stocktake.errors import SettingsError, UsageError
from stocktake.lexicon.prompts import load_prompt
from stocktake.services import building
from stocktake.services.building import Also, Built
from stocktake.services.modelled import Ready, sources
from stocktake.services.progress import SILENT, Progress, told
from stocktake.services.questions import PROMPT, Answers, Question, questions
from stocktake.services.workspace import Workspace
from stocktake.settings import LanguageModel

MOST_FAILURES = 3


@dataclass(frozen=True, slots=True)
class Notice:
    """What is about to leave the machine: *passages* of *inputs*, *characters* in all, to *host*.
    *kept_back* inputs stay by their confidentiality, *later* passages because of the limit."""

    host: str
    model: str
    passages: int
    inputs: int
    characters: int
    kept_back: int
    later: int

    def __str__(self) -> str:
        return (
            f"To {self.host}, model {self.model}, go {self.passages:,} passages "
            f"({self.characters:,} characters) of {self.inputs:,} inputs, with the prompt. "
            f"{self.kept_back:,} inputs are kept back by their confidentiality, and {self.later:,} "
            "passages by the limit of requests."
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking: how many passages were *answered* now, and what went wrong."""

    built: Built
    answered: int
    problems: tuple[ChatError, ...]


def build(
    workspace: Workspace,
    consent: Callable[[Notice], bool],
    count: int | None = None,
    progress: Progress = SILENT,
    cluster: str = "",
) -> Asked:
    """Build, and ask the language model about what it was not asked yet.

    *consent* hears what would be sent, and says whether it may be; it is not asked if process.toml
    consents. UsageError if no model is set or without consent, SettingsError if the address may not
    be used or the key is missing. Inputs are read, but no stock is taken then. The *cluster* reads
    them, if one is named, as in a build.
    """
    asking = _Asking(consent, progress)
    built = building.build(workspace, count, progress, Also(before=asking, cluster=cluster))
    return Asked(built, asking.answered, tuple(asking.problems))


@dataclass(slots=True)
class _Asking:
    """Asks what is open once all inputs are read, and remembers how it went."""

    consent: Callable[[Notice], bool]
    progress: Progress
    answered: int = 0
    problems: list[ChatError] = field(default_factory=list)

    def __call__(self, ready: Ready) -> None:
        model = ready.settings.language_model
        if model is None:
            raise UsageError(
                "no language model is set.",
                remedy="Set one in process.toml under [language_model].",
            )
        endpoint = _endpoint(model)
        prompt = load_prompt(PROMPT, ready.workspace.lexicon)
        unasked = _open_questions(ready, model, prompt)
        now = unasked[: model.requests]
        notice = _notice(ready, endpoint, now, len(unasked) - len(now))
        if now and not (model.consent or self.consent(notice)):
            raise UsageError(f"Nothing was sent. {notice}", remedy="To send it, say --yes.")
        for question in told(self.progress, "asking the language model", now, len(now)):
            self._ask(question, endpoint, prompt, ready.answers)
            if self._is_hopeless():
                break

    def _ask(self, question: Question, endpoint: Endpoint, prompt: str, answers: Answers) -> None:
        try:
            answer = chat.ask(endpoint, prompt, question.words)
        except ChatError as error:
            self.problems.append(error)
        else:
            answers.keep(question, endpoint.model, answer)
            self.answered += 1

    def _is_hopeless(self) -> bool:
        """Whether nothing was answered, however often it was asked."""
        return self.answered == 0 and len(self.problems) >= MOST_FAILURES


def _open_questions(ready: Ready, model: LanguageModel, prompt: str) -> list[Question]:
    """What was not answered yet, each passage once, by the order of the inputs' names."""
    every = {
        each.key: each
        for source in sources(ready)
        for each in questions(source.document, model, prompt)
    }
    return [each for each in every.values() if ready.answers.get(each) is None]


def _notice(ready: Ready, endpoint: Endpoint, now: list[Question], later: int) -> Notice:
    inputs = [plan.as_input(ready.words) for plan in ready.plans]
    return Notice(
        endpoint.host,
        endpoint.model,
        len(now),
        len({each.document_id for each in now}),
        sum(len(each.words) for each in now),
        sum(not ready.may_be_sent(item) for item in inputs),
        later,
    )


def _endpoint(model: LanguageModel) -> Endpoint:
    """The endpoint with its key; SettingsError if it may not be used or the key is missing."""
    key = os.environ.get(model.key_variable, "").strip() if model.key_variable else ""
    if model.key_variable and not key:
        raise SettingsError(
            f"the environment variable {model.key_variable} holds no key.",
            remedy="Set it, or leave key_variable out if the model needs none.",
        )
    endpoint = Endpoint(
        model.url, model.model, key, model.seconds, model.answer_bytes, model.insecure
    )
    endpoint.parts()
    return endpoint
