"""Less usual ways to say that a document was made public: by a clause, a letter, an opening."""

from __future__ import annotations

import re

from stocktake.extractors.facts_names import UPPER, mention_at
from stocktake.extractors.facts_nouns import circumstances, noun_start
from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon.notation import Hit
from stocktake.model import OfferedAttribute

_TO_OBJECT = re.compile(r",?\s+(?:(?:the|a|an|its|our|my|his|her|first|new|revised)\s+)*[\"']?")
_WHICH = re.compile(r"[\s,\"']*(?:which|that)\s+(?:the\s+)?")
_TO_VERB = re.compile(r"\)?\s*(?:(?:has|have|had|also|recently|will)\s+)*")
_IN_A = re.compile(r"In\s+(?:a|an|its|the|their|another)\s+")
_TITLE = re.compile(rf",\s+[\"']*(?P<title>[{UPPER}\d][^;()\"]{{8,150}}?)[\"']*,\s+(?:the\s+)?")
_TO_ACTOR = re.compile(r"\s*,\s+(?:the\s+)?")
_TO_ENCLOSED = re.compile(
    r"(?:\s+of\s+[^,;:()]{3,80})?(?:,\s+which\s+[^;()]{5,120}?,)?(?:\s+and\s+[^,;:()]{3,50}?)?\s+"
)
_TO_DOCUMENT = re.compile(r"\s+(?:the|a|an|its|their|his|her|this|our)\s+(?:[\w'-]+\s+){0,2}?")
_TO_OBJECT_OF = re.compile(r"\s+(?:(?:the|a|an|its|their)\s+)?(?:[\w'-]+\s+){0,3}?[\"']*")
_MARKS = re.compile(r"[\"']*")
_BY_SOMEBODY = re.compile(r"[^,;:()]{0,90}?,?\s+(?:which|that)\s+(?:the\s+)?[\w\s'-]{2,40}?\s+")
_TO_RELEASED = re.compile(
    r"(?:\s+(?:of|by|on|for|from)\s+[^,;:()\"]{2,80}?|\s+(?:prepared|drafted|received)\b[^,;:()\"]{0,60}?)?"
    r"(?:,\s+(?:as\s+well\s+as|together\s+with|including)\s+[^,;()]{3,60},)?"
    r"(?:,?\s*\"[^\"]{3,150}\",?)?(?:,?\s+(?:which|that)(?:\s+(?:was|were|is|are)\s+[^,;()]{3,60}?\s+and)?)?\s+"
)
_ASIDE = re.compile(
    r"(?:\s+(?:to|on|at|with|for|through|via|ahead\s+of)\s+(?!\d)[^,;:.()]{2,70}?"
    r"|\s*,\s+[A-Z][^,;:.()]{3,60},)\s+(?:on|by|in|before|until|no\s+later\s+than)\s+(?:the\s+)?"
)
_OWN = re.compile(r"(?<!\w)(?:we|I)(?!\w)")


def by_clause(reading: Reading, document: Hit) -> list[OfferedAttribute]:
    """ "the draft, which the co-facilitators released on …" """
    which = _WHICH.match(reading.plain, document.end, reading.end)
    mention = mention_at(reading, which.end()) if which else None
    joint = _TO_VERB.match(reading.plain, mention.end, reading.end) if mention else None
    verb = reading.table("announcement.active").at(reading.plain, joint.end()) if joint else None
    if mention is None or verb is None:
        return []
    return [reading.actor(mention), *_dates(reading, verb.end)]


def by_letter(reading: Reading, document: Hit) -> list[OfferedAttribute]:
    """ "we have the honour to present to you the draft": by the letter's authors, if known."""
    leads = list(reading.hits("announcement.sharing", end=document.start))
    start = max(leads[-1].end, noun_start(reading, document.start)) if leads else 0
    if not leads or not _TO_OBJECT.fullmatch(reading.plain, leads[-1].end, start):
        return []
    lead = leads[-1]
    own = _OWN.search(reading.plain, reading.start, lead.start)
    span = own.span() if own else (lead.start, lead.end)
    actors = [reading.told("actor", *span, author) for author in reading.authors]
    return [*actors, reading.told("act", lead.start, lead.end, "shared")]


def enclosed(reading: Reading, document: Hit) -> list[OfferedAttribute]:
    """ "the concept note and the programme are attached", "the summary of … is enclosed" """
    for verb in reading.hits("announcement.enclosed", document.end):
        if _TO_ENCLOSED.fullmatch(reading.plain, document.end, verb.start):
            told = reading.told("act", verb.start, verb.end, "shared")
            return [told, *_dates(reading, verb.end)]
    return []


def by_opening(reading: Reading, document: Hit) -> list[OfferedAttribute]:
    """ "In a new report, Title, UNICEF says …", "In a statement issued on 2 May, Freedonia …" """
    lead = _IN_A.match(reading.plain, reading.start, reading.end)
    if lead is None or max(lead.end(), noun_start(reading, document.start)) != lead.end():
        return []
    title = _TITLE.match(reading.plain, document.end, reading.end)
    if title and (mention := mention_at(reading, title.end())):
        return [reading.actor(mention), reading.told("title", *title.span("title"))]
    verb = reading.table("announcement.passive").at(reading.plain, document.end + 1)
    around = circumstances(reading, verb.end if verb else document.end)
    joint = _TO_ACTOR.match(reading.plain, around.end, reading.end)
    mention = mention_at(reading, joint.end()) if joint else None
    dates = _dates(reading, verb.end) if verb else []
    return [reading.actor(mention), *dates] if mention else []


def plainly(reading: Reading, document: Hit) -> list[OfferedAttribute]:
    """ "a revised draft was circulated", "the Presidency tabled a draft": by whom is not known."""
    for verb in reading.hits("announcement.plainly"):
        before = _TO_DOCUMENT.fullmatch(reading.plain, verb.end, document.start)
        behind_it = _TO_RELEASED.fullmatch(reading.plain, document.end, verb.start)
        by_somebody = _BY_SOMEBODY.fullmatch(reading.plain, document.end, verb.start)
        bare = behind_it and not reading.plain[verb.end : reading.end].strip(" .")
        if before or by_somebody or (behind_it and not (bare and _is_any(reading, document))):
            told = reading.told("act", verb.start, verb.end, "shared")
            return [told, *behind(reading, document.end if before else verb.end)[:1]]
    return []


def _is_any(reading: Reading, document: Hit) -> bool:
    """Whether it is "a report", of which more must be told than that it was released."""
    before = reading.plain[reading.start : noun_start(reading, document.start)]
    return before.lower().split()[-1:] in (["a"], ["an"])


def nominal(reading: Reading, document: Hit) -> list[OfferedAttribute]:
    """ "the release of the draft on 2 May (by X)" """
    for noun in reading.hits("announcement.nominal", end=document.start):
        if _TO_OBJECT_OF.fullmatch(reading.plain, noun.end, document.start):
            told = reading.told("act", noun.start, noun.end - len(" of"), "shared")
            ends = (document.end, _without_marks(reading, document.end))
            dates = next(filter(None, (behind(reading, end) for end in ends)), [])
            marked = list(reading.hits("announcement.marking", end=noun.start))
            plain = marked and not reading.plain[marked[-1].end : noun.start].strip(" the")
            return [told, *dates[:1]] if dates or plain else []
    return []


def _without_marks(reading: Reading, position: int) -> int:
    marks = _MARKS.match(reading.plain, position, reading.end)
    return marks.end() if marks else position


def behind(reading: Reading, position: int) -> list[OfferedAttribute]:
    """The date told behind *position*, also behind to whom or where something was handed on."""
    if direct := _dates(reading, position):
        return direct
    for date in reading.dates:
        aside = _ASIDE.fullmatch(reading.plain, position, date.start)
        if aside and not reading.first("meeting.heads", position, date.start):
            return [reading.date(date, "date")]
    return []


def _dates(reading: Reading, position: int) -> list[OfferedAttribute]:
    return circumstances(reading, position).dates("date")
