"""What an input tells of itself where no person did: each value says how it was inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from stocktake.extractors.facts_block import date_finder, plain
from stocktake.extractors.metadata_page import (
    DATE_LINE,
    Page,
    authors,
    date_line,
    dates,
    from_labels,
    sessions,
    symbols,
    title_page,
)
from stocktake.extractors.metadata_patterns import from_file_name
from stocktake.lexicon import Lexicon
from stocktake.lexicon.notation import Hit
from stocktake.model import BlockKind, Document, InputKind, Metadatum, Period, Precision
from stocktake.text import detect_language, quoted_spans

_ORDER = ("title", "actor", "date", "meeting", "kind", "language", "session", "symbol")
_FINER = (Precision.DAY, Precision.MONTH, Precision.PART_OF_YEAR, Precision.YEAR)
_SAMPLE = 6_000
_LONGEST_TITLE = 200
_OPENING_WORDS = 100
_FIRST_PERSON = 0.012
_FIRST_PERSON_OF_AUTHOR = 0.002
_FIRST_PERSON_IN_NEWS = 0.004
_SPOKEN = re.compile(r"\s+[a-z]|'|,\s+[a-z]")
_FORM = "inferred: form"


def infer_metadata(
    document: Document, name: str, patterns: Sequence[str], lexicon: Lexicon
) -> list[Metadatum]:
    """Title, actors, date, meeting, kind, language, session and symbol as far as they are told.

    *name* is the file's, *patterns* are those of process.toml (see `metadata_patterns`). A name
    comes at most once, but for actor. What nothing tells is left out.
    """
    page = title_page(document)
    told = [
        *from_file_name(name, patterns, lexicon),
        *from_labels(page, lexicon),
        *authors(page, lexicon),
        *dates(page, lexicon),
        *symbols(page, lexicon),
        *sessions(page, lexicon),
        *_language(document),
        *_own_title(document, page, lexicon),
    ]
    told += _kind(document, page, name, told, lexicon)
    told += _made_title(document, told, lexicon)
    return _merged(told)


def _merged(told: Iterable[Metadatum]) -> list[Metadatum]:
    """The first of each name; all actors of the first origin; the finest date."""
    by_name: dict[str, list[Metadatum]] = {}
    for datum in told:
        by_name.setdefault(datum.name, []).append(datum)
    return [datum for name in _ORDER if name in by_name for datum in _best(name, by_name[name])]


def _best(name: str, told: list[Metadatum]) -> list[Metadatum]:
    if name == "date":
        return [min(told, key=lambda datum: _FINER.index(Period.parse(datum.value).precision))]
    if name == "actor":
        return list(dict.fromkeys(datum for datum in told if datum.origin == told[0].origin))
    return told[:1]


def _language(document: Document) -> Iterator[Metadatum]:
    if document.language:
        yield Metadatum("language", document.language, "inferred: document property")
    elif language := detect_language(document.text[:_SAMPLE]):
        yield Metadatum("language", language, "inferred: text")


def _own_title(document: Document, page: Page, lexicon: Lexicon) -> Iterator[Metadatum]:
    junk = lexicon.process.table("metadata.no_titles")
    title = " ".join((document.title or "").split())
    if title and not junk.at(title, 0):
        yield Metadatum("title", title, "inferred: document property")
    headings = (block for block in document.blocks[: len(page.lines)])
    for block in headings:
        words = " ".join(document.text[block.start : block.end].split())
        if block.kind is BlockKind.HEADING and 3 < len(words) <= _LONGEST_TITLE:
            yield Metadatum("title", words, "inferred: title page")
            return


def _kind(
    document: Document, page: Page, name: str, told: list[Metadatum], lexicon: Lexicon
) -> Iterator[Metadatum]:
    """The kind named in title, title page or file name; else told by the form of the prose."""
    kinds = lexicon.process.table("metadata.kinds")
    title = next((plain(datum.value) for datum in told if datum.name == "title"), "")
    file_name = re.sub(r"[_.-]+", " ", name.rsplit(".", 1)[0])
    for words, origin in (
        (title, "inferred: title"),
        *((line, "inferred: title page") for line in page.lines),
        (file_name, "inferred: file name"),
    ):
        hit = kinds.first(words) if len(words) <= _LONGEST_TITLE else None
        if hit:
            yield Metadatum("kind", hit.value, origin)
            return
    yield from _kind_by_form(document, told, lexicon)


def _kind_by_form(
    document: Document, told: list[Metadatum], lexicon: Lexicon
) -> Iterator[Metadatum]:
    """Someone who says "we" throughout makes a statement; a date line opens news."""
    share = first_person_share(document, lexicon)
    known = any(datum.name == "actor" for datum in told)
    if share >= (_FIRST_PERSON_OF_AUTHOR if known else _FIRST_PERSON):
        yield Metadatum("kind", InputKind.STATEMENT, _FORM)
    elif any(datum.origin == DATE_LINE for datum in told) and share < _FIRST_PERSON_IN_NEWS:
        yield Metadatum("kind", InputKind.NEWS, _FORM)


def first_person_share(document: Document, lexicon: Lexicon) -> float:
    """The share of words in the first person, outside quotation marks, in the opening."""
    text = plain(document.text[:_SAMPLE])
    for start, end in reversed(quoted_spans(document.text[:_SAMPLE])):
        text = text[:start] + text[end:]
    hits = lexicon.process.table("metadata.first_person").find(text)
    own = sum(text[hit.start : hit.end] != "US" and not _is_number(text, hit) for hit in hits)
    numbers = sum(1 for _ in lexicon.process.table("metadata.numbered").find(text))
    return (own - numbers) / max(1, len(text.split()))


def _is_number(text: str, hit: Hit) -> bool:
    """Whether an "I" is a numeral: behind the speaker's stands a verb."""
    return text[hit.start : hit.end] == "I" and not _SPOKEN.match(text, hit.end)


def _made_title(document: Document, told: list[Metadatum], lexicon: Lexicon) -> Iterator[Metadatum]:
    """A title for an input that has none: of a statement by its author, else its first words."""
    first = {datum.name: datum.value for datum in reversed(told)}
    if "title" in first or not document.blocks:
        return
    if first.get("kind") == InputKind.STATEMENT and "actor" in first:
        name = lexicon.actors.get(first["actor"]).name
        about = ", ".join(first[key] for key in ("session", "date") if key in first)
        title = f"Statement by {name}" + (f" ({about})" if about else "")
        yield Metadatum("title", title, "inferred: actor and date")
        return
    yield Metadatum("title", _opening(document, lexicon), "inferred: first lines")


def _opening(document: Document, lexicon: Lexicon) -> str:
    """The first words of the text, without the date line."""
    first = document.blocks[0]
    text = document.text[first.start : first.end]
    line = date_line(plain(text), date_finder(lexicon.process, "en"))
    words = " ".join(text[line[1] if line else 0 :].split()) or " ".join(text.split())
    if len(words) <= _OPENING_WORDS:
        return words
    return words[:_OPENING_WORDS].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
