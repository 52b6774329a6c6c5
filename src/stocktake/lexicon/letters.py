"""What a letter says, without how it greets and ends."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PACKAGED = Path(__file__).parent / "data" / "wording" / "letters.toml"
_GREETED = 80
_SIGNED = 80
_ENDING = 1000


def body(text: str) -> str:
    """*text* without a greeting at its beginning and an ending with a name behind it; all of it
    where nothing would be left."""
    greeting, ending = _patterns()
    greeted = greeting.match(text)
    start = greeted.end() if greeted else 0
    ended = ending.search(text, max(start, len(text) - _ENDING))
    kept = text[start : ended.start() + 1 if ended else len(text)]
    return kept if kept.strip() else text


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    languages = tomllib.loads(PACKAGED.read_text(encoding="utf-8")).values()
    greetings = _any_of(phrase for language in languages for phrase in language["greetings"])
    endings = _any_of(phrase for language in languages for phrase in language["endings"])
    return (
        re.compile(
            rf"\W*(?:{greetings})\b[^,:!\n，：！،]{{0,{_GREETED}}}[,:!\n，：！،]", re.IGNORECASE
        ),
        re.compile(
            rf"[.!?。！؟\n]\s*(?:{endings})\b[^.!?\n]{{0,{_SIGNED}}}[.!]?"
            rf"(?:\s*\n[^\n]{{0,{_SIGNED}}}){{0,3}}\s*\Z",
            re.IGNORECASE,
        ),
    )


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
