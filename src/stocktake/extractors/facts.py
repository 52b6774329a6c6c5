"""Facts of the process told in prose: briefs, press releases, letters, concept notes, reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from stocktake.extractors.facts_announcements import announcements
from stocktake.extractors.facts_chairs import chairs
from stocktake.extractors.facts_figures import attendance, mandates, sources
from stocktake.extractors.facts_meetings import meetings
from stocktake.extractors.facts_participation import participation
from stocktake.extractors.facts_phases import milestones, phases
from stocktake.extractors.facts_reactions import reactions
from stocktake.extractors.facts_reading import Reading, read
from stocktake.extractors.facts_sessions import sessions
from stocktake.lexicon import Lexicon
from stocktake.model import Document, FactCandidate, Input

Rule = Callable[[list[Reading]], Iterator[FactCandidate]]

RULES: tuple[Rule, ...] = (
    meetings,
    chairs,
    phases,
    milestones,
    sessions,
    participation,
    reactions,
    announcements,
    attendance,
    mandates,
    sources,
)


class ProseFacts:
    """Reads facts from English prose by rules over each block; see `RULES`."""

    name = "prose"
    version = "1"

    def extract(
        self, document: Document, input_: Input, lexicon: Lexicon
    ) -> Iterator[FactCandidate]:
        """Offer each fact with its place, in the order of the text."""
        for block in read(document, input_, lexicon):
            found = [candidate for rule in RULES for candidate in rule(block)]
            yield from sorted(found, key=_place)


PROSE_FACTS = ProseFacts()


def _place(candidate: FactCandidate) -> tuple[int, str]:
    return candidate.sentence.start or 0, candidate.kind
