"""Case studies: who did what where, with what result, as an input tells it.

A sentence is a case if somebody in it has done something and a result of it is told, there or in
the next sentence; or if it is marked as one ("a good practice"), or stands under a heading that
says so, and somebody has done something. What is planned, asked for or denied is no case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.extractors.facts_document import read
from stocktake.extractors.facts_names import UPPER
from stocktake.extractors.facts_nouns import noun_start
from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon import Lexicon
from stocktake.lexicon.notation import Hit
from stocktake.model import BlockKind, CaseStudy, Document, Input, InputKind, Quotation, content_id

_SUBJECT_NEAR = 70
_DOER_NEAR = 160
_UNDERTAKING_NEAR = 60
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
_COUNT_NEAR = 60
_LEAST_PLACE = re.compile(r"(?:in|across|throughout)\s+(?:the\s+)?$", re.IGNORECASE)
_ADVERBS = r"(?:\s+(?:has|have|had|also|so|far|already|now|then|thus|since|[a-z]+ly))*,?\s*"
_TO_ACT = re.compile(rf"(?:\s+\([^()]{{1,40}}\))?,?{_ADVERBS}")
_TRAILING = re.compile(r",?(?:\s+(?:has|have|had|also|already|now|then|thus|[a-z]+ly))+$")
_REST_OF_NAME = re.compile(
    rf"(?:,?\s+(?:of|for|and|the|on|[{UPPER}][\w'-]*|\"[^\"]{{1,80}}\"|'[^']{{1,80}}'|\([^()]{{1,40}}\))){{0,14}}"
    rf",?{_ADVERBS}"
)
_CLAUSE_END = re.compile(r"[;.](?:\s|$)|,\s+(?:while|whereas|but)\s|$")
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|half)\b"
)


@dataclass(frozen=True, slots=True)
class _Done:
    """Somebody did something: who at *who*, what from *act* on."""

    who: tuple[int, int]
    act: Hit


def case_studies(document: Document, input_: Input, lexicon: Lexicon) -> list[CaseStudy]:
    """The cases of *document*, in the order of the text; each quotation stands at its place."""
    found: list[CaseStudy] = []
    marked = False
    report = input_.kind is InputKind.REPORT
    for block, readings in zip(document.blocks, read(document, input_, lexicon), strict=True):
        if block.kind is BlockKind.HEADING:
            marked = any(reading.first("case.headings") for reading in readings)
        elif block.kind in _PROSE:
            found += _cases(document, readings, _Setting(marked, report))
    return found


@dataclass(frozen=True, slots=True)
class _Setting:
    """Whether a heading announces cases, and whether it is a report, which tells what was done."""

    marked: bool
    report: bool


def _cases(document: Document, readings: list[Reading], setting: _Setting) -> Iterator[CaseStudy]:
    taken = -1
    for number, reading in enumerate(readings):
        done = _done(reading) if number > taken else None
        if done is None:
            continue
        following = readings[number + 1] if number + 1 < len(readings) else None
        result, last = _told_result(reading, following, done)
        if result or _told_as_case(reading, done, setting):
            taken = number + (last is not reading)
            yield _case(document, reading, last, done, result)


def _told_as_case(reading: Reading, done: _Done, setting: _Setting) -> bool:
    near = min(reading.end, done.act.end + _UNDERTAKING_NEAR)
    undertaking = setting.report and reading.first("case.undertakings", done.act.end, near)
    return bool(setting.marked or reading.first("case.markers") or undertaking)


def _done(reading: Reading) -> _Done | None:
    """The first act of somebody in the sentence that is told as done."""
    if reading.first("case.unreal") or "?" in reading.plain[reading.end - 2 : reading.end]:
        return None
    for act in reading.hits("case.acts"):
        who = _who(reading, act)
        if who and not reading.within_quote(act.start):
            return _Done(who, act)
    return None


def _who(reading: Reading, act: Hit) -> tuple[int, int] | None:
    """The doer: the last named actor or doer before the act, in the same clause."""
    low = max(reading.start, act.start - _SUBJECT_NEAR)
    named = [
        (item.start, item.end)
        for item in reading.mentions
        if low <= item.start and item.end <= act.start and not _is_place(reading, item.start)
    ]
    own = [(hit.start, hit.end) for hit in reading.hits("case.own", low, act.start)]
    for start, end in sorted([*named, *own], reverse=True)[:1]:
        if _TO_ACT.fullmatch(reading.plain, end, act.start):
            return start, end
    return _doer(reading, max(reading.start, act.start - _DOER_NEAR), act.start)


def _doer(reading: Reading, low: int, stop: int) -> tuple[int, int] | None:
    """ "the Ministry of Labour" or "the Open Doors programme", up to the act."""
    for hit in reversed(list(reading.hits("case.doers", low, stop))):
        rest = _REST_OF_NAME.fullmatch(reading.plain, hit.end, stop)
        start = noun_start(reading, hit.start)
        if rest and not _is_place(reading, start):
            end = hit.end + len(reading.plain[hit.end : stop].rstrip(" ,"))
            return start, _without_auxiliary(reading.plain, start, end)
    return None


def _without_auxiliary(text: str, start: int, end: int) -> int:
    trailing = _TRAILING.search(text, start, end)
    return trailing.start() if trailing else end


def _is_place(reading: Reading, start: int) -> bool:
    return _LEAST_PLACE.search(reading.plain[max(reading.start, start - 16) : start]) is not None


def _told_result(
    reading: Reading, following: Reading | None, done: _Done
) -> tuple[tuple[int, int] | None, Reading]:
    """Where the result is told, and the sentence that ends the case."""
    here = _result(reading, done.act.start)
    if here or following is None or following.first("case.unreal"):
        return here, reading
    lead = following.table("case.consequences").at(following.plain, following.start)
    after = _result(following, following.start) if lead else None
    return after, following if after else reading


def _result(reading: Reading, start: int) -> tuple[int, int] | None:
    """A result told from *start* on: one by its own words, or one that is counted."""
    told = reading.first("case.results", start)
    if told:
        return told.start, _clause_end(reading, told.end)
    for hit in reading.hits("case.counted", start):
        end = _clause_end(reading, hit.end)
        if _measured(reading, hit.start, min(end, hit.end + _COUNT_NEAR)):
            return hit.start, end
    return None


def _measured(reading: Reading, start: int, end: int) -> bool:
    """Whether a number of people or things, or a share, is told in the range."""
    number = _NUMBER.search(reading.plain, start, end)
    if number is None or reading.date_at(number.start()):
        return False
    return (
        reading.first("case.units", number.start(), min(reading.end, number.end() + 40)) is not None
    )


def _clause_end(reading: Reading, start: int) -> int:
    end = _CLAUSE_END.search(reading.plain, start, reading.end)
    return end.start() if end else reading.end


def _case(
    document: Document,
    first: Reading,
    last: Reading,
    done: _Done,
    result: tuple[int, int] | None,
) -> CaseStudy:
    start, end = first.start, last.end
    what = (done.act.start, min(_clause_end(first, done.act.end), first.end))
    return CaseStudy(
        id=content_id("case study", document.id, start, end),
        document_id=document.id,
        passage=_quotation(first, (start, end)),
        who=_quotation(first, done.who),
        place=_place(first),
        what=_quotation(first, what),
        result=_quotation(first, result) if result else None,
    )


def _place(reading: Reading) -> Quotation | None:
    """The first State named as a place: "in Ruritania"."""
    for item in reading.mentions:
        if ":" not in item.actor_id and _is_place(reading, item.start):
            return _quotation(reading, (item.start, item.end))
    return None


def _quotation(reading: Reading, span: tuple[int, int]) -> Quotation:
    start, end = span
    return Quotation(start, end, reading.text[start:end])
