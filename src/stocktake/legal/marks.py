"""The mark that leads a provision: "Article 2bis", "3.", "(a)", "**Option 1:**", "PP4"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stocktake.legal import numerals
from stocktake.legal.numerals import CYRILLIC, HAN
from stocktake.lexicon.drafts import DraftWords
from stocktake.model import ProvisionKind

_OPEN = re.compile(r"(?:[*_\s]|\[(?!\^)|[-–•·][^\S\n]+(?=\(?[A-Za-z0-9]{1,4}[.)]))*")
_LATIN = "bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|alt"
_SUFFIX = rf"(?:[\s-]?(?:(?:{_LATIN})\b|\((?:{_LATIN})\)))?"
_FIGURES = r"(?!(?:19|20)\d\d\b)\d{1,4}"
_TWICE = "|".join(2 * letter for letter in "abdefghjknopqrstuwyz")
_NUMBER = re.compile(
    rf"(?P<pp>(?:PP|OP)\s?\d+{_SUFFIX})[.):]?(?=\W|\Z)"
    rf"|\((?P<round>{_FIGURES}{_SUFFIX}|[a-zA-Z]{{1,2}}{_SUFFIX}|[ivxlc]{{1,7}})\)"
    rf"|(?P<deep>\d{{1,3}}(?:\.\d{{1,3}})+{_SUFFIX})[.)]?(?=\s|\[)"
    rf"|(?P<dot>{_FIGURES}{_SUFFIX}|[ivxlc]{{1,7}}|[IVXLC]{{1,7}}|[a-zA-Z]|{_TWICE})[.)]"
    r"(?=\s|\[|\*|\Z)"
    rf"|(?P<latin>\d{{1,3}}(?:(?:{_LATIN})\b|\((?:{_LATIN})\)))\.?"
    rf"|[(（](?P<other>[{HAN}]{{1,4}}|[{CYRILLIC}]|[\u0621-\u064a]\u0640?|\d{{1,3}}"
    r"|[a-z]|[ivxlc]{2,7})[)）]"
    rf"|(?P<han>[{HAN}]{{1,4}}|\d{{1,3}})[、．]"
    rf"|(?P<letter>[{CYRILLIC}]|[\u0621-\u064a]\u0640?)\)(?=\s|\[)"
    r"|(?P<dash>\d{1,3})\s?[-–—](?=\s*[\[«(]*[\u0621-\u064a])"
)
_LATIN_END = re.compile(rf"[\s-]?\(?(?:{_LATIN})\)?\Z")
_BULLET = re.compile(r"(?:[*+\-–—•·▪◦])[^\S\n]+")
_LABEL = re.compile(
    rf"[\s*_\[]*(?P<label>\d{{1,4}}(?:\.\d{{1,3}})*{_SUFFIX}|[IVXLC]{{1,7}}\b|[A-Za-z]\b|\([A-Za-z0-9]{{1,3}}\))"
)
_AFTER = re.compile(r"(?:[\])*_]|\[\^[^\]\n]{1,9}\])*[:.]?[*_]*(?:\[\^[^\]\n]{1,9}\])*[:.]?[*_]*")
_ATTRIBUTION = re.compile(r"\s*\(((?:[^()\n]|\([^()\n]{0,60}\)){2,1000})\)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_KINDS = {
    "part": ProvisionKind.PART,
    "chapter": ProvisionKind.CHAPTER,
    "section": ProvisionKind.SECTION,
    "article": ProvisionKind.ARTICLE,
    "paragraph": ProvisionKind.PARAGRAPH,
    "annex": ProvisionKind.ANNEX,
    "option": ProvisionKind.OPTION,
    "preamble": ProvisionKind.PREAMBLE,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at ``text[start:end]``: *label* as it is spoken of, *style* what it is counted in.

    *style*: "unit" after a word such as Article, "1", "1.1", "a", "A", "i", "I", "(1)", "(a)", …;
    "bullet" counts nothing. *values* are what the label may count, most likely last but one first:
    "i" is 9 among letters and 1 among Roman numbers, under its own style each.
    """

    start: int
    end: int
    label: str | None
    kind: ProvisionKind | None
    counts: tuple[tuple[str, int], ...]


def unit(text: str, start: int, end: int, words: DraftWords) -> Mark | None:
    """The mark of a unit named by a word, if one leads ``text[start:end]``."""
    place = _skip(_OPEN, text, start, end)
    for name, pattern in words.units:
        found = pattern.match(text, place, end)
        if found and (mark := _named(text, found, end, name, words)):
            return mark
    return None


def number(text: str, start: int, end: int) -> Mark | None:
    """The number, letter or bullet that leads ``text[start:end]``, if one does."""
    place = _skip(_OPEN, text, start, end)
    if found := _NUMBER.match(text, place, end):
        return _numbered(found)
    if bullet := _BULLET.match(text, start, end):
        return Mark(start, bullet.end(), None, None, (("bullet", 0),))
    return None


def given(label: str, place: int) -> Mark | None:
    """The mark of a label that the format gave apart from the text; it takes up no room."""
    found = _NUMBER.match(f"{label.strip()} ")
    bare = Mark(place, place, None, None, (("bullet", 0),))
    return Mark(place, place, *_parts(found)) if found else bare


def _named(text: str, word: re.Match[str], end: int, name: str, words: DraftWords) -> Mark | None:
    kind = _KINDS[name]
    if kind is ProvisionKind.PREAMBLE:
        return Mark(word.start(), word.end(), None, kind, ((name, 0),))
    if inner := numerals.in_word(word.group()):
        return Mark(word.start(), word.end(), str(inner), kind, ((f"{name} 1", inner),))
    label = _LABEL.match(text, word.end(), end)
    if label is None:
        bare = kind is ProvisionKind.ANNEX and text[word.end() : end].strip(" *_:") == ""
        return Mark(word.start(), word.end(), None, kind, ((name, 0),)) if bare else None
    if kind is ProvisionKind.PARAGRAPH and _runs_on(text, label.end(), end):
        return None
    is_option = kind is ProvisionKind.OPTION
    stop = _behind_option(text, label.end(), end, words) if is_option else label.end()
    spoken = label["label"].strip("()")
    return Mark(word.start(), stop, _spoken(spoken), kind, _counts(spoken, f"{name} "))


def _behind_option(text: str, place: int, end: int, words: DraftWords) -> int:
    """Where an option's own words begin: behind who is for it, if its mark tells."""
    stop = _skip(_AFTER, text, place, end)
    told = _ATTRIBUTION.match(text, stop, end)
    if told and words.proposed_by.match(told[1].strip()):
        return _skip(_AFTER, text, told.end(), end)
    return stop


def _runs_on(text: str, place: int, end: int) -> bool:
    """Whether the line goes on as prose: "Paragraph 3 of the Convention" is no mark."""
    return re.match(r"\s*(?:[a-z(,]|of\b)", text[place:end]) is not None


def _numbered(found: re.Match[str]) -> Mark:
    return Mark(found.start(), found.end(), *_parts(found))


def _parts(found: re.Match[str]) -> tuple[str, None, tuple[tuple[str, int], ...]]:
    shape = found.lastgroup or "dot"
    label = found[shape]
    lead = {"round": "(", "other": "(", "pp": label[:2], "latin": ""}.get(shape, "")
    bare = label[2:].strip() if shape == "pp" else label
    return _spoken(label), None, _counts(bare, lead)


def _spoken(label: str) -> str:
    return re.sub(r"[\s()-]+", "", label)


def _counts(label: str, lead: str) -> tuple[tuple[str, int], ...]:
    """What *label* may count: pairs of a style and a value, the more usual reading first."""
    plain = _LATIN_END.sub("", label)
    if plain.isdigit():
        return ((f"{lead}1", int(plain)),)
    if "." in plain:
        *outer, last = plain.split(".")
        return ((f"{lead}{'1.' * len(outer)}1", int(last)),)
    if other := numerals.counted(plain):
        return ((f"{lead}{other[0]}", other[1]),)
    case = "A" if plain[0].isupper() else "a"
    letters = ((f"{lead}{case}", _letter(plain)),) if len(set(plain)) == 1 else ()
    pair = ((f"{lead}{case}b", _pair(plain.lower())),) if len(plain) == 2 else ()
    roman = _roman(plain.lower())
    return (*letters, *pair, *(((f"{lead}{'I' if case == 'A' else 'i'}", roman),) if roman else ()))


def _letter(label: str) -> int:
    """a is 1, z is 26, aa is 27, bb is 28."""
    return ord(label[0].lower()) - ord("a") + 1 + 26 * (len(label) - 1)


def _pair(label: str) -> int:
    """aa is 27, ab is 28, ba is 53: the other way to go on behind z."""
    first, second = (ord(letter) - ord("a") + 1 for letter in label)
    return 26 * first + second


def _roman(label: str) -> int:
    """The value of a Roman number, 0 if it is none."""
    if not label or set(label) - set(_ROMAN):
        return 0
    values = [_ROMAN[letter] for letter in label]
    later = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, later, strict=True))


def _skip(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start
