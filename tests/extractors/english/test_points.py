"""Lists and agendas."""

from __future__ import annotations

from stocktake import lexicon
from stocktake.extractors import STATEMENTS
from stocktake.model import Block, BlockKind, Candidate, Document, Prose, Quote
from tests.extractors.contract import input_of
from tests.extractors.english.conftest import short


def listed(lead: str, *points: str, lexicon_: lexicon.Lexicon, kind: BlockKind) -> list[Candidate]:
    text, blocks = lead, [Block(kind, 0, len(lead))]
    for point in points:
        blocks.append(Block(BlockKind.LIST_ITEM, len(text) + 1, len(text) + 1 + len(point)))
        text = f"{text}\n{point}"
    document = Document("document", "input", text, tuple(blocks))
    given = input_of("recommendations", "org:harbour-watch")
    return list(STATEMENTS.get("english").extract(document, given, lexicon_))


def test_points_under_a_lead_are_whole_statements(invented: lexicon.Lexicon) -> None:
    found = listed(
        "Governments should:",
        "(a) open harbours;",
        "(b) count boats.",
        lexicon_=invented,
        kind=BlockKind.PARAGRAPH,
    )
    contents = [each.content.text for each in found]
    assert contents == ["open harbours", "count boats"]


def test_points_inherit_whom_they_are_asked_of(invented: lexicon.Lexicon) -> None:
    (found,) = listed(
        "We call on coastal States to:",
        "- open harbours.",
        lexicon_=invented,
        kind=BlockKind.PARAGRAPH,
    )
    assert found.addressees == ("coastal States",)


def test_points_inherit_who_asks(invented: lexicon.Lexicon) -> None:
    (found,) = listed(
        "Ruritania recommended that States:",
        "open harbours.",
        lexicon_=invented,
        kind=BlockKind.PARAGRAPH,
    )
    assert short(found) == "XRU | open | open harbours"


def test_imperatives_under_an_agenda_are_asked_by_the_author(invented: lexicon.Lexicon) -> None:
    (found,) = listed(
        "Six-point agenda",
        "1. End the detention of sailors.",
        "2. Boats, large and small.",
        lexicon_=invented,
        kind=BlockKind.HEADING,
    )
    assert (found.actors[0][0].id, found.prose) == ("org:harbour-watch", Prose.RECOMMENDATION)


def test_imperatives_under_any_other_heading_are_not(invented: lexicon.Lexicon) -> None:
    found = listed(
        "History", "End the detention of sailors.", lexicon_=invented, kind=BlockKind.HEADING
    )
    assert found == []


def test_points_have_the_line_that_leads_to_them_as_context(invented: lexicon.Lexicon) -> None:
    (found,) = listed(
        "Governments should:",
        "(a) open harbours.",
        lexicon_=invented,
        kind=BlockKind.PARAGRAPH,
    )
    assert found.context == Quote("Governments should:", 0)
