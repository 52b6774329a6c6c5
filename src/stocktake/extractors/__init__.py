"""Finds in a Document what is said and told, and offers it as candidates.

In: a Document, its Input, a Lexicon. Out: candidates, each with its place; nothing is evidence yet.
May import: legal, text, lexicon, model.
To add one: a class with ``extract``, its line in the registry below, the contract test.
"""

from stocktake.extractors.amending import AmendmentProposals, endorsed
from stocktake.extractors.base import AmendmentExtractor, FactExtractor, StatementExtractor
from stocktake.extractors.case_studies import case_studies
from stocktake.extractors.english import EnglishStatements
from stocktake.extractors.facts import PROSE_FACTS
from stocktake.extractors.facts_languages import LanguageMeetings
from stocktake.extractors.facts_vote_tables import VoteTables
from stocktake.extractors.languages import LanguageStatements
from stocktake.extractors.metadata import infer_metadata
from stocktake.registry import Registry

STATEMENTS: Registry[StatementExtractor] = Registry(
    "statement extractor", {"english": EnglishStatements(), "languages": LanguageStatements()}
)

FACTS: Registry[FactExtractor] = Registry(
    "fact extractor",
    {"prose": PROSE_FACTS, "languages": LanguageMeetings(), "vote tables": VoteTables()},
)

AMENDMENTS: Registry[AmendmentExtractor] = Registry(
    "amendment extractor", {"textual": AmendmentProposals()}
)

__all__ = [
    "AMENDMENTS",
    "FACTS",
    "STATEMENTS",
    "AmendmentExtractor",
    "FactExtractor",
    "StatementExtractor",
    "case_studies",
    "endorsed",
    "infer_metadata",
]
