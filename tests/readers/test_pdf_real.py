from __future__ import annotations

from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from stocktake.readers import read as read_any
from stocktake.settings import Limits
from tests.readers.contract import check_document
from tests.readers.pdf_drawing import Text, blocks, headed, paged, pdf, read


@pytest.fixture(scope="module")
def paragraphs(shared: Path) -> list[str]:
    """The paragraphs of a real report, in the letters that a standard font has."""
    path = shared / "data/upr_slovenia_2019/A_HRC_WG_6_34_SVN_3_Stakeholder_Summary.md"
    document = read_any(path.read_bytes(), path.name, Limits())
    plain = [text.encode("cp1252", "ignore").decode("cp1252") for text in blocks(document)]
    return [text for text in plain if text.strip()]


def _by_height(page: list[Text]) -> list[Text]:
    return sorted(page, key=lambda text: (text.y, text.x))


def _pages(paragraphs: list[str], setting: str) -> list[list[Text]]:
    pages = paged(paragraphs, columns=1 if setting == "one column" else 2)
    return [_by_height(page) for page in pages] if setting == "line by line" else pages


@pytest.mark.shared
@pytest.mark.parametrize("setting", ["one column", "two columns", "line by line"])
def test_the_words_of_a_real_report_come_back_in_order(paragraphs: list[str], setting: str) -> None:
    document = read(pdf(*headed(_pages(paragraphs, setting))))
    check_document(document)
    words = " ".join(paragraphs).split()
    assert Levenshtein.normalized_similarity(words, document.text.split()) >= 0.999
    assert len(set(paragraphs) & set(blocks(document))) >= 0.98 * len(set(paragraphs))
