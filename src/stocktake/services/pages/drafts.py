"""Drafts of the text: the list with how far each is agreed, one with its open places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from stocktake import exporters, legal
from stocktake.errors import UsageError
from stocktake.model import Draft, DraftSum
from stocktake.services import comparing, draft_page, draft_rows, drafts
from stocktake.services.drafts import OneDraft
from stocktake.services.pages.shown import Shown
from stocktake.services.rows import Row

_OPEN_SIGN, _CLOSE_SIGN = "[", "]"


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A version of the text as a line of the list; *row* is what is known of it."""

    label: str
    row: Row
    parts: DraftSum | None


@dataclass(frozen=True, slots=True)
class ShownProvision:
    """A provision of a draft: its number, heading and own words, at a depth, and how it stands.

    *pieces* are stretches of its words, each with how many brackets are open around it."""

    id: str
    kind: str
    depth: int
    number: str
    heading: str
    status: str
    pieces: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """A draft to be read, with the labels of all drafts, earliest first."""

    line: DraftLine
    provisions: tuple[ShownProvision, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of the proposals in the drafts up to one; *titles* name its provisions."""

    label: str
    rows: tuple[Row, ...]
    unasked: tuple[Row, ...]
    titles: Mapping[str, str]


def listed(shown: Shown) -> tuple[DraftLine, ...]:
    """All drafts, earliest first."""
    return tuple(_line(shown, one) for one in drafts.every(shown.workspace))


def read(shown: Shown, label: str, *, only_open: bool) -> ShownDraft:
    """The draft with that label, or only what is open in it; NotFoundError if there is none."""
    one = drafts.one(shown.workspace, label)
    labels = tuple(version.label for version in drafts.versions(shown.workspace))
    return ShownDraft(_line(shown, one), tuple(_provisions(one.draft, only_open)), labels)


def compared(shown: Shown, old: str, new: str) -> bytes:
    """Two drafts side by side, as a page of its own."""
    left, right = comparing.sides(shown.workspace, old, new)
    between = exporters.Between(left.name, right.name, back=f"/drafts/{quote(new)}")
    found = comparing.compare(left, right, shown.workspace)
    return exporters.export_comparison(found, "html", between)


def fates(shown: Shown, label: str) -> Fates:
    """What became of each proposal of the stock; NotFoundError if there is no such draft."""
    found = draft_page.trace(shown.workspace, label)
    unasked = tuple(draft_page.unasked(found))
    return Fates(label, tuple(draft_page.rows(found)), unasked, titles(shown, label))


def titles(shown: Shown, label: str) -> Mapping[str, str]:
    """What the provisions of a draft are called, by their ids."""
    return legal.titles(drafts.one(shown.workspace, label).draft)


def written(shown: Shown, label: str, form: str) -> tuple[bytes, str, str]:
    """A draft in a format, with its media type and suffix; UsageError for an unknown format."""
    known = exporters.DRAFT_EXPORTERS.names()
    if form not in known:
        raise UsageError(f"there is no format {form!r}.", remedy=f"One of: {', '.join(known)}.")
    one = drafts.one(shown.workspace, label)
    exporter = exporters.DRAFT_EXPORTERS.get(form)
    told = legal.Version(name=shown.stock.process.title, label=one.version.label)
    return exporters.export_draft(one.draft, form, told), exporter.media_type, exporter.suffix


def _line(shown: Shown, one: OneDraft) -> DraftLine:
    known = {item.label: item for item in shown.stock.drafts}
    label = one.version.label
    return DraftLine(label, draft_rows.row(one), known.get(label))


def _provisions(draft: Draft, only_open: bool) -> list[ShownProvision]:
    wanted = {item.id for item in legal.only_open(draft)}
    texts, heads, numbers = legal.own_texts(draft), legal.headings(draft), legal.number_texts(draft)
    statuses = legal.statuses(draft)
    depths: dict[str, int] = {}
    found = []
    for item in draft.provisions:
        depths[item.id] = depths.get(item.parent or "", -1) + 1
        if only_open and item.id not in wanted:
            continue
        found.append(
            ShownProvision(
                item.id,
                item.kind.value,
                min(depths[item.id], 5),
                numbers[item.id],
                heads.get(item.id, ""),
                statuses[item.id].value,
                tuple(_pieces(texts[item.id])),
            )
        )
    return found


def _pieces(text: str) -> list[tuple[str, int]]:
    """The words cut where brackets open and close; a sign belongs to what it encloses."""
    pieces: list[tuple[str, int]] = []
    depth, start = 0, 0
    for place, sign in enumerate(text):
        if sign == _OPEN_SIGN:
            pieces.append((text[start:place], depth))
            depth, start = depth + 1, place
        elif sign == _CLOSE_SIGN and depth:
            pieces.append((text[start : place + 1], depth))
            depth, start = depth - 1, place + 1
    pieces.append((text[start:], depth))
    return [piece for piece in pieces if piece[0]]
