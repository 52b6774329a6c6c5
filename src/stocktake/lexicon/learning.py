"""When a model trained on people's labels takes over from terms: rules that a user may change."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from stocktake.errors import SettingsError
from stocktake.lexicon.sections import sections

FILE = "learning.toml"


@dataclass(frozen=True, slots=True)
class LearningRules:
    """What ``data/learning.toml`` says, key by key."""

    labels: int
    margin: float
    sureness: float
    folds: int
    cost: float
    terms: float
    rarest: int


def learning_rules(folder: Path | None = None) -> LearningRules:
    """The packaged rules with those of a workspace's ``lexicon/learning.toml`` over them.

    SettingsError names the key that is unknown or cannot have its value.
    """
    told = sections(FILE, folder)
    known = [field.name for field in fields(LearningRules)]
    for name, value in told.items():
        if name not in known or isinstance(value, bool) or not isinstance(value, int | float):
            raise SettingsError(
                f"{name} = {value!r} cannot be.",
                remedy=f"Numbers for: {', '.join(known)}.",
                place=FILE,
            )
    rules = LearningRules(**told)
    if rules.folds < 2 or rules.cost <= 0 or rules.rarest < 1 or rules.labels < rules.folds:
        raise SettingsError(
            "folds must be 2 or more, labels no fewer than folds, cost and rarest above 0.",
            remedy="Mend the file, or delete the line.",
            place=FILE,
        )
    return rules
