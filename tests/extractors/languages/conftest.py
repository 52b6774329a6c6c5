"""Invented States and a group with names in five languages, and what is found about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from stocktake import lexicon
from stocktake.extractors import STATEMENTS
from stocktake.model import Candidate
from tests.extractors.contract import document, input_of
from tests.extractors.english.conftest import ORGANISATIONS, STATES, short

NAMES = """\
id,language,name
XFR,fr,Freedonie
XFR,es,Fredonia
XFR,ru,Фридония
XFR,ru,Фридонии
XFR,ru,Фридонией
XFR,ar,فريدونيا
XFR,zh,弗里多尼亚
XRU,fr,Ruritanie
XRU,es,Ruritania
XRU,ru,Руритания
XRU,ru,Руритании
XRU,ru,Руританией
XRU,ar,روريتانيا
XRU,zh,鲁里坦尼亚
XSY,fr,Sylvanie
XSY,es,Silvania
XSY,ru,Сильвания
XSY,ru,Сильвании
XSY,ru,Сильванией
XSY,ar,سيلفانيا
XSY,zh,西尔瓦尼亚
group:coastal,fr,Groupe côtier
group:coastal,es,Grupo Costero
group:coastal,ru,Прибрежной группы
group:coastal,ar,المجموعة الساحلية
group:coastal,zh,沿海集团
"""
Find = Callable[..., list[Candidate]]
Say = Callable[..., list[str]]


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> lexicon.Lexicon:
    """The package's lexicon with the invented actors."""
    folder = tmp_path_factory.mktemp("lexicon")
    actors = folder / "actors"
    actors.mkdir()
    Path(actors / "states.csv").write_text(STATES, encoding="utf-8")
    Path(actors / "organisations.csv").write_text(ORGANISATIONS, encoding="utf-8")
    Path(actors / "names.csv").write_text(NAMES, encoding="utf-8")
    return lexicon.load(folder)


@pytest.fixture(scope="session")
def find(invented: lexicon.Lexicon) -> Find:
    """Candidates in a text of that language: of a report, unless told otherwise."""

    def found(language: str, text: str, kind: str = "report", *authors: str) -> list[Candidate]:
        read = replace(document(text), language=language)
        extractor = STATEMENTS.get("languages")
        return list(extractor.extract(read, input_of(kind, *authors), invented))

    return found


@pytest.fixture(scope="session")
def say(find: Find) -> Say:
    """Candidates in short: "A+B | not cue | content"."""

    def said(language: str, text: str, kind: str = "report", *authors: str) -> list[str]:
        return [short(candidate) for candidate in find(language, text, kind, *authors)]

    return said
