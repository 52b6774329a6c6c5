"""TEMPORARY until lexicon.wording lands."""

from __future__ import annotations


def quantity(n: int, of: int) -> str:
    for most, word in ((1, "one"), (3, "a few"), (7, "some"), (15, "several"), (60, "many")):
        if n <= most:
            return word
    return "most"


def thresholds() -> list[tuple[str, str]]:
    return [("one", "1"), ("a few", "2–3")]
