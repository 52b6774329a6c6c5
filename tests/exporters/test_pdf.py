"""Reports and programmes as PDF."""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.exporters import ExportError, export, export_programme
from stocktake.exporters.typesetting import NO_HAN, quoted, setup, typeset, words
from stocktake.model import Cell, Table
from tests.exporters import samples
from tests.exporters.test_programmes import PROGRAMME


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def test_a_programme_holds_its_sessions_and_calendar() -> None:
    text = text_of(export_programme(PROGRAMME, "pdf"))
    told = ("10:00–11:00", "<b>| *Harbours* & piers</b>", "How long?", "Strelsau")
    assert [word for word in told if word not in text] == []


def test_the_calendar_begins_on_a_page_of_its_own() -> None:
    assert len(pypdfium2.PdfDocument(export_programme(PROGRAMME, "pdf"))) == 2


def test_a_programme_without_a_calendar_is_one_page() -> None:
    alone = replace(PROGRAMME, dates=())
    assert len(pypdfium2.PdfDocument(export_programme(alone, "pdf"))) == 1


def test_a_raised_number_leads_to_its_passage() -> None:
    pdf = export(samples.invented(), "pdf")
    assert len(re.findall(rb"/Subtype\s*/Link", pdf)) > 50


def test_names_beside_a_number_of_actors_are_no_number() -> None:
    from stocktake.exporters.pdf_tables import table

    cells = (Cell("Freedonia and 2 more", value=3), Cell("1,200", value=1200))
    made = table(Table("t", "Names", ("Who", "How many"), (cells,)))
    assert made.count("align: right") == 2


@given(st.text())
def test_no_words_are_read_as_markup(text: str) -> None:
    literal = quoted(text)
    inside = literal[1:-1].replace("\\\\", "").replace('\\"', "")
    assert (literal[0], literal[-1], '"' in inside) == ('"', '"', False)


def test_scripts_of_the_six_languages_are_written() -> None:
    text = text_of(typeset(setup("x", 10, "20mm") + words("Révision Ревизия")))
    assert "Révision Ревизия" in text


def test_a_lack_of_chinese_characters_is_told_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    monkeypatch.setattr(typst, "Fonts", type("None_", (), {"families": list}))
    text = text_of(typeset(setup("x", 10, "20mm") + words("审查")))
    assert NO_HAN.split(":", maxsplit=1)[0] in text


def test_without_typst_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    known: Callable[..., Any] = builtins.__import__

    def absent(name: str, *rest: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return known(name, *rest)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(ExportError, match="stocktake\\[pdf\\]"):
        export(samples.EMPTY, "pdf")
