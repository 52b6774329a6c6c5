"""What every exporter of drafts must do, whoever wrote it."""

from __future__ import annotations

from stocktake.exporters import DraftExporter
from stocktake.legal import Version, parse_draft

TEXT = """Note by the Bureau

The Assembly of Freedonia,

Recalling its decision of spring[^1],

Deeply concerned at the number of [ferries][boats] lost,

1. Decides to convene a conference [in 2030];

2. Requests the Secretary:

(a) To report on the ports;

(b) To consult with:

(i) Harbour towns;

(ii) Others [Ruritania: including [old] sailors];

2bis. Invites all to contribute.

Article 3 (Quays)

1. **Option 1:** Quays are dry.

    **Option 2 (proposed by Sylvania):** Quays are [wide.

2. Masts stand].

[^1]: Decision 1/30 & others.
"""
DRAFT = parse_draft(TEXT)
VERSION = Version("Harbour Compact", "2030-05-02", "en", "Bureau", "Rev. 1")
HOSTILE = "Article 1\n\n1. <b>Po\x00rts</b> [\ud800][^\x01] open.\n\n[^\x01]: \ufffe & all.\u202e"


def check_same_bytes(exporter: DraftExporter) -> None:
    assert exporter.export(DRAFT, VERSION) == exporter.export(DRAFT, VERSION)


def check_survives_nothing(exporter: DraftExporter) -> None:
    assert isinstance(exporter.export(parse_draft(""), Version()), bytes)


def check_survives_hostile_words(exporter: DraftExporter) -> None:
    assert exporter.export(parse_draft(HOSTILE), Version(label="\x00<", author="\ud800"))


def check_tells_what_it_is(exporter: DraftExporter) -> None:
    assert exporter.suffix.startswith(".")
    assert "/" in exporter.media_type
