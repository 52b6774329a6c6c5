"""Reports for exporters: of the invented process, of nothing, and of hostile words."""

from __future__ import annotations

from stocktake import reports
from stocktake.model import (
    Cell,
    Chart,
    ChartKind,
    Citation,
    Entry,
    Listing,
    Paragraph,
    QuoteBlock,
    Report,
    Section,
    Sentence,
    Table,
)
from tests.reports.world import world

HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "](javascript:alert(1)) `code` **bold** | a | b |\n# heading\n1. list",
    "]]> &amp; &lt; {{ 7 * 7 }} {% raw %} ${x}",
    "\u202eright to left\u202c \ud800 \ufffe null \x00 bell \x07",
    "مرحبا 你好 Привет 🌍 e\u0301 ﬁ",
    "=HYPERLINK(1) @import url(x) </style></title></textarea>",
    "a" * 3000,
)
EMPTY = Report("", "", "", ())


def invented() -> Report:
    made = world()
    return reports.build(made.stock, made.texts)


def hostile() -> Report:
    """Every place that can hold text holds hostile text."""
    return Report(HOSTILE[0], HOSTILE[1], "d" * 32, (_section(),), tuple(_citations()))


def _citations() -> list[Citation]:
    return [
        Citation(
            id=f"c{number}",
            target="t",
            input_id="f" * 64,
            input_title=words,
            document_id="d",
            start=200,
            end=200 + len(words),
            page=number,
            paragraph=1,
            before=words,
            quote=words,
            after=words,
            actors=(words, "Freedonia"),
            language="ar" if number == 6 else None,
            date="2031",
        )
        for number, words in enumerate(HOSTILE, 1)
    ]


def _section() -> Section:
    ids = [f"c{number}" for number in range(1, len(HOSTILE) + 1)]
    sentences = tuple(Sentence(words, (id_,)) for words, id_ in zip(HOSTILE, ids, strict=True))
    rows = tuple((Cell(words, (ids[0],)), Cell("7", value=7, link="p1")) for words in HOSTILE)
    blocks = (
        Paragraph(sentences, note=True),
        Listing((Entry(HOSTILE[2], tuple(QuoteBlock(id_, HOSTILE[0]) for id_ in ids), "p1"),)),
        Table("t1", HOSTILE[3], HOSTILE[:2], rows),
        *(
            Chart(kind, Table(f"t-{kind.name}", HOSTILE[4], HOSTILE[:2], rows))
            for kind in ChartKind
        ),
    )
    return Section("s1", HOSTILE[5], blocks, (Section("s2", HOSTILE[6]),))
