"""What the words of a commitment tell: by when, of what size, with whom, by what means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from stocktake.lexicon import Lexicon
from stocktake.lexicon.followup import manner
from stocktake.lexicon.process_words import ProcessWords
from stocktake.model import Period
from stocktake.text.dates import DateFinder, DateMention

_LABEL = r"\s+\(?(?:\d{1,3}|[IVXLC]{1,6}\b)\)?(?:\s?\([a-z\d]{1,4}\))*"
_NUMBER = r"\d[\d,.\u00a0 ]*\d|\d"
_BEFORE = 40
_FEWEST_WORDS = 3
_WORDS_BEFORE = ("to ", "of ", "that ")
_WITHOUT_SPACES = frozenset({"zh"})


@dataclass(frozen=True, slots=True)
class Details:
    """Stretches of a wording, verbatim; empty where it does not tell. *due* as a Period."""

    due: Period | None
    due_words: str
    figures: tuple[str, ...]
    partners: str
    means: str
    provision: str


def details(text: str, language: str, made: date | None, lexicon: Lexicon) -> Details:
    """What *text* tells; a date that lies before the day on which it was *made* is none to be
    kept."""
    words = lexicon.process
    due = next(_due(text, language, made, words), None)
    found = manner(text, language)
    provision = _provision(words).search(text)
    return Details(
        due=due.period if due else None,
        due_words=text[due.start : due.end] if due else "",
        figures=tuple(dict.fromkeys(match[0].strip() for match in _figures(words).finditer(text))),
        partners=found.with_whom,
        means=found.by_what_means,
        provision=provision[0] if provision else "",
    )


def is_concrete(text: str, cue: str, told: Details, words: ProcessWords) -> bool:
    """Whether somebody could report on what is promised in *text* by its *cue*: they name a deed,
    a date or a figure, not a stance."""
    deed = text
    for before in _WORDS_BEFORE:
        deed = deed.removeprefix(before)
    if words.table("commitments.general").at(deed, 0) or _is_short(deed):
        return False
    deeds = words.table("commitments.deeds")
    told_deed = deeds.at(deed, 0) or deeds.at(f"{cue} {text}", 0)
    return bool(told_deed or told.due or told.figures)


def _is_short(text: str) -> bool:
    """Whether there is next to nothing in it: "it", "that path"."""
    return " " in text.strip() and len(text.split()) < _FEWEST_WORDS


def _due(text: str, language: str, made: date | None, words: ProcessWords) -> Iterator[DateMention]:
    """The dates by which something is to be done, in order."""
    leads, since = words.table("commitments.due"), words.table("commitments.since")
    for mention in _finder(words, language).find(text):
        before = text[max(0, mention.start - _BEFORE) : mention.start]
        led = language in _WITHOUT_SPACES or any(
            not before[hit.end :].strip() for hit in leads.find(before)
        )
        starts = any(not before[hit.end :].strip() for hit in since.find(before))
        is_later = made is None or mention.period.end >= made
        named = words.table("commitments.not_due").at(text, _next_word(text, mention.end))
        if led and is_later and not named and not starts:
            yield mention


def _next_word(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


@lru_cache(maxsize=12)
def _finder(words: ProcessWords, language: str) -> DateFinder:
    return DateFinder(words.date_words(language))


@lru_cache(maxsize=4)
def _figures(words: ProcessWords) -> re.Pattern[str]:
    """A sum of money, a share, a multiple, or a number of things named in the lexicon."""
    money = _any(words, "commitments.currencies")
    scale = rf"(?:\s?(?:{_any(words, 'commitments.scales')})\b)?"
    things = _any(words, "commitments.things")
    return re.compile(
        rf"(?:{money})\s?(?:{_NUMBER}){scale}"
        rf"|(?:{_NUMBER}){scale}\s?(?:of\s|de\s|d[’'])?(?:{money})(?!\w)"
        rf"|(?:{_NUMBER})\s?(?:%|(?:{_any(words, 'commitments.shares')})(?!\w))"
        rf"|(?:{_NUMBER}){scale}\s(?:[\w-]+\s){{0,2}}(?:{things})(?!\w)",
        re.IGNORECASE,
    )


def _any(words: ProcessWords, name: str) -> str:
    return words.table(name).source()


@lru_cache(maxsize=4)
def _provision(words: ProcessWords) -> re.Pattern[str]:
    units = words.table("reservations.units").source()
    return re.compile(rf"(?<!\w)(?:{units}){_LABEL}", re.IGNORECASE)
