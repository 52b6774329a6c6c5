"""Which blocks of a web page are its matter, and which belong to the site around it."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element

from stocktake.model import BlockKind
from stocktake.readers.html_walk import Piece

LINKED = 0.6
TOO_FEW = 0.3


def matter(root: _Element, raw: str, pieces: Sequence[Piece]) -> list[bool]:
    """For each piece whether to keep it.

    What lies in navigation and the like goes, and so does what consists of links, unless
    trafilatura counts it among the main text. If too little would be left, everything stays.
    """
    main = _squeezed(_main_text(root))
    kept = [
        (not piece.about_the_site or _is_title(piece))
        and (not _is_linked(raw, piece) or _is_in(raw, piece, main))
        for piece in pieces
    ]
    sizes = [piece.found.end - piece.found.start for piece in pieces]
    left = sum(size for size, keep in zip(sizes, kept, strict=True) if keep)
    return kept if left > TOO_FEW * sum(sizes) or left > len(main) // 2 > 0 else [True] * len(kept)


def _is_title(piece: Piece) -> bool:
    return piece.found.kind is BlockKind.HEADING and piece.found.level == 1


def _is_linked(raw: str, piece: Piece) -> bool:
    length = len(raw[piece.found.start : piece.found.end].strip())
    return piece.linked > LINKED * length


def _is_in(raw: str, piece: Piece, main: str) -> bool:
    return _squeezed(raw[piece.found.start : piece.found.end]) in main


def _main_text(root: _Element) -> str:
    """What trafilatura takes for the main text of the page; nothing if it finds none."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = etree.tostring(root, encoding="unicode", method="html")
    try:
        found = bare_extraction(page, favor_recall=True, include_comments=False)
    except Exception:
        return ""
    return str(getattr(found, "text", "") or "")


def _squeezed(text: str) -> str:
    return "".join(text.split())
