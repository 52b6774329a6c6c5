from __future__ import annotations

import pytest

from stocktake.legal import find, parse_draft

DRAFT = parse_draft("""Preamble

Recalling its decision,

Article 3

1. Ports open.

2. Quays:

(a) are dry;

(b) are wide.

Article 4

1. Boats sail.

2bis. Masts stand.
""")


@pytest.mark.parametrize(
    ("reference", "ids"),
    [
        ("Article 3, paragraph 2 (b)", ["art_3__para_2__point_b"]),
        ("paragraph 2 (a) of Article 3", ["art_3__para_2__point_a"]),
        ("article 4, para. 2 bis", ["art_4__para_2bis"]),
        ("Article 4", ["art_4"]),
        ("paragraph 1", ["art_3__para_1", "art_4__para_1"]),
        ("paragraph 2", ["art_3__para_2"]),
        ("the párrafo 2", ["art_3__para_2"]),
        ("Article 9", []),
        ("nothing of the kind", []),
        ("", []),
    ],
)
def test_a_reference_finds_the_provisions_it_may_mean(reference: str, ids: list[str]) -> None:
    assert [item.id for item in find(DRAFT, reference)] == ids
