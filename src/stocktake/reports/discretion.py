"""What may be said where no actor may be told: words for quantities, titles, wordings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from stocktake.lexicon.offices import voice_of
from stocktake.lexicon.telltales import Telltales
from stocktake.lexicon.wording import quantifier
from stocktake.model import Position, Proposal, SchemeKind, Theme
from stocktake.reports import stands
from stocktake.reports.patterns import words
from stocktake.reports.records import Records
from stocktake.reports.wording import wording_of
from stocktake.settings import NonAttribution


@dataclass(frozen=True, slots=True)
class Withheld:
    """What leads to actors, and the rule by which it is kept back."""

    telltales: Telltales
    rule: NonAttribution


@dataclass(frozen=True)
class Discretion:
    """The records of a stock, and what of them may not be told."""

    records: Records
    withheld: Withheld

    @property
    def least(self) -> int:
        """The least number of actors that may be told apart."""
        return self.withheld.rule.least

    @cached_property
    def heard(self) -> int:
        """How many actors are heard; a group that counts through its members is none of them."""
        return len(self.records.counted - self.records.counted_through_members)

    def number(self, positions: Iterable[Position]) -> int:
        """How many actors hold some positions."""
        return stands.number(positions)

    def quantity(self, number: int) -> str:
        """A word for a number of actors; below the least number always the same."""
        if 0 < number < self.least:
            return words("fewer_than", least=str(self.least))
        most = max(number, self.heard)
        return quantifier(number, most, self.records.quantifiers)

    def clear(self, text: str) -> str:
        """*text*, or nothing if it leads to an actor."""
        return "" if self.withheld.telltales.found(text) else text

    def title(self, theme: Theme) -> str:
        """The title of an entry of a scheme, or its number where that leads to an actor."""
        return self.clear(theme.title) or self._numbered(theme)

    def _numbered(self, theme: Theme) -> str:
        everything = [entry for kind in SchemeKind for entry in self.records.entries(kind)]
        return words("unattributed_theme", number=str(everything.index(theme) + 1))

    def is_shared(self, proposal: Proposal) -> bool:
        """Whether enough voices support a proposal, in words that lead to none of them.

        A group is one voice, however many members it speaks for.
        """
        supports = stands.stands_on(proposal.id, self.records).supports
        voices = {position.via or position.actor_id for position in supports}
        if len(voices) < self.least or not self._is_common(proposal):
            return False
        return self.withheld.telltales.is_free(wording_of(proposal, self.records))

    def _is_common(self, proposal: Proposal) -> bool:
        """Whether enough actors are heard in the language in which a proposal is worded."""
        wording = self.records.statements[proposal.wording_id]
        return len(self._speakers[self._language(wording.document_id)]) >= self.least

    @cached_property
    def _speakers(self) -> dict[str, set[str]]:
        """The actors that are heard in each language."""
        found: dict[str, set[str]] = defaultdict(set)
        for item in self.records.stock.statements:
            found[self._language(item.document_id)] |= {voice_of(actor.id) for actor in item.actors}
        return found

    def _language(self, document_id: str) -> str:
        document = self.records.texts.get(document_id)
        return document.language or "" if document else ""
