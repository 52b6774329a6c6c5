"""Statements in Arabic, Chinese, French, Russian and Spanish: one grammar over words that are data.

In: a Document, its Input and a Lexicon. Out: Candidates, each with its place and rule.
May import: text, lexicon, model, and what ``english`` has that is of no one language.
The order of reading: words, actors, subjects, verbs, the rules, contents, candidates.
To add one: a folder ``lexicon/data/<code>``, and its code in ``lexicon/languages``.
"""

from stocktake.extractors.languages.statements import LanguageStatements

__all__ = ["LanguageStatements"]
