"""Actors named by an adjective: "la délégation canadienne", "la propuesta canadiense"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from stocktake.errors import NotFoundError
from stocktake.lexicon import Lexicon, Mention
from stocktake.lexicon.languages import Language


def with_adjectives(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, language: Language
) -> tuple[Mention, ...]:
    """*mentions* and those by adjectives behind a word such as "délégation", in order."""
    if not language.adjectives:
        return tuple(mentions)
    taken = {mention.start for mention in mentions}
    found = (each for each in _find(text, lexicon, language) if each.start not in taken)
    return tuple(sorted((*mentions, *found)))


def _find(text: str, lexicon: Lexicon, language: Language) -> Iterator[Mention]:
    heads = (*language.words["heads"], *language.offices, *language.nominal)
    for match in _pattern(tuple(sorted(heads)), tuple(sorted(language.adjectives))).finditer(text):
        actor_id = language.adjectives[language.fold(match[1])]
        try:
            name = lexicon.actors.get(actor_id).name
        except NotFoundError:
            continue
        yield Mention(match.start(1), match.end(1), actor_id, name)


@cache
def _pattern(heads: tuple[str, ...], adjectives: tuple[str, ...]) -> re.Pattern[str]:
    """A head and, behind it, one of *adjectives* as a whole word."""
    before, behind = (sorted(map(re.escape, words), key=len)[::-1] for words in (heads, adjectives))
    return re.compile(rf"\b(?:{'|'.join(before)})\s+({'|'.join(behind)})(?![\w-])", re.IGNORECASE)
