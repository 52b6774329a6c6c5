"""A final text beside the draft before it: renumbered, shortened, without brackets."""

from __future__ import annotations

from stocktake import legal

DRAFT = """## Article 1 *(ferries)*

1. Ferries [shall][should] carry lamps of two colours at night.
2. Captains shall keep a log of every crossing of the lagoon.

## Article 1bis *(harbours)*

1. Harbours shall publish the tide tables in all languages.
2. Gulls are nobody's property.
3. The lighthouse is painted white in spring.
4. Fishing from the quay is free.
5. Dogs wait outside the office.
6. Lost umbrellas are kept for a year.
7. Bells are rung at noon.

## Article 2 *(pilots)*

1. Pilots [shall] pass an examination in rescue at sea.
"""
FINAL = """Article 1

1. Harbours shall publish the tide tables in all languages.

Article 2

1. Pilots shall pass an examination in rescue at sea.
"""


def test_an_article_goes_where_its_only_paragraph_that_is_left_went() -> None:
    found = legal.align(legal.parse_draft(DRAFT), legal.parse_draft(FINAL))
    became = {item.old: item.new for item in found if item.old and item.new}
    articles = {old[0]: new[0] for old, new in became.items() if "__" not in old[0]}
    assert articles == {"art_1bis": "art_1", "art_2": "art_2"}
