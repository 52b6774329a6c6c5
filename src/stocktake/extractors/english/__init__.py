"""Statements in English prose, by a grammar of clauses over cue words that are data.

In: a Document, its Input and a Lexicon. Out: Candidates, each with its place and rule.
May import: text, lexicon, model. The order of reading: tokens, parties, subjects, verbs, the
rules (clauses, joined, passives, nominals, …), contents, candidates.
To add one: a rule with its words in ``lexicon/data/en``, and its line in ``reading``.
"""

from stocktake.extractors.english.statements import EnglishStatements

__all__ = ["EnglishStatements"]
