"""Tables of the negotiated text: its drafts, and how much of each part is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.exporters.material import Material
from stocktake.exporters.tables.columns import Column, Table, Type, field, text
from stocktake.model import DraftSum, PartSum


@dataclass(frozen=True, slots=True)
class _Part:
    draft: DraftSum
    part: PartSum


def _parts(material: Material) -> Iterator[_Part]:
    for draft in material.stock.drafts:
        yield from (_Part(draft, part) for part in draft.parts)


def _figure(name: str, meaning: str, example: int) -> Column:
    return Column(
        name, Type.INTEGER, meaning, example, lambda item, _: int(getattr(item.part, name))
    )


DRAFTS = (
    Table(
        "drafts",
        "A version of the negotiated text.",
        (
            field("label", "What the draft is called.", "zero draft"),
            field("sha256", "The sha256 of its file.", "9c1b…", "source"),
            field("document_id", "The document that holds its text.", "0f3a…"),
            field("date", "A day, month or year; empty where nobody told.", "2031-04-02"),
            field("round", "The round of negotiations it came out of.", "first round"),
            field("issued_by", "Who issued it.", "Chair"),
            field("provisions", "How many provisions it has.", 120),
            field("brackets", "How many brackets of negotiators.", 88),
            field("unbalanced", "How many brackets nothing closes or opens.", 2),
            field("unplaced", "Stretches of words that belong to no provision.", 1),
            field("open", "Characters that are not agreed, without white space.", 4120),
            field("characters", "Characters of provisions, without white space.", 20310, "all"),
            field("share", "The share that is open, 0..1.", 0.2029),
        ),
        lambda material: material.stock.drafts,
    ),
    Table(
        "draft_parts",
        "An outermost unit of a draft, such as an article.",
        (
            text(
                "draft", "The draft: drafts.label.", "zero draft", lambda item, _: item.draft.label
            ),
            text("part", "Its id, as Akoma Ntoso's eId.", "art_4", lambda item, _: item.part.id),
            text("title", "Number and heading.", "Article 4", lambda item, _: item.part.title),
            _figure("open", "Characters that are not agreed, without white space.", 310),
            Column(
                "characters",
                Type.INTEGER,
                "Characters of its provisions, without white space.",
                1204,
                lambda item, _: item.part.all,
            ),
            _figure("brackets", "How many brackets of negotiators open in it.", 7),
        ),
        _parts,
    ),
)
