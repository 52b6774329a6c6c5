from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.exporters import COMPARISON_EXPORTERS, Between, export_comparison, track_on
from stocktake.legal import compare, parse_draft
from stocktake.model import ChangeKind, TrackedChange, TrackedText
from stocktake.readers import tracked_changes

OLD = """Article 1 (ports)

1. Ports [shall] be open to all boats by day, and quays shall be swept every morning.

2. Masts shall be tall & straight.

3. Lighthouses shall burn until dawn.
"""
NEW = """Article 1 (harbours)

1. Lighthouses shall burn until dawn.

2. Ports shall be open to all boats by day.

3. Quays shall be swept every morning.

4. A fund <b>is established</b>.
"""
BETWEEN = Between("First", "Second", "Freedonia", "2018-02-05T10:00:00Z")
COMPARED = compare(parse_draft(OLD), parse_draft(NEW))
NUMBERED = st.lists(
    st.sampled_from(["1. Ports are open.", "2. Quays are wide.", "(a) Boats.", "Masts."]),
    max_size=6,
).map(lambda lines: "Article 1\n\n" + "\n\n".join(lines))


def solid(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def page() -> str:
    return export_comparison(COMPARED, "html", BETWEEN).decode()


@pytest.mark.parametrize("name", COMPARISON_EXPORTERS.names())
def test_the_same_comparison_gives_the_same_bytes(name: str) -> None:
    one, two = (export_comparison(COMPARED, name, BETWEEN) for _ in range(2))
    assert one == two


def test_each_provision_can_be_linked_to_on_both_sides() -> None:
    assert 'id="old-art_1__para_3"' in page()
    assert 'id="new-art_1__para_4"' in page()


def test_what_was_taken_out_and_put_in_is_marked_by_elements() -> None:
    assert "<del>Masts shall be tall &amp; straight.</del>" in page()
    assert "<ins>A fund &lt;b&gt;is established&lt;/b&gt;.</ins>" in page()


def test_the_page_loads_nothing_from_elsewhere() -> None:
    assert "default-src" in page()
    assert "://" not in page()


def test_all_changes_accepted_are_the_new_draft() -> None:
    found = tracked_changes(export_comparison(COMPARED, "docx", BETWEEN))
    assert solid(found.accepted) == solid(NEW)


def test_all_changes_rejected_are_the_provisions_of_the_old_draft() -> None:
    found = tracked_changes(export_comparison(COMPARED, "docx", BETWEEN))
    assert sorted(solid(found.text)) == sorted(solid(OLD))


@given(NUMBERED, NUMBERED)
def test_a_tracked_document_holds_both_drafts_word_for_word(old: str, new: str) -> None:
    found = tracked_changes(
        export_comparison(compare(parse_draft(old), parse_draft(new)), "docx", BETWEEN)
    )
    assert found.accepted.split() == new.split()
    assert sorted(found.text.split()) == sorted(old.split())


def test_a_number_that_stays_is_not_marked_where_only_the_heading_changed() -> None:
    found = tracked_changes(export_comparison(COMPARED, "docx", BETWEEN))
    assert [change.text for change in found.changes][:2] == ["(ports) ", "(harbours) "]


def test_the_json_tells_the_kind_of_each_alignment() -> None:
    found = json.loads(export_comparison(COMPARED, "json", BETWEEN))["comparison"]
    kinds = [row["alignment"]["kind"] for row in found["provisions"]]
    assert {"same", "split", "added", "deleted"} <= set(kinds)


def test_earlier_authors_are_kept_when_a_text_is_changed_further() -> None:
    base = TrackedText(
        "Ports shall open.\n\n",
        (
            TrackedChange(ChangeKind.DELETE, 6, 11, "shall", "Ruritania", "2018-01-01T00:00:00Z"),
            TrackedChange(ChangeKind.INSERT, 11, 11, "should", "Ruritania", "2018-01-01T00:00:00Z"),
        ),
    )
    found = tracked_changes(track_on(base, "Ports should open daily.\n\n", BETWEEN))
    assert [(change.text, change.author) for change in found.changes] == [
        ("shall", "Ruritania"),
        ("should", "Ruritania"),
        (" daily", "Freedonia"),
    ]
    assert found.accepted == "Ports should open daily.\n\n"


def test_words_that_one_put_in_and_another_takes_out_bear_both_names() -> None:
    inserted = TrackedChange(ChangeKind.INSERT, 5, 5, " never", "Ruritania")
    data = track_on(TrackedText("Ports open.\n\n", (inserted,)), "Ports open.\n\n", BETWEEN)
    assert tracked_changes(data) == TrackedText("Ports open.\n\n")
