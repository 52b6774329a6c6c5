from __future__ import annotations

import io

import docx
import pytest

from stocktake.exporters import COMPILATION_EXPORTERS
from stocktake.legal import amend, asks, compilation, parse_draft
from stocktake.model import Amendment, AmendmentAction, Compilation, CompiledEntry

DRAFT = parse_draft("# Ports\n\n## Article 3\n\n1. Ports shall be open <b>now</b>.\n")
CHANGE = Amendment(
    "a1", AmendmentAction.REPLACE, "paragraph 1", old="shall", new="should", actors=("RUR",)
)
PIECES = compilation(DRAFT, amend(DRAFT, [CHANGE]).results, {"RUR": "Ruritania"})
ENTRY = CompiledEntry(
    "a1", "Ruritania", asks(CHANGE), "art_3__para_1", "overlaps", ("a1",), "r.txt", "Replace it."
)
MADE = Compilation("Compilation", "Draft zero.", PIECES, (ENTRY,))


@pytest.mark.parametrize("name", COMPILATION_EXPORTERS.names())
def test_the_same_compilation_gives_the_same_bytes(name: str) -> None:
    exporter = COMPILATION_EXPORTERS.get(name)
    assert exporter.export(MADE) == exporter.export(MADE)


def text_of(name: str) -> str:
    data = COMPILATION_EXPORTERS.get(name).export(MADE)
    if name != "docx":
        return data.decode()
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


@pytest.mark.parametrize("name", ["docx", "md"])
def test_an_amendment_is_attributed_at_its_place(name: str) -> None:
    assert "Ports [shall] [Ruritania: should] be open" in text_of(name)


@pytest.mark.parametrize("name", COMPILATION_EXPORTERS.names())
def test_the_list_tells_state_and_proof(name: str) -> None:
    text = text_of(name)
    assert "overlaps" in text
    assert "r.txt" in text


def test_html_marks_words_and_lets_none_of_them_become_markup() -> None:
    text = text_of("html")
    assert '<a class="new" href="#a1"> [Ruritania: should]</a>' in text
    assert "&lt;b&gt;now&lt;/b&gt;" in text


def test_headings_of_the_draft_are_headings() -> None:
    assert "<h3>Article 3</h3>" in text_of("html")
