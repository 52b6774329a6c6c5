"""What tests of facts, metadata and case studies share: an invented lexicon, documents, reading."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from stocktake.extractors.facts import PROSE_FACTS
from stocktake.lexicon import Lexicon, load
from stocktake.model import Block, BlockKind, Document, FactCandidate, FactKind, Input, Metadatum

STATES = """\
id,name,official,region,aliases,adjectives
XFR,Freedonia,Republic of Freedonia,WEOG,,Freedonian
XRU,Ruritania,Kingdom of Ruritania,Eastern European Group,,Ruritanian
XSY,Sylvania,Republic of Sylvania,Asia-Pacific Group,,Sylvanian
"""
ORGANISATIONS = """\
id,name,kind,aliases,adjectives
org:harbour-watch,Harbour Watch,civil_society,,
group:coastal,Coastal Group,group,,
"""


@cache
def lexicon() -> Lexicon:
    """The package's lexicon with three invented States, a group and an organisation."""
    with tempfile.TemporaryDirectory() as folder:
        actors = Path(folder) / "actors"
        actors.mkdir()
        (actors / "states.csv").write_text(STATES, encoding="utf-8")
        (actors / "organisations.csv").write_text(ORGANISATIONS, encoding="utf-8")
        return load(Path(folder))


def document(text: str, *, title: str | None = None) -> Document:
    """*text* as a document: blocks between empty lines; one that begins with # is a heading."""
    return Document("doc", "input", text, tuple(_blocks(text)), language="en", title=title)


def _blocks(text: str) -> Iterator[Block]:
    position = 0
    for piece in text.split("\n\n"):
        start = position + len(piece) - len(piece.lstrip())
        end = position + len(piece.rstrip())
        kind = BlockKind.HEADING if piece.startswith("#") else BlockKind.PARAGRAPH
        if start < end:
            yield Block(kind, start, end)
        position += len(piece) + 2


def input_of(**metadata: str) -> Input:
    data = tuple(Metadatum(name, value, "manifest") for name, value in metadata.items())
    return Input("input", "brief.txt", "text/plain", 1, data)


def facts(text: str, kind: FactKind | None = None, /, **metadata: str) -> list[FactCandidate]:
    """The facts read from *text*, of one kind or of all."""
    found = PROSE_FACTS.extract(document(text), input_of(**metadata), lexicon())
    return [fact for fact in found if kind in {None, fact.kind}]


def values(fact: FactCandidate, name: str) -> list[str]:
    return [item.value for item in fact.attributes if item.name == name]


def one(text: str, kind: FactKind, /, **metadata: str) -> dict[str, list[str]]:
    """The attributes of the only fact of that kind in *text*."""
    (fact,) = facts(text, kind, **metadata)
    return {item.name: values(fact, item.name) for item in fact.attributes}
