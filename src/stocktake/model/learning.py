"""How well themes are assigned, measured on the labels that people gave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """By what a statement was found to be about a theme."""

    TERMS = "terms"
    MODEL = "model"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many texts were *found* to bear a theme, how many are *labelled* so by people, and in
    how many both agree (*right*)."""

    right: int
    found: int
    labelled: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        both = self.found + self.labelled
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class ThemeQuality:
    """How well the theme *code* of the scheme of a kind is assigned: by terms, and by a model in
    cross-validation (None: never trained, for lack of labels); *basis* is what is used.
    *texts* is the number of texts that people labelled in the scheme."""

    scheme: str
    code: str
    basis: Basis
    texts: int
    terms: Agreement
    model: Agreement | None = None

    @property
    def used(self) -> Agreement:
        """The figures of what is used."""
        return self.model if self.model and self.basis is Basis.MODEL else self.terms
