"""The peer: pypdfium2's bare text extraction of a folder of PDFs, in one process."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2


def main(folder: str) -> None:
    for path in sorted(Path(folder).glob("*.pdf")):
        document = pypdfium2.PdfDocument(path)
        for page in document:
            page.get_textpage().get_text_range()
        document.close()


if __name__ == "__main__":
    main(sys.argv[1])
