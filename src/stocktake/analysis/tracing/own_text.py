"""What is asked about the text itself, as against what is asked by way of it.

"Adopt the compact" and "a bolder compact" ask nothing that a provision could say; "the compact
should bring better schools" asks for better schools.
"""

from __future__ import annotations

from itertools import islice

from stocktake.lexicon.concepts import concepts
from stocktake.lexicon.spelling import word_spans
from stocktake.lexicon.tracing import tracing

_OPENING = 12
_SUBJECT = 30
_FIRST = 3
_NEAR = 4


def by_way_of_it(text: str) -> str | None:
    """What *text* asks but for the text itself: all of it, or, if that is its subject, what it
    should bring about. None if it asks that the text be adopted, signed or left, or only names
    it."""
    known = tracing()
    spans = word_spans(text)
    told = [text[start:end].casefold() for start, end in spans]
    named = next((at for at, word in enumerate(told[:_OPENING]) if word in known.own_names), None)
    if named is None:
        return None if _is_made(told) else text
    before = told[:named]
    if _is_made(told) or any(word in known.own_acts for word in before):
        return None
    if any(map(_is_act, before)):
        return text
    modal = _modal(told, named)
    if modal is None or any(word in known.own_acts for word in told[modal : modal + _FIRST + 1]):
        return None
    return text[spans[modal][1] :].strip()


def is_of_the_text(text: str) -> bool:
    """Whether a sentence says of the text in so many words that it is adopted, joined or refused,
    so that what else it refuses belongs to that."""
    told = [text[start:end].casefold() for start, end in word_spans(text)]
    return _is_made(told)


def _is_made(told: list[str]) -> bool:
    """Whether the text is adopted, signed or the like in so many words: "by adopting the pact"."""
    known = tracing()
    places = (at for at, word in enumerate(told) if word in known.own_names)
    return any(word in known.own_acts for at in places for word in told[max(0, at - _NEAR) : at])


def _modal(told: list[str], named: int) -> int | None:
    """Where the verb of the subject begins that is named at that place; None where the first such
    verb has another subject ("the pact, and we will not join")."""
    known = tracing()
    places = islice(enumerate(told), named + 1, named + _SUBJECT)
    at = next((at for at, word in places if word in known.own_will), None)
    return None if at is not None and told[at - 1] in known.own_others else at


def _is_act(word: str) -> bool:
    return any(part.stem in concepts().acting for part in concepts().meanings(word))
