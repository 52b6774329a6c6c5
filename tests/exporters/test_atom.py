"""A feed is Atom that others can read."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element, fromstring

from hypothesis import given
from hypothesis import strategies as st

from stocktake.exporters.atom import SPACE, atom
from stocktake.model import Feed, FeedEntry

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
ENTRIES = st.builds(
    FeedEntry,
    key=st.text(),
    kind=st.just("input"),
    title=st.text(),
    day=DAYS,
    text=st.text(),
    authors=st.lists(st.text(), max_size=2).map(tuple),
)


def feed(*entries: FeedEntry) -> Feed:
    return Feed("process:harbours", "Harbours", "What is new", entries)


def read(made: Feed) -> Element:
    return fromstring(atom(made))


def entry(key: str, text: str = "", day: date = date(2031, 3, 4)) -> FeedEntry:
    return FeedEntry(key, "input", key.title(), day, text)


@given(st.lists(ENTRIES, max_size=3))
def test_each_entry_has_what_the_standard_asks_for(entries: list[FeedEntry]) -> None:
    root = read(feed(*entries))
    found = root.findall(f"{{{SPACE}}}entry")
    assert len(found) == len(entries)
    for one in [root, *found]:
        held = [child.tag.removeprefix(f"{{{SPACE}}}") for child in one]
        assert {held.count(name) for name in ("id", "title", "updated")} == {1}


def test_an_id_hangs_on_the_key_alone() -> None:
    ids = [read(feed(one))[-1][0].text for one in (entry("a"), entry("a", "other words"))]
    assert ids[0] == ids[1] != read(feed(entry("b")))[-1][0].text
    assert str(ids[0]).startswith("urn:uuid:")


def test_the_feed_is_as_new_as_its_newest_entry() -> None:
    made = feed(entry("a"), entry("b", day=date(2031, 5, 6)))
    assert read(made).findtext(f"{{{SPACE}}}updated") == "2031-05-06T00:00:00Z"


def test_the_same_feed_gives_the_same_bytes() -> None:
    assert atom(feed(entry("a"))) == atom(feed(entry("a")))
