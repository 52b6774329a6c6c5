"""Pages set by Typst, which comes with the extra "pdf"; the same source gives the same bytes.

Words reach Typst as string literals alone, so nothing that an input says can be read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from stocktake.exporters.base import ExportError

FONTS = ("Noto Sans", "DejaVu Sans", "Noto Sans Arabic", "Noto Sans CJK SC", "Noto Sans SC")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_HAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_HAN_FONT = re.compile(r"CJK|\b(?:SC|TC|HK|JP|KR)\b|Hei|Song|Ming|WenQuanYi|Fangsong|Kai|Unifont")
NO_HAN = (
    "This machine has no font for Chinese: its characters stand here as boxes. Install one, such "
    "as Noto Sans CJK, and write the file again."
)
_UNKNOWN = "\ufffd"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def typeset(source: str) -> bytes:
    """The PDF of a Typst *source*; ExportError where Typst is not installed."""
    try:
        import typst
    except ImportError as error:
        raise ExportError(
            "PDF needs typst, which is not installed.",
            remedy="Run: pip install 'stocktake[pdf]', or print the HTML from a browser.",
        ) from error
    lacks = bool(_HAN.search(source)) and not _has_han(typst.Fonts().families())
    made = typst.compile(f"{_unwritten(lacks=lacks)}{source}".encode(), format="pdf")
    if not isinstance(made, bytes):
        raise ExportError("Typst made several files.", remedy="Update it: pip install -U typst.")
    return made


def _has_han(families: Iterable[str]) -> bool:
    return any(_HAN_FONT.search(family) for family in families)


def _unwritten(*, lacks: bool) -> str:
    """Defines the remark that stands on the first page where no font has what is to be written."""
    return f"#let unwritten = {f'[_{words(NO_HAN)}_]' if lacks else 'none'}\n"


def words(text: str) -> str:
    """*text* as content of Typst, without any meaning but itself."""
    return f"#{quoted(text)}"


def quoted(text: str) -> str:
    """*text* as a string literal of Typst."""
    printable = _UNPRINTABLE.sub(_UNKNOWN, text)
    return f'"{printable.translate(_ESCAPES)}"'


def setup(title: str, size: float, margin: str) -> str:
    """The head of every source: paper, fonts, page numbers; no date."""
    fonts = ", ".join(quoted(font) for font in FONTS)
    return f"""\
#set document(title: {quoted(title)}, date: none)
#set page(paper: "a4", margin: {margin}, numbering: "1 / 1")
#set text(font: ({fonts}), size: {size}pt, lang: "en", hyphenate: false, ligatures: false)
#set super(typographic: false)
#set par(leading: 0.55em, spacing: 0.8em)
#show heading: set block(above: 1.1em, below: 0.5em)
#show link: set text(fill: rgb("0b5394"))
#unwritten
"""
