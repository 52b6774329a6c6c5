from __future__ import annotations

import pytest

from stocktake.readers.pdf_page import Line, Page
from stocktake.readers.pdf_soundness import is_garbled
from tests.readers.pdf_drawing import sentence

ENGLISH = sentence(1, 120)


def _page(text: str, unmapped: float = 0.0) -> Page:
    return Page(0, 595, 842, (Line(text, 60, 500, 100, 10),), unmapped=unmapped)


def _shifted(text: str) -> str:
    """What a font gives that numbers its letters by itself: every letter 29 places off."""
    return "".join(chr(ord(sign) - 29) if sign.isalpha() else sign for sign in text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_shifted(ENGLISH), id="letters shifted by the font"),
        pytest.param("\ue012\ue044\ue09a\uf0ff" * 20, id="private characters"),
        pytest.param("Ñòðàíû ïîääåðæàëè ïðîåêò äîãîâîðà î ìèãðàöèè ïîëíîñòüþ", id="wrong alphabet"),
        pytest.param("\ufffd" * 50, id="replacement characters"),
    ],
)
def test_letters_that_mean_nothing_are_garbled(text: str) -> None:
    assert is_garbled(_page(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ENGLISH, id="English"),
        pytest.param(
            "Les délégués ont réaffirmé la nécessité d'élargir l'accès à l'éducation.", id="French"
        ),
        pytest.param("Страны поддержали проект договора о миграции полностью.", id="Russian"),
        pytest.param("我们呼吁所有国家尊重移民的权利并加强合作" * 3, id="Chinese"),
        pytest.param("UNHCR UNDP UNCTAD UNFPA IFRC NGOs HLPF " * 3, id="abbreviations"),
        pytest.param("\uf0b7 To share data \uf0b7 To protect children " * 3, id="bullets"),
        pytest.param("12 345 678", id="numbers"),
        pytest.param("", id="nothing"),
    ],
)
def test_text_is_not_garbled(text: str) -> None:
    assert not is_garbled(_page(text))


def test_a_font_without_a_map_makes_its_text_garbled() -> None:
    assert is_garbled(_page(ENGLISH, unmapped=0.5))
