"""Invented States and groups, and what is found in a text about them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake import lexicon
from stocktake.extractors import STATEMENTS
from stocktake.model import Candidate
from tests.extractors.contract import document, input_of

STATES = """\
id,name,official,region,aliases,adjectives
XFR,Freedonia,Republic of Freedonia,WEOG,,Freedonian
XRU,Ruritania,Kingdom of Ruritania,Eastern European Group,,Ruritanian
XSY,Sylvania,Republic of Sylvania,Asia-Pacific Group,,Sylvanian
XGR,Grand Fenwick,Duchy of Grand Fenwick,WEOG,Fenwick,
"""
ORGANISATIONS = """\
id,name,kind,aliases,adjectives
org:harbour-watch,Harbour Watch,civil_society,,
group:coastal,Coastal Group,group,,
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
    return lexicon.load(folder)


@pytest.fixture(scope="session")
def find(invented: lexicon.Lexicon) -> Find:
    """Candidates in a text: of a report, unless told otherwise."""

    def found(text: str, kind: str = "report", *authors: str) -> list[Candidate]:
        extractor = STATEMENTS.get("english")
        return list(extractor.extract(document(text), input_of(kind, *authors), invented))

    return found


@pytest.fixture(scope="session")
def say(find: Find) -> Say:
    """Candidates in short: "A+B | not cue | content"."""

    def said(text: str, kind: str = "report", *authors: str) -> list[str]:
        return [short(candidate) for candidate in find(text, kind, *authors)]

    return said


def short(candidate: Candidate) -> str:
    """Who, the cue and the content of a candidate."""
    names = "+".join(actor.id.removeprefix("group:") for actor, _ in candidate.actors)
    negated = "not " if candidate.negated else ""
    return f"{names} | {negated}{candidate.cue.text} | {candidate.content.text}"
