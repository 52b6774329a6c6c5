from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from tests.conftest import skip_or_fail
from tests.readers.pdf_drawing import Text, blocks, pdf, read

_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
LINES = [
    "نؤكد أهمية التعاون بين الدول في مجالات التعليم والصحة",
    "وندعو الحكومات إلى احترام حقوق الأطفال في عام 2018.",
]


@pytest.fixture(scope="module")
def font() -> str:
    if not _FONT.is_file():
        skip_or_fail("the font DejaVu Sans is not installed (fonts-dejavu-core)")
    registerFont(TTFont("Arabic", str(_FONT)))
    return "Arabic"


def _letter_by_letter(line: str, right: float, y: float, font: str) -> list[Text]:
    """A line drawn from its right end, each letter for itself; numbers from left to right."""
    texts = []
    for word in line.split():
        shown = word if not word[0].isdigit() else "." + word.rstrip(".")[::-1]
        ordered = shown if not word[0].isdigit() else shown[1:] + "."
        for letter in ordered:
            right -= stringWidth(letter, font, 12)
            texts.append(Text(letter, right, y, 12, font))
        right -= 4
    return texts


def _page(font: str) -> list[Text]:
    return [
        text
        for number, line in enumerate(LINES)
        for text in _letter_by_letter(line, 530, 100 + 16 * number, font)
    ]


def test_arabic_is_read_from_right_to_left(font: str) -> None:
    assert read(pdf(_page(font))).text == " ".join(LINES)


def test_the_order_of_drawing_does_not_matter(font: str) -> None:
    assert read(pdf(_page(font)[::-1])).text == " ".join(LINES)


def test_the_right_one_of_two_columns_is_read_first(font: str) -> None:
    columns = [
        [
            text
            for number in range(4)
            for text in _letter_by_letter(
                f"{word} العمود هنا وهناك.", right, 100 + 16 * number, font
            )
        ]
        for word, right in (("ثاني", 250), ("أول", 530))
    ]
    found = blocks(read(pdf([*columns[0], *columns[1]])))
    assert " ".join(found).index("أول") < " ".join(found).index("ثاني")
