"""In news, words are ascribed to who said them; the reporter's own voice is nobody's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake import lexicon
from stocktake.lexicon import Lexicon
from stocktake.model import Block, BlockKind, Document, Input, Metadatum, Prose, Statement
from stocktake.services.extraction import Subject, findings
from tests import world

News = Callable[[str], tuple[Statement, ...]]


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder = tmp_path_factory.mktemp("lexicon")
    world.write_lexicon(Path(folder))
    return lexicon.load(folder)


@pytest.fixture
def news(words: Lexicon) -> News:
    """The statements in an article that nobody is known to have written."""

    def found(text: str) -> tuple[Statement, ...]:
        block = Block(BlockKind.PARAGRAPH, 0, len(text))
        document = Document("article", "input", text, (block,), language="en")
        kind = Metadatum("kind", "news", "manifest")
        input_ = Input("input", "article.txt", "text/plain", len(text), (kind,))
        return findings(Subject(document, input_, words)).statements

    return found


def test_words_in_quotation_marks_are_kept_apart(news: News) -> None:
    [statement] = news("Sylvania said that it “would sign no text without harbours”.")
    assert statement.quoted
    assert statement.quoted.text == "would sign no text without harbours"


def test_who_spoke_is_found_behind_the_words(news: News) -> None:
    [statement] = news("“We need a register,” said Freedonia.")
    assert [actor.id for actor in statement.actors] == ["XFR"]


@pytest.mark.parametrize(
    "said",
    [
        "“A register would help”, Sylvania said, but this is doubtful.",
        "“A register would help,” said Sylvania, but this is doubtful.",
    ],
)
def test_what_follows_the_speaker_is_not_the_speakers(news: News, said: str) -> None:
    [statement] = news(said)
    assert statement.content.text.strip("“”,") == "A register would help"


@pytest.mark.parametrize(
    "reporter",
    [
        "The register is the worst possible answer, and delegates must think again.",
        "Governments should act now.",
        "It must be said that the harbours are full.",
        "This is a welcome step forward.",
        "The harbours should stay open.",
        "That must be regretted.",
        "Few will regret the register, and many should.",
    ],
)
def test_the_voice_of_the_reporter_is_never_the_actors(news: News, reporter: str) -> None:
    said = "Freedonia urged States to “keep the harbours open”."
    assert news(f"{said} {reporter}") == news(said)


def test_statements_in_news_say_that_they_are_reported(news: News) -> None:
    [statement] = news("Freedonia rejected the register.")
    assert statement.prose is Prose.NEWS
