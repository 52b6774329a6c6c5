from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from stocktake.model import BlockKind, Document
from tests.readers.pdf_drawing import HEIGHT, Text, column, drawn, pdf, read, sentence

ROWS = [
    ("State", "Position", "Since"),
    ("Ruritania", "supports", "2016"),
    ("Freedonia", "opposes", "2017"),
    ("Sylvania", "supports", "2018"),
]
STARTS = (60, 220, 380)


def _cells(document: Document) -> dict[tuple[int | None, int | None], str]:
    return {
        (block.row, block.column): document.text[block.start : block.end]
        for block in document.blocks
        if block.kind is BlockKind.CELL
    }


def _grid(y: float = 200.0) -> list[Text]:
    return [
        Text(words, x, y + 15 * number)
        for number, row in enumerate(ROWS)
        for x, words in zip(STARTS, row, strict=True)
    ]


def test_aligned_columns_of_short_words_are_a_table() -> None:
    found = _cells(read(pdf([*column([sentence(1)]), *_grid()])))
    assert found == {
        (row, place): words for row, cells in enumerate(ROWS) for place, words in enumerate(cells)
    }


def test_text_around_a_table_stays_text() -> None:
    document = read(pdf([*column([sentence(1)]), *_grid(), *column([sentence(2)], y=300)]))
    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.PARAGRAPH, *[BlockKind.CELL] * 12, BlockKind.PARAGRAPH]


def test_tables_are_counted_over_the_document() -> None:
    pages = [[*column([sentence(n)]), *_grid()] for n in (1, 2)]
    assert {block.table for block in read(pdf(*pages)).blocks} == {None, 0, 1}


def test_cells_of_several_lines_are_told_apart_by_the_space_between_rows() -> None:
    texts = [
        *(Text(words, 60, 200 + 40 * n) for n, words in enumerate(["Ruritania", "Freedonia"])),
        *(Text(f"says this {n}", 220, 200 + 40 * n) for n in range(2)),
        *(Text(f"and that {n}", 220, 212 + 40 * n) for n in range(2)),
    ]
    found = _cells(read(pdf(texts)))
    assert found[0, 1] == "says this 0 and that 0"
    assert found[1, 0] == "Freedonia"


def _ruled(canvas: Canvas) -> None:
    """Two rows of two cells, in boxes, the words close to the rule between."""
    canvas.setFont("Times-Roman", 10)
    for row in range(2):
        for place, words in enumerate(("one two three", "four five six")):
            x, y = 60 + 66 * place, HEIGHT - 200 - 60 * row
            canvas.rect(x - 2, y - 40, 66, 60)
            for line in range(3):
                canvas.drawString(x, y - 12 * line, f"{words} {row}")


def test_rules_part_cells_that_stand_close_together() -> None:
    found = _cells(read(drawn(_ruled)))
    assert found[0, 0] == " ".join(["one two three 0"] * 3)
    assert found[1, 1] == " ".join(["four five six 1"] * 3)


def test_a_contents_list_is_no_table() -> None:
    texts = [
        text
        for n in range(5)
        for text in (
            Text(f"Chapter {n} of the report . . . . . . . . .", 60, 100 + 14 * n),
            Text(str(3 + 7 * n), 500, 100 + 14 * n),
        )
    ]
    assert not _cells(read(pdf(texts)))
