"""Acronyms that a text gives in brackets behind a name: "Freedonia Migrants Network (FMN)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from stocktake.lexicon.name_index import Found
from stocktake.lexicon.names import Name, fold

_BRACKET = re.compile(r"\s?\(\s?[\"'“‘]?([A-Z][A-Za-z&/-]*[A-Z][A-Za-z&/-]*)[\"'”’]?\s?\)")
_LONGEST = 12


def given(text: str, names: Iterable[Found]) -> dict[str, Name]:
    """The acronyms that *text* gives for some of *names*, each with what it stands for.

    The first name for which an acronym is given keeps it; those of States have no need of it.
    """
    acronyms: dict[str, Name] = {}
    for found in names:
        bracket = _BRACKET.match(text, found.end)
        if bracket and _is_organisation(found.name) and _stands_for(bracket.group(1), found, text):
            acronyms.setdefault(bracket.group(1), found.name)
    return acronyms


def uses(text: str, acronyms: Mapping[str, Name]) -> Iterator[Found]:
    """Where one of *acronyms* stands in *text* as a word of its own."""
    if not acronyms:
        return
    either = "|".join(map(re.escape, sorted(acronyms, key=lambda word: (-len(word), word))))
    for match in re.finditer(rf"(?<![\w-])(?:{either})(?!\w)", text):
        yield Found(match.start(), match.end(), acronyms[match.group()])


def _is_organisation(name: Name) -> bool:
    return ":" in (name.actor_id or "") and not str(name.actor_id).startswith("office:")


def _stands_for(acronym: str, found: Found, text: str) -> bool:
    """Whether the letters of the acronym stand, in their order, in the name."""
    letters = iter(fold(text[found.start : found.end]))
    wanted = (letter for letter in fold(acronym) if letter.isalpha())
    return len(acronym) <= _LONGEST and all(letter in letters for letter in wanted)
