"""What a statement asks for, in the form in which two asks are compared.

The weight of an ask lies in its head; what follows a turn such as "with a view to" or "as
recommended by", or a second ask, is its tail and tells less. All that is read here depends on the
statement alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from stocktake.lexicon.concepts import Concepts, Meaning, concepts
from stocktake.lexicon.instruments import SIGN, Names, names
from stocktake.lexicon.spelling import words
from stocktake.lexicon.tongues import ENGLISH, Tongue, language_of, tongues
from stocktake.model import Act, Statement, Strength

_LEAST_HEAD = 7.5
_LEAST_WEIGHT = 6.0
_OPENING = 4
_ACTING = 8
_TELLING = 2.0
_FOUNDING = frozenset({Act.PROPOSES, Act.REQUESTS})
_TAKING_SIDES = frozenset({Act.SUPPORTS, Act.OPPOSES})
_JOINING = frozenset({Act.COMMITS, Act.RESERVES, Act.WELCOMES, Act.REGRETS})
_WEAK = frozenset({Strength.COULD, Strength.CONSIDER})


Stems = tuple[tuple[str, float], ...]
Said = tuple[str, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class Ask:
    """An ask: its *stems* with their weights, which of them stand only in its *tail*, which in
    a name; whether it is *negative* or only asks to think about it (*weak*); the *directions* in
    which it points ("more", "less"); its *numbers*; *apart*, stems that make another thing of it,
    and *always_apart*, those that do even if only one of two asks has them; the *instruments* that
    it names; the *acts* that it asks for, of those never to be mixed up; the *language* it is
    written in.
    """

    stems: Stems
    tail: frozenset[str]
    named: frozenset[str]
    negative: bool
    weak: bool
    directions: frozenset[str]
    numbers: frozenset[str]
    apart: frozenset[str]
    always_apart: frozenset[str] = frozenset()
    addressees: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    language: str = "en"

    @property
    def weight(self) -> float:
        return sum(weight for _, weight in self.stems)

    @property
    def head(self) -> Stems:
        """The stems of what is asked for first, without its purpose, basis and company."""
        return tuple((stem, weight) for stem, weight in self.stems if stem not in self.tail)

    @property
    def objects(self) -> Stems:
        """Of the head, what something is to be done with, not what is to be done."""
        actions = concepts().acting
        return tuple((stem, weight) for stem, weight in self.head if stem not in actions)

    @property
    def says_something(self) -> bool:
        """Whether there is enough in it to be compared: "it" or "this proposal" is not."""
        return self.weight >= _LEAST_WEIGHT


def telling(stems: Stems) -> list[str]:
    """Those of *stems* that tell something of their own."""
    return [stem for stem, weight in stems if weight >= _TELLING]


def said(statement: Statement) -> Said:
    """All that is read of a statement: the words, whom it asks, and whether it asks weakly."""
    context = f"{statement.context.text} " if statement.context else ""
    text = context + statement.content.text
    return text, statement.addressees, statement.strength in _WEAK


def read_statements(statements: Iterable[Statement]) -> list[Ask]:
    """The ask of each statement: of its content, and of the phrase that leads it. What many say in
    the same words is read once."""
    known: dict[Said, Ask] = {}
    asks = []
    for told in map(said, statements):
        if told not in known:
            known[told] = _read(*told)
        asks.append(known[told])
    return asks


def _read(text: str, addressees: tuple[str, ...], weak: bool) -> Ask:
    ask = read_ask(text, frozenset(addressees))
    return replace(ask, weak=True) if weak else ask


def read_ask(text: str, addressees: frozenset[str] = frozenset()) -> Ask:
    """The ask that *text* words."""
    table = concepts()
    patterns = _patterns()
    text = patterns.speaker.sub(" ", patterns.no_negation.sub(" ", text))
    language = language_of(text, words(text))
    parted = _parted(text, patterns, table) if language == ENGLISH else (words(text), [])
    told, rest = map(_reader(language).read, parted)
    parts = _parts(told, table)
    heavy, light = _weights(parts), _weights(_parts(rest, table))
    marks = _marks_of(parts)
    return Ask(
        stems=tuple(sorted((light | heavy).items())),
        tail=frozenset(light) - frozenset(heavy),
        named=frozenset(_named(told, table)),
        negative="not" in marks,
        weak="weak" in _marks_of(_parts(told[:_OPENING], table)),
        directions=frozenset(marks & {"more", "less"}),
        numbers=frozenset(word for word in (*told, *rest) if word.isdecimal()),
        apart=_apart(parts, "apart"),
        always_apart=_apart(parts, "always apart"),
        addressees=addressees,
        instruments=frozenset(word for word in told if word.startswith(SIGN)),
        acts=table.specific & {part.stem for part in parts[:_ACTING]},
        language=language,
    )


def _reader(language: str) -> Names | Tongue:
    return names() if language == ENGLISH else tongues()[language]


def founds(statement: Statement) -> bool:
    """Whether the statement is a proposal even if it stands alone: it asks, or it takes sides
    on something that can be done."""
    if statement.act in _FOUNDING:
        return True
    opening = words(statement.content.text)[:_OPENING]
    return statement.act in _TAKING_SIDES and any(_is_doing(word) for word in opening)


def joins(statement: Statement) -> bool:
    """Whether the statement counts for a proposal that somebody else made."""
    return statement.act in _JOINING or statement.act in _TAKING_SIDES


def _is_doing(word: str) -> bool:
    table = concepts()
    return table.rules.fold(word) in table.asking or any(
        part.stem.removeprefix("=") in table.actions for part in table.meanings(word)
    )


def _parted(text: str, patterns: _Patterns, table: Concepts) -> tuple[list[str], list[str]]:
    """The words of the head and of the tail; the head says enough to be compared."""
    aside = " ".join(found.group() for found in patterns.aside.finditer(text))
    text = patterns.aside.sub(" ", text)
    begins = not text.lstrip()[:1].islower()  # "for piers, dams" goes on after "calls"
    led = patterns.leading.match(text) if begins else None
    start = led.end() if led and _says_enough(words(text[led.end() :]), table) else 0
    for turn in patterns.tail.finditer(text, start):
        head = words(text[start : turn.start()])
        if _says_enough(head, table):
            return head, words(f"{text[:start]} {aside} {text[turn.start() :]}")
    return words(text[start:]), words(f"{text[:start]} {aside}")


def _says_enough(told: list[str], table: Concepts) -> bool:
    return sum(_weights(_parts(told, table)).values()) >= _LEAST_HEAD


def _parts(told: list[str], table: Concepts) -> list[Meaning]:
    """What each word means, one after another."""
    return [part for meanings in map(table.meanings, told) for part in meanings]


def _weights(parts: list[Meaning]) -> dict[str, float]:
    return {part.stem: part.weight for part in parts if part.weight > 0}


def _named(told: list[str], table: Concepts) -> Iterator[str]:
    """Stems of words that are written as names are: in capitals, not at the beginning."""
    for at, word in enumerate(told):
        if (at and word[0].isupper()) or word in table.short:
            yield from (part.stem for part in table.meanings(word) if part.weight > 0)


def _marks_of(parts: list[Meaning]) -> frozenset[str]:
    return frozenset().union(*(part.marks for part in parts if part.marks))


def _apart(parts: list[Meaning], mark: str) -> frozenset[str]:
    """Stems that make another thing of it; who asks to sign and ratify asks to ratify."""
    stems = {part.stem for part in parts if mark in part.marks}
    joining = any(part.stem == "=join" for part in parts)
    return frozenset(stems - {"sign"} if joining else stems)


@dataclass(frozen=True, slots=True)
class _Patterns:
    aside: re.Pattern[str]
    leading: re.Pattern[str]
    tail: re.Pattern[str]
    no_negation: re.Pattern[str]
    speaker: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table = concepts()
    return _Patterns(
        aside=re.compile(rf",\s*{_any_of(table.asides)}[^,;.]*,", re.IGNORECASE),
        leading=re.compile(rf"\s*{_any_of(table.leading)}[^,;.]*,", re.IGNORECASE),
        tail=re.compile("|".join(_tails(table)), re.IGNORECASE),
        no_negation=re.compile(_any_of(table.no_negations), re.IGNORECASE),
        speaker=re.compile(_speaker(table)),
    )


def _tails(table: Concepts) -> Iterator[str]:
    yield _any_of(table.tails)
    yield rf",\s*{_any_of(table.tails_behind_comma)}"
    yield rf"{_any_of(table.tails_but_for_acts)}(?!\s+\w+ing\b)"
    yield _second_ask(table.second)


def _speaker(table: Concepts) -> str:
    """Who speaks of itself: "my country, Freedonia", "Freedonia's full support", "Freedonia
    therefore supports"; names, so capitals count."""
    name = r"(?:[Tt]he\s+)?[A-Z][\w-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w-]+)*"
    mine = rf"\bmy\s+\w+(?:['’]s)?(?:,\s*{name},?)?"
    owner = rf"\b{name}['’]s?(?=(?:\s+\w+)?\s+{_any_of(table.own)})"
    saying = rf"(?:^|(?<=, )){name}(?=(?:\s+\w+)?\s+{_any_of(table.speaking)})"
    return f"{mine}|{owner}|{saying}"


def _second_ask(verbs: tuple[str, ...]) -> str:
    """What begins a second ask: "and ensure", ", to ensure", "and we have"."""
    joint = r"(?:\b(?:and|as well as|while)|,(?:\s+and)?)\s+(?:also\s+)?"
    return rf"{joint}(?:(?:to\s+)?{_any_of(verbs)}|we\b)"


def _any_of(phrases: tuple[str, ...]) -> str:
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return rf"\b(?:{joined})\b"
