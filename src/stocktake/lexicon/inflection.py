"""The forms of regular English verbs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

_SIBILANTS = ("s", "sh", "ch", "x", "z")


class Form(StrEnum):
    """A form of a verb, as far as the grammar of statements tells them apart."""

    BARE = "bare"
    PRESENT = "present"
    PAST = "past"
    PAST_PARTICIPLE = "past participle"
    ING = "-ing"


def forms_of(lemma: str, irregular: tuple[str, ...] = ()) -> Iterator[tuple[str, Form]]:
    """Yield each form of *lemma* with its kind.

    *irregular* holds third person, past, past participle and -ing where the rules fail.
    """
    yield lemma, Form.BARE
    inflected = irregular or _regular(lemma)
    kinds = (Form.PRESENT, Form.PAST, Form.PAST_PARTICIPLE, Form.ING)
    yield from zip(inflected, kinds, strict=True)


def _regular(lemma: str) -> tuple[str, str, str, str]:
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma[:-1]}ied", f"{lemma}ing"
    third = f"{lemma}es" if lemma.endswith(_SIBILANTS) else f"{lemma}s"
    return third, f"{lemma}ed", f"{lemma}ed", f"{lemma}ing"
