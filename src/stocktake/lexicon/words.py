"""The words that a report may use in its own sentences, each by its part of speech.

An adjective or adverb can come into a report only by being listed in ``wording/words.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stocktake.lexicon.files import word_lists

FILE = "wording/words.toml"
PARTS_OF_SPEECH = ("nouns", "verbs", "adjectives", "adverbs", "grammar", "names")
_WEIGHING = "weighing"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """*allowed* are all words of our own sentences, in small letters; *weighing* are those that
    are refused even in titles and definitions that a user wrote."""

    allowed: frozenset[str]
    weighing: frozenset[str]


def vocabulary(folder: Path | None = None) -> Vocabulary:
    """The packaged words, and those of the workspace's lexicon *folder*.

    SettingsError names a file that is not written as it should be.
    """
    lists = word_lists(FILE, (*PARTS_OF_SPEECH, _WEIGHING), folder)
    allowed = {word.lower() for part in PARTS_OF_SPEECH for word in lists[part]}
    return Vocabulary(frozenset(allowed), frozenset(map(str.lower, lists[_WEIGHING])))
