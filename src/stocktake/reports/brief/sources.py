"""The sources in brackets: every input that a brief cites, and the sources that it names itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake.model import FactKind, Sentence
from stocktake.reports.brief.saying import proofs
from stocktake.reports.brief.scene import Scene
from stocktake.reports.citing import document_of
from stocktake.reports.patterns import claim, one_line


def sentences(cited: Iterable[str], scene: Scene) -> Iterator[Sentence]:
    """One for each source, in the order in which the brief cites; *cited* are citation keys."""
    keys = list(dict.fromkeys(cited))
    first: dict[str, str] = {}
    for found in keys:
        first.setdefault(document_of(found), found)
    named = list(_named(first, scene))
    for document_id, found in first.items():
        title = _title(document_id, scene)
        if title.casefold() not in {one.casefold() for one, _ in named}:
            yield claim("brief_source", title=title, citations=(found,))
    for title, found in named:
        yield claim("brief_source", title=title, citations=(found,))


def _title(document_id: str, scene: Scene) -> str:
    source = scene.known.records.input_of(document_id)
    return source.title if source else document_id


def _named(documents: Iterable[str], scene: Scene) -> Iterator[tuple[str, str]]:
    """The sources that the cited documents name, each once."""
    wanted, seen = list(documents), set()
    for fact in scene.known.facts(FactKind.SOURCE):
        title = fact.get("title")
        if title and fact.document_id in wanted and title.value not in seen:
            seen.add(title.value)
            yield one_line(title.value), proofs([fact])[0]
