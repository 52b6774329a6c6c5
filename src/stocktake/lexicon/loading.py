"""The lexicon as a whole: each part loaded by its own loader from the same folders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stocktake.lexicon.actors import load_actors
from stocktake.lexicon.confidence import Confidence, load_confidence
from stocktake.lexicon.files import digest, rows
from stocktake.lexicon.gazetteer import Gazetteer
from stocktake.lexicon.grammar import English, load_english
from stocktake.lexicon.language_files import load_languages
from stocktake.lexicon.languages import Language
from stocktake.lexicon.learning import LearningRules, learning_rules
from stocktake.lexicon.offices import load_offices
from stocktake.lexicon.organisation_words import load_organisation_words
from stocktake.lexicon.organisations import OrganisationFinder
from stocktake.lexicon.process_words import ProcessWords, load_process_words
from stocktake.lexicon.sections import sections
from stocktake.model import Membership

ALPHA2 = "actors/alpha2.csv"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All language knowledge of a run. *digest* stands for every byte that was read."""

    actors: Gazetteer
    memberships: tuple[Membership, ...]
    english: English
    process: ProcessWords
    languages: Mapping[str, Language]
    confidence: Confidence
    rules: Mapping[str, str]
    learning: LearningRules
    alpha2: Mapping[str, str]
    digest: str


def load(folder: Path | None = None) -> Lexicon:
    """Load the package's files and, over them, those in *folder* (the workspace's ``lexicon/``).

    An entry in *folder* replaces the one with its id, or is added. SettingsError names the file,
    the line or entry, and what to do.
    """
    data = load_actors(folder)
    finder = OrganisationFinder(load_organisation_words(folder))
    return Lexicon(
        actors=Gazetteer(data, load_offices(folder), finder),
        memberships=data.memberships,
        english=load_english(folder),
        process=load_process_words(folder),
        languages=load_languages(folder),
        confidence=load_confidence(folder),
        rules=sections("rules.toml", folder).get("rules", {}),
        learning=learning_rules(folder),
        alpha2={row["alpha2"]: row["id"] for row in rows(ALPHA2, ("alpha2", "id"), folder)},
        digest=digest(folder),
    )
