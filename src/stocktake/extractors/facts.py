"""Facts of the process told in prose: briefs, press releases, letters, concept notes, reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from stocktake.extractors.facts_adoption import adoptions, named_votes, reservations
from stocktake.extractors.facts_announcements import announcements
from stocktake.extractors.facts_block import plain
from stocktake.extractors.facts_chairs import chairs
from stocktake.extractors.facts_document import read
from stocktake.extractors.facts_figures import attendance, mandates, sources
from stocktake.extractors.facts_joining import joined
from stocktake.extractors.facts_meetings import meetings
from stocktake.extractors.facts_participation import participation
from stocktake.extractors.facts_phases import milestones, phases
from stocktake.extractors.facts_reactions import reactions
from stocktake.extractors.facts_reading import Reading
from stocktake.extractors.facts_schedules import scheduled
from stocktake.extractors.facts_sessions import programme_items, sessions
from stocktake.extractors.facts_signatures import signatures
from stocktake.extractors.metadata import first_person_share
from stocktake.lexicon import Lexicon
from stocktake.model import Document, FactCandidate, FactKind, Input, InputKind, OfferedAttribute

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
    adoptions,
    named_votes,
    reservations,
)
# A speech tells of the whole world; of the process it tells who leaves, and the next steps.
IN_A_SPEECH: tuple[Rule, ...] = (participation, reactions, reservations)
ON_THE_SUBJECT: tuple[Rule, ...] = (meetings, milestones)
_OPENING = 3_000
_FIRST_PERSON = 0.004


class ProseFacts:
    """Reads facts from English prose by rules over each block; see `RULES`."""

    name = "prose"
    version = "3"

    def extract(
        self, document: Document, input_: Input, lexicon: Lexicon
    ) -> Iterator[FactCandidate]:
        """Offer each fact with its place, in the order of the text."""
        blocks = list(zip(document.blocks, read(document, input_, lexicon), strict=True))
        if input_.kind is InputKind.STATEMENT and _is_spoken(document, lexicon):
            found = [fact for _, block in blocks for fact in _speech(block)]
        else:
            found = [fact for _, block in blocks for fact in _prose(block)]
            found += [*programme_items(blocks), *scheduled(blocks)]
            found += signatures([block for _, block in blocks])
        titles: dict[str, str] = {}
        in_order = sorted(found, key=_place)
        yield from joined(named_in_full(each, titles, document.text) for each in in_order)


def _is_spoken(document: Document, lexicon: Lexicon) -> bool:
    """Whether a statement is a speech: in the first person, and no letter or paper."""
    letter = lexicon.process.table("letter.marks").first(plain(document.text[:_OPENING]))
    return letter is None and first_person_share(document, lexicon) >= _FIRST_PERSON


def _prose(block: list[Reading]) -> Iterator[FactCandidate]:
    return (candidate for rule in RULES for candidate in rule(block))


def _speech(block: list[Reading]) -> Iterator[FactCandidate]:
    on_subject = [reading for reading in block if reading.first("speech.subjects")]
    yield from (candidate for rule in IN_A_SPEECH for candidate in rule(block))
    for reading in on_subject:
        yield from (candidate for rule in ON_THE_SUBJECT for candidate in rule([reading]))


def named_in_full(candidate: FactCandidate, titles: dict[str, str], text: str) -> FactCandidate:
    """*candidate* with "the meeting" as value replaced by the title that was last told of one.

    *titles* holds these by their last word, and takes up the title of each meeting that comes.
    """
    attributes = tuple(
        replace(item, value=titles.get(_last_word(item.value), item.value))
        if item.name == "meeting" and _is_definite(item, text)
        else item
        for item in candidate.attributes
    )
    if candidate.kind is FactKind.MEETING:
        title = next(item.value for item in attributes if item.name == "title")
        titles[_last_word(title)] = title
    return replace(candidate, attributes=attributes)


def _is_definite(item: OfferedAttribute, text: str) -> bool:
    start = item.quote.start or 0
    return text[max(0, start - 4) : start].lower().strip() in {"the", "this"}


def _last_word(title: str) -> str:
    return title.rsplit(maxsplit=1)[-1].casefold()


PROSE_FACTS = ProseFacts()


def _place(candidate: FactCandidate) -> tuple[int, str]:
    return candidate.sentence.start or 0, candidate.kind
