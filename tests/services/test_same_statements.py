"""The same document says the same, whatever the format it comes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake import lexicon, readers
from stocktake.model import Document, Input
from stocktake.services.extraction import Subject, findings
from stocktake.settings import Limits
from tests.made import as_docx, as_pdf

WORDS = lexicon.load()
LIMITS = Limits()
REVIEW = "upr_slovenia_2019"
FILES = (
    "A_HRC_43_15_Working_Group_Report.md",
    "A_HRC_WG_6_34_SVN_1_National_Report.md",
    "A_HRC_WG_6_34_SVN_2_UN_Compilation.md",
    "A_HRC_WG_6_34_SVN_3_Stakeholder_Summary.md",
    "Thematic_List_of_Recommendations.md",
)


def said(document: Document) -> Counter[tuple[object, ...]]:
    source = Input(document.input_id, "review", "", 0)
    found = findings(Subject(document, source, WORDS)).statements
    return Counter(
        (
            tuple(sorted((actor.id, actor.role) for actor in item.actors)),
            " ".join(item.content.text.split()),
            item.act,
            item.stance,
        )
        for item in found
    )


@pytest.mark.parametrize("write", [as_docx, as_pdf])
def test_a_review_says_the_same_as_text_and_as(
    shared: Path, write: Callable[[Document], bytes]
) -> None:
    told, retold = Counter[tuple[object, ...]](), Counter[tuple[object, ...]]()
    for name in FILES:
        original = readers.read((shared / "data" / REVIEW / name).read_bytes(), name, LIMITS)
        other = readers.read(write(original), name, LIMITS)
        told += said(original)
        retold += said(other)
    same = (told & retold).total()
    assert same >= 0.98 * max(told.total(), retold.total()), (told - retold, retold - told)
