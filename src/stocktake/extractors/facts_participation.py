"""Who takes part, who has left and who came back, since when and why, in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from stocktake.extractors.facts_nouns import circumstances, leading_date, noun_end, noun_start
from stocktake.extractors.facts_reading import MOST_SENTENCES, Reading, end_of, told_in
from stocktake.extractors.facts_short_names import short_name
from stocktake.lexicon import Mention
from stocktake.lexicon.notation import Hit
from stocktake.lexicon.process_words import ProcessWords
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_NEAR = 130
_MOST_LEAD_WORDS = 2
_UNREAL_NEAR = 20
_OWN = re.compile(
    r"(?<!\w)(?:we|(?:my|our)\s+(?:country|government|delegation))(?!\w)", re.IGNORECASE
)
_LISTED = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+)(?:the\s+)?")
_CLAUSE_END = re.compile(r"[;.](?:\s|$)|,\s+(?:and|but)\s|$")
_ISSUED = re.compile(
    r",?\s*(?:issued|released|published|made|read)\s+by\s+(?:the\s+)?(?P<source>[^,;]{3,80})"
)


def participation(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each change in who takes part that a sentence of *block* tells of a named actor, or of
    its author. Sentences that take up the announcement ("The statement notes …") give reasons.
    """
    for number, reading in enumerate(block):
        known: list[OfferedAttribute] = []
        for act in reading.hits("participation.acts"):
            known = _what(reading, act) or known
            for who in (_actors(reading, act) or _author(reading, act)) if known else []:
                if not _unreal(reading, who, act):
                    status = reading.told("status", act.start, act.end, act.value)
                    told = [who, status, *known, *_when(reading, who, known), *_why(reading, act)]
                    last, more = _taken_up(block, number)
                    kind = FactKind.PARTICIPATION
                    yield told_in(reading, last, kind, [*told, *more], "participation", 0.9)


def _actors(reading: Reading, act: Hit) -> list[OfferedAttribute]:
    """The actor named before the act, with nothing between but words of announcing, and those
    with which it stands in a list. Who is only told of it does not do it."""
    found: list[Mention] = []
    told: Hit | None = None
    for mention in reversed(reading.mentions):
        if mention.end > act.start or mention.end <= act.start - _NEAR:
            continue
        if not found and told is None and (told := _telling(reading, mention)):
            rest = mention.end
            continue
        if found and not _LISTED.fullmatch(reading.plain, mention.end, found[0].start):
            break
        if not found and not _leads_to(reading, mention.end, told.start if told else act.start):
            break
        if told and not _leads_to(reading, rest, act.start):
            break
        found.insert(0, mention)
    return [reading.actor(mention) for mention in found]


def _telling(reading: Reading, mention: Mention) -> Hit | None:
    """The words right before a mention that make it the one that is told."""
    before = reading.hits("participation.telling", mention.start - _UNREAL_NEAR, mention.start)
    return next((hit for hit in before if not reading.plain[hit.end : mention.start].strip()), None)


def _author(reading: Reading, act: Hit) -> list[OfferedAttribute]:
    """The author, who says "we will not take part"; where it is not known, nothing."""
    low = max(reading.start, act.start - _NEAR)
    own = [match.span() for match in _OWN.finditer(reading.plain, low, act.start)]
    if not own or not reading.authors or reading.within_quote(act.start):
        return []
    start, end = own[-1]
    close = _leads_to(reading, end, act.start)
    return [reading.told("actor", start, end, actor) for actor in reading.authors if close]


def _leads_to(reading: Reading, start: int, end: int) -> bool:
    return _announcing(reading.words).fullmatch(_cut(reading, start, end)) is not None


def _cut(reading: Reading, start: int, end: int) -> str:
    """The words between, without dates."""
    words = reading.plain[start:end]
    for date in reversed(reading.dates):
        if start <= date.start and date.end <= end:
            words = words[: date.start - start] + words[date.end - start :]
    return words


def _what(reading: Reading, act: Hit) -> list[OfferedAttribute]:
    """What is taken part in or left: the process, negotiations, a compact, …"""
    stop = min(reading.end, act.end + _NEAR)
    noun = reading.first("participation.objects", act.end, stop)
    noun = noun or short_name(reading, act.end, stop)
    if noun is None:
        return []
    start = noun_start(reading, noun.start)
    lead = reading.plain[act.end : start]
    if len(lead.split()) > _MOST_LEAD_WORDS or reading.first(
        "participation.others", start, noun.end
    ):
        return []
    end = noun_end(reading, noun.end)
    return [reading.told("process", start, end)]


def _when(
    reading: Reading, who: OfferedAttribute, what: list[OfferedAttribute]
) -> list[OfferedAttribute]:
    """The date with which the sentence begins, one between actor and act, or one behind."""
    begin = who.quote.start or 0
    end = max(map(end_of, what))
    near = (*reading.dates, *reading.days)
    between = [reading.date(item, "date") for item in near if begin < item.start < end]
    return leading_date(reading, "date") or between or circumstances(reading, end).dates("date")


def _unreal(reading: Reading, who: OfferedAttribute, act: Hit) -> bool:
    """Whether it is only wished for, feared or a condition."""
    low = max(reading.start, (who.quote.start or 0) - _UNREAL_NEAR)
    return reading.first("participation.unreal", low, act.start) is not None


def _why(reading: Reading, act: Hit) -> list[OfferedAttribute]:
    """The decision's own words in quotation marks, and a reason given in the same sentence."""
    own = [reading.told("quotation", *span) for span in reading.quotations(act.start)]
    lead = reading.first("participation.reasons", act.end)
    if lead is None or reading.within_quote(lead.start) or _another(reading, act.end, lead.start):
        return own
    end = _CLAUSE_END.search(reading.plain, lead.end, reading.end)
    stop = end.start() if end else reading.end
    start = lead.end + 1
    return [*own, reading.told("reason", start, stop)] if start < stop else own


def _another(reading: Reading, start: int, end: int) -> bool:
    """Whether somebody else's act stands between: the reason is theirs then."""
    return reading.first("participation.acts", start, end) is not None


def _taken_up(block: list[Reading], number: int) -> tuple[Reading, list[OfferedAttribute]]:
    """The last sentence that takes up the announcement, and reasons and source they give."""
    last, told = block[number], list[OfferedAttribute]()
    for reading in block[number + 1 : number + 1 + MOST_SENTENCES]:
        carrier = reading.table("participation.carriers").at(reading.plain, reading.start)
        reasons = [reading.told("reason", *span) for span in reading.quotations(reading.start)]
        if carrier is None or not reasons:
            break
        issued = _ISSUED.match(reading.plain, carrier.end, reading.end)
        source = [reading.told("source", *issued.span("source"))] if issued else []
        last, told = reading, [*told, *source, *reasons]
    return last, told


@lru_cache(maxsize=4)
def _announcing(words: ProcessWords) -> re.Pattern[str]:
    """Words of announcing, and nothing else."""
    between = words.table("participation.between").source()
    return re.compile(rf"(?:[\s,\"']|(?:{between}|\w+ly)(?!\w))*", re.IGNORECASE)
