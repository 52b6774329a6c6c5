"""Finds in a Document what is said and told, and offers it as candidates.

In: a Document, its Input, a Lexicon. Out: Candidates, each with its place; nothing is evidence yet.
May import: text, lexicon, model.
To add one: a class with ``extract``, its line in the registry below, the contract test.
"""

from stocktake.extractors.base import StatementExtractor
from stocktake.extractors.english import EnglishStatements
from stocktake.registry import Registry

STATEMENTS: Registry[StatementExtractor] = Registry(
    "statement extractor", {"english": EnglishStatements()}
)

__all__ = ["STATEMENTS", "StatementExtractor"]
