"""What is new, by the dates of the data."""

from __future__ import annotations

from dataclasses import replace

from stocktake.reports import feed
from tests.reports.brief.briefed import Known


def test_the_newest_comes_first(demo: Known) -> None:
    days = [entry.day for entry in feed(demo.stock, demo.texts).entries]
    assert days == sorted(days, reverse=True)
    assert len(days) > 40


def test_a_departure_stands_in_the_words_of_its_passage(demo: Known) -> None:
    entries = feed(demo.stock, demo.texts).entries
    (left,) = (one for one in entries if one.title.startswith("United States of America: with"))
    assert "“On 3 December 2017 the United States announced that it ends" in left.text


def test_the_order_of_inputs_changes_nothing(demo: Known) -> None:
    turned = replace(demo.stock, inputs=demo.stock.inputs[::-1], facts=demo.stock.facts[::-1])
    assert feed(turned, demo.texts) == feed(demo.stock, demo.texts)


def test_a_key_stands_for_one_entry(demo: Known) -> None:
    keys = [entry.key for entry in feed(demo.stock, demo.texts).entries]
    assert len(keys) == len(set(keys))
