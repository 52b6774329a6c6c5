"""Damaged PDF files in a process of its own: pdfium is C++, and may take the process with it."""

from __future__ import annotations

import sys

from reportlab.pdfgen.canvas import Canvas

from stocktake.readers import pdf as pdf_module
from stocktake.readers.pdf import PdfReader
from tests.readers.contract import Sample, check_mutations
from tests.readers.pdf_drawing import Text, across, column, drawn, headed, paged, pdf, sentence


def _plain(canvas: Canvas) -> None:
    canvas.setPageCompression(0)
    for number in range(6):
        canvas.drawString(60, 700 - 14 * number, sentence(number, 10))


SENTENCES = [sentence(number) for number in range(8)]
SAMPLES = [
    Sample("plain.pdf", drawn(_plain), ()),
    Sample("pages.pdf", pdf(*headed(paged(SENTENCES * 5))), ()),
    Sample(
        "columns.pdf",
        pdf(across(column(SENTENCES[:4], width=220), column(SENTENCES[4:], x=310, width=220))),
        (),
    ),
    Sample("words.pdf", pdf([Text("One line.", 60, 100)]), ()),
]


def main(count: int) -> None:
    """Check what the reader makes of *count* damaged files; OCR would only take time."""
    pdf_module.find_tesseract = lambda: None  # type: ignore[assignment]
    check_mutations(PdfReader(), SAMPLES, count)


if __name__ == "__main__":
    main(int(sys.argv[1]))
