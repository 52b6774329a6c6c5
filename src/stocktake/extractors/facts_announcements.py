"""Documents handed in or made public: by whom, what kind, its title, what it holds, with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stocktake.extractors.facts_contents import contents, own, title
from stocktake.extractors.facts_nouns import (
    leading_date,
    noun_end,
    noun_start,
)
from stocktake.extractors.facts_reading import MOST_SENTENCES, Reading, end_of, told_in
from stocktake.extractors.facts_releasing import (
    behind,
    by_clause,
    by_letter,
    by_opening,
    enclosed,
    nominal,
    plainly,
)
from stocktake.lexicon import Mention
from stocktake.lexicon.notation import Hit
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_TO_OBJECT = re.compile(r"\s+(?:(?:the|a|an|its|their|his|her|joint|new|two|three|several)\s+)*")
_TO_VERB = re.compile(
    r"\)?\s*/?(?:\([\w\s.-]{2,20}\)|\()?,?\s*"
    r"(?:together\s+with\s+[^,;()]{3,60},?\s*)?"
    r"(?:(?:also|today|jointly|has|have|recently|and(?:\s+the)?(?:\s+governments?\s+of(?:\s+the)?)?|will)\s+)*",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?<!\w)(?:(?:at|in|by|to|with|from|on)\s+(?:the\s+)?|as\s+(?:[\w-]+\s+){0,3})$", re.IGNORECASE
)
_NAME = re.compile(r",?(?:\s+[A-Z][\w'-]+\.?){2,4},?\s*")
_LED_BY = re.compile(r"\bled\s+by\s+(?:the\s+)?$")
_TO_PASSIVE = re.compile(
    r"(?:\s+of\s+(?:the\s+)?(?P<of>[^,;:()]{2,60}?))?(?:\s+on\s+[^,;:()]{3,90}?)?"
    r"(?:,?\s*\"[^\"]{3,150}\")?[\"']?(?:\s*\([^()]*\d[^()]*\))?(?:,\s+an?\s+[\w\s-]{3,40}?)?\s*,?\s*(?:(?:which|that)\s+)?"
)
_ON = re.compile(r"(?<!\w)(?:on|by|in)\s+$")
_BY = re.compile(r"\s*,?\s*(?:jointly\s+)?by\s+(?:the\s+)?")
_PARTNER_NEAR = 50
_ASIDE_NEAR = 40
_CLOSING = re.compile(r"[,.\"'\s]*")


def announcements(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each document that a sentence of *block* says was made public, by a named actor or on a
    date. Sentences that follow and speak of "the report" add its title and what it holds. Of "the
    report on the declaration, issued on 2 May" it is the report that was issued."""
    for number, reading in enumerate(block):
        used: set[int] = set()
        for document, told in _made_public(reading):
            places = {item.quote.start or 0 for item in told}
            if told and not (places <= used and document.start < min(places)):
                used |= places
                last, more = _taken_up(block, number)
                all_told = [*own(reading, document), *told, *more]
                kind = FactKind.ANNOUNCEMENT
                yield told_in(reading, last, kind, all_told, "announcement", 0.9)


def _made_public(reading: Reading) -> Iterator[tuple[Hit, list[OfferedAttribute]]]:
    for document in reading.hits("announcement.documents"):
        if not reading.within_quote(document.start) or _is_all_quoted(reading, document):
            yield document, next((told for way in _WAYS if (told := way(reading, document))), [])
    for document in reading.hits("announcement.passive_documents"):
        if not reading.within_quote(document.start):
            yield document, _passive(reading, document) or plainly(reading, document)


def _active(reading: Reading, document: Hit) -> list[OfferedAttribute]:
    """ "X released a report" """
    verbs = list(reading.hits("announcement.active", end=document.start))
    if not verbs:
        return []
    start = max(verbs[-1].end + 1, noun_start(reading, document.start))
    if not _TO_OBJECT.fullmatch(reading.plain, verbs[-1].end, start):
        return []
    between = _date_before(reading, verbs[-1].start)
    actors = _before(reading, between[0])
    return [*actors, *(between[1] or _when(reading, document))] if actors else []


def _date_before(reading: Reading, verb: int) -> tuple[int, list[OfferedAttribute]]:
    """Where the date begins that stands right before the verb ("UNICEF on 2 May released"), and
    the date; where the verb begins, if there is none."""
    for date in (*reading.dates, *reading.days):
        if date.end <= verb and not reading.plain[date.end : verb].strip(" ,"):
            led_in = _ON.search(reading.plain, reading.start, date.start)
            return led_in.start() if led_in else date.start, [reading.date(date, "date")]
    return verb, []


def _passive(reading: Reading, document: Hit) -> list[OfferedAttribute]:
    """ "the report(, which was) released by X on …" """
    verb = reading.first("announcement.passive", document.end)
    between = _TO_PASSIVE.fullmatch(reading.plain, document.end, verb.start) if verb else None
    if verb is None or between is None:
        return []
    by = _BY.match(reading.plain, verb.end, reading.end)
    starts = {by.end() if by else -1, between.start("of")}
    named = [item for item in reading.mentions if item.start in starts]
    ends = (verb.end, *(item.end for item in named if item.start > verb.end))
    dates = [item for end in ends for item in behind(reading, end)]
    return [*(reading.actor(item) for item in named), *dates[:1]]


def _when(reading: Reading, document: Hit) -> list[OfferedAttribute]:
    """The date behind the document, at the beginning of the sentence, or at its end."""
    ends = (document.end, noun_end(reading, document.end))
    direct = [item for end in ends for item in behind(reading, end)]
    dates = direct[:1] or leading_date(reading, "date")
    last = reading.dates[-1:]
    if not dates and last and reading.end - last[0].end <= 1:
        led_in = _ON.search(reading.plain, reading.start, last[0].start)
        dates = [reading.date(last[0], "date")] if led_in else []
    return dates


def _before(reading: Reading, verb: int) -> list[OfferedAttribute]:
    """The actors that stand directly before the verb, all that are joined by "and"."""
    actors: list[OfferedAttribute] = []
    for mention in reversed(reading.mentions):
        if mention.end > verb:
            continue
        if not _leads_to(reading, mention, verb) or mention.adjective:
            break
        partner = _partner(reading, mention)
        if partner is None and _beside(reading, mention):
            break
        actors.append(reading.actor(mention, "with" if partner else "actor"))
        verb = partner.start if partner else mention.start
    once = {(item.name, item.value): item for item in actors}
    return list(once.values()) if ("actor" in {item.name for item in actors}) else []


def _leads_to(reading: Reading, mention: Mention, verb: int) -> bool:
    """Whether nothing stands between but small words, or the name of who holds the office."""
    end = mention.end
    name = _NAME.match(reading.plain, end, verb) if mention.actor_id.startswith("office:") else None
    return any(
        _TO_VERB.fullmatch(reading.plain, place, verb)
        for place in (end, name.end() if name else end)
    )


def _partner(reading: Reading, mention: Mention) -> Hit | None:
    """The words "together with" right before an actor, from their comma on."""
    low = max(reading.start, mention.start - _PARTNER_NEAR)
    hits = list(reading.hits("announcement.partners", low, mention.start))
    if not hits or reading.plain[hits[-1].end : mention.start].strip() not in {"", "the"}:
        return None
    start = hits[-1].start
    comma = reading.plain[low:start].rstrip().endswith(",")
    return Hit(reading.plain.rindex(",", low, start) if comma else start, hits[-1].end, "")


def _beside(reading: Reading, mention: Mention) -> bool:
    """Whether an actor is named as a place or in brackets behind someone else."""
    low = max(reading.start, mention.start - _ASIDE_NEAR)
    if _LED_BY.search(reading.plain, low, mention.start):
        return False
    if _ASIDE.search(reading.plain, low, mention.start):
        return True
    if reading.plain[mention.start - 1 : mention.start] != "(":
        return False
    before = [item for item in reading.mentions if item.end <= mention.start]
    return not before or before[-1].actor_id != mention.actor_id


def _is_all_quoted(reading: Reading, document: Hit) -> bool:
    """Whether the quotation marks hold its name alone: the 'zero draft'."""
    return any(start == document.start and end - document.end <= 1 for start, end in reading.quoted)


_WAYS = (_active, by_opening, _passive, by_clause, by_letter, enclosed, nominal, plainly)


def _taken_up(block: list[Reading], number: int) -> tuple[Reading, list[OfferedAttribute]]:
    """The last sentence that goes on about the document, and what they tell of it."""
    last, told = block[number], list[OfferedAttribute]()
    for reading in block[number + 1 : number + 1 + MOST_SENTENCES]:
        more = _about(reading)
        if not more:
            break
        last, told = reading, [*told, *more]
    return last, told


def _about(reading: Reading) -> list[OfferedAttribute]:
    """What a sentence that begins with "The report …" tells of it."""
    anaphor = reading.table("announcement.anaphors").at(reading.plain, reading.start)
    if anaphor is None:
        return []
    named = title(reading, anaphor.end)
    position = _behind(reading, named[0]) if named else anaphor.end
    return [*named, *contents(reading, position, "announcement.contents")]


def _behind(reading: Reading, title: OfferedAttribute) -> int:
    """Where the text goes on behind a title and its closing marks."""
    end = end_of(title)
    closing = _CLOSING.match(reading.plain, end, reading.end)
    return closing.end() if closing else end
