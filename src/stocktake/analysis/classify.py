"""The powers of analysis on bare texts, without a process around them."""

from __future__ import annotations

from collections.abc import Sequence

from stocktake.analysis.asks import read_ask
from stocktake.analysis.grouping import group
from stocktake.analysis.likeness import Meant
from stocktake.analysis.matching import Text, matchers
from stocktake.model import Scheme


def classify(texts: Sequence[str], scheme: Scheme, language: str = "en") -> list[set[str]]:
    """The codes of the themes of *scheme* that each of *texts* is about: those of which a term
    in *language* stands in it."""
    [matcher] = matchers([scheme], language)
    return [matcher.codes(Text.of(text), scheme.kind) for text in texts]


def group_texts(texts: Sequence[str], meant: Meant | None = None) -> list[int]:
    """The same number for texts that ask for the same, counted from 0 in the order in which
    groups first appear; -1 for a text that says too little, or stands alone. What the texts are
    *meant* to say makes it better, and lets asks in different languages meet."""
    numbers = [-1] * len(texts)
    order = sorted(range(len(texts)), key=lambda at: (texts[at], at))
    groups = group([read_ask(texts[at]) for at in order], meant=meant.of(order) if meant else None)
    shared = [
        sorted(order[place] for place in found.members)
        for found in groups
        if len(found.members) > 1
    ]
    for number, places in enumerate(sorted(shared)):
        for place in places:
            numbers[place] = number
    return numbers
