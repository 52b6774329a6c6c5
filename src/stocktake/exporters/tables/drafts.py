"""Tables of the negotiated text: its drafts, and how much of each part is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.exporters.material import Material
from stocktake.exporters.tables.columns import Column, Table, Type, field, listed, text
from stocktake.model import Amendment, DraftSum, PartSum, Round, Settled, Tabled


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


def _said(name: str, meaning: str, example: str) -> Column:
    """A column for an attribute of the Amendment itself."""
    return text(name, meaning, example, lambda item, _: _text(getattr(_of(item), name)))


def _whose(name: str, meaning: str) -> Column:
    return text(name, meaning, "XFR", lambda item, _: listed(getattr(_of(item), name)))


def _of(item: Tabled) -> Amendment:
    return item.result.amendment


def _text(value: object) -> str | None:
    return str(value) if value else None


AMENDMENTS = Table(
    "amendments",
    "A change that somebody proposes to the latest draft.",
    (
        _said("id", "Hash of the amendment.", "a3e1…"),
        text(
            "provision_id",
            "The provision that it would change, as Akoma Ntoso's eId; empty: none was found.",
            "art_4__para_2",
            lambda item, _: item.result.provision_id,
        ),
        field("place", "Number and heading of that provision.", "Article 4 2."),
        _said("target", "The place, as it was written.", "paragraph 2 of Article 4"),
        _said(
            "action", "insert, delete, replace, move, keep, comment, bracket, unbracket.", "delete"
        ),
        _said("old", "Words of the draft, as they were given.", "shall"),
        _said("new", "New words; for a move, where it goes.", "should"),
        _said("where", "Where new words go.", "after"),
        _said("described", "What is meant, where no words are given.", "the word on ports"),
        _whose("actors", "Who proposes it: actors.actor_id, with spaces between."),
        _whose("supporters", "Who supports it."),
        _whose("opponents", "Who opposes it."),
        text(
            "state", "What came of applying it.", "applied", lambda item, _: item.result.state.value
        ),
        text(
            "conflicts",
            "Those with which it is in conflict: amendments.id, with spaces between.",
            "b7c2…",
            lambda item, _: listed(item.result.conflicts),
        ),
        _said("date", "A day, month or year.", "2031-04-02"),
        _said("origin", "input, tracked changes, marked, or entered by a person.", "input"),
        _said("review", "What a person said of it.", "machine"),
        _said("source", "From where a person who entered it knows of it.", "plenary, 2 May"),
        _said("document_id", "The document that tells it: documents.document_id.", "0f3a…"),
        text(
            "evidence",
            "The passage, verbatim.",
            "Delete paragraph 2.",
            lambda item, _: _words(item),
        ),
        text(
            "statement_ids",
            "The statements that tell who: statements.statement_id, with spaces between.",
            "5d20…",
            lambda item, _: listed(_of(item).statements),
        ),
    ),
    lambda material: material.stock.amendments,
)


@dataclass(frozen=True, slots=True)
class _Settled:
    round: Round
    item: Settled


def _settled(material: Material) -> Iterator[_Settled]:
    for one in material.stock.rounds:
        yield from (_Settled(one, item) for item in one.settled)


def _told(name: str, meaning: str, example: str, attribute: str = "") -> Column:
    """A column for an attribute of what was settled."""
    return text(name, meaning, example, lambda one, _: _text(getattr(one.item, attribute or name)))


SETTLEMENTS = Table(
    "draft_settlements",
    "What became of a bracket or option from one draft to the next.",
    (
        text("old", "The earlier draft: drafts.label.", "zero", lambda one, _: one.round.old),
        text("new", "The later draft: drafts.label.", "first", lambda one, _: one.round.new),
        text("kind", "bracket or option.", "option", lambda one, _: _kind(one.item)),
        _told("outcome", "taken in, taken out, replaced, still open or opened.", "taken in"),
        _told("words", "The words within, verbatim.", "shall"),
        _told("became", "The words in their place, where they were replaced.", "should"),
        _told("old_provision", "Where it stood: its provision's eId.", "art_4__para_2", "old_id"),
        _told("old_place", "The number and heading of that.", "Article 4 2."),
        _told("new_provision", "Where it stands now.", "art_4__para_3", "new_id"),
        _told("new_place", "The number and heading of that.", "Article 4 3."),
        text(
            "actors",
            "To whom it is attributed, as it stands in the text.",
            "Ruritania",
            lambda one, _: "; ".join(one.item.actors) or None,
        ),
    ),
    _settled,
)


def _kind(item: Settled) -> str:
    return "option" if item.is_option else "bracket"


def _words(item: Tabled) -> str | None:
    quotation = _of(item).quotation
    return quotation.text if quotation else None


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
    AMENDMENTS,
    SETTLEMENTS,
)
