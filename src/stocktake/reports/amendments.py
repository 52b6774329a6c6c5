"""What is proposed to be changed in the latest draft: by whom, whether it fits, what conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from stocktake.model import (
    Amendment,
    AmendmentAction,
    AmendmentState,
    Cell,
    Entry,
    Listing,
    QuoteBlock,
    ReviewState,
    Section,
    Sentence,
    Tabled,
)
from stocktake.model.report import Block
from stocktake.reports.limits import TABLE_ROWS
from stocktake.reports.patterns import one_line, plain, table, words
from stocktake.reports.records import Records, key
from stocktake.reports.stands import paragraph

_FITS = (AmendmentState.APPLIED, AmendmentState.NOTHING_TO_DO)


def section(records: Records) -> tuple[Section, ...]:
    """The section, if there are amendments to the latest draft."""
    found = records.stock.amendments
    if not found:
        return ()
    groups = conflicting(found)
    in_conflict = {item.result.amendment.id for group in groups for item in group}
    others = [item for item in found if item.result.amendment.id not in in_conflict]
    shown, left = groups[:TABLE_ROWS], groups[TABLE_ROWS:]
    blocks: tuple[Block, ...] = (
        *paragraph(*_counted(found, groups, records)),
        *paragraph(plain("amendments_rule"), note=True),
        *((Listing(tuple(_entries(shown, records))),) if shown else ()),
        *(paragraph(plain("more_conflicts", n=len(left)), note=True) if left else ()),
        *_others(sorted(others, key=_rank), records),
    )
    return (Section("amendments", words("amendments"), blocks),)


def conflicting(found: Sequence[Tabled]) -> list[list[Tabled]]:
    """Those in conflict with each other, directly or by way of others, in the order of *found*."""
    by_id = {item.result.amendment.id: item for item in found}
    order = {id_: number for number, id_ in enumerate(by_id)}
    seen: set[str] = set()
    groups = []
    for id_, item in by_id.items():
        if item.result.conflicts and id_ not in seen:
            together = _reached(id_, by_id)
            seen |= together
            groups.append([by_id[one] for one in sorted(together, key=order.__getitem__)])
    return groups


def _reached(start: str, by_id: dict[str, Tabled]) -> set[str]:
    reached, ahead = {start}, [start]
    while ahead:
        near = set(by_id[ahead.pop()].result.conflicts) & by_id.keys()
        ahead += sorted(near - reached)
        reached |= near
    return reached


def _rank(item: Tabled) -> int:
    """Those with a provision first, then those that name a place, then all others."""
    return 0 if item.result.provision_id else 1 if item.result.amendment.target else 2


def _others(found: Sequence[Tabled], records: Records) -> Iterator[Block]:
    shown, left = found[:TABLE_ROWS], found[TABLE_ROWS:]
    if shown:
        yield table("amendments", (_row(item, records) for item in shown))
    if left:
        yield from paragraph(plain("more_amendments", n=len(left)), note=True)


def _counted(
    found: Sequence[Tabled], groups: Sequence[Sequence[Tabled]], records: Records
) -> Iterator[Sentence]:
    draft = words("quoted", text=one_line(records.stock.drafts[-1].label))
    states = Counter(item.result.state for item in found)
    fits = sum(states[state] for state in _FITS)
    overlap = states[AmendmentState.OVERLAPS]
    yield plain("amendments_counted", n=len(found), draft=draft)
    yield plain("amendments_fit", fit=fits, conflict=overlap, left=len(found) - fits - overlap)
    if groups:
        yield plain("amendments_conflicts", n=len(groups))
    judged = sum(item.result.amendment.review is not ReviewState.MACHINE for item in found)
    if judged:
        yield plain("amendments_judged", n=judged)


def _entries(groups: Iterable[Sequence[Tabled]], records: Records) -> Iterator[Entry]:
    for number, group in enumerate(groups, 1):
        rows = (_row(item, records)[1:-1] for item in group)
        heading = words("conflict_on", place=one_line(group[0].place) or "?", n=len(group))
        found = table("conflicting", rows, id_=f"conflict-{number}", number=number)
        proofs = _place(group[0]).citations
        base = (QuoteBlock(proof, words("draft_says")) for proof in proofs)
        yield Entry(heading, (*base, found), f"conflict-{number}")


def _row(item: Tabled, records: Records) -> tuple[Cell, ...]:
    amendment = item.result.amendment
    return (
        _place(item),
        _by(amendment, records),
        Cell(asked(amendment)),
        Cell("; ".join(records.names(amendment.supporters))),
        Cell("; ".join(records.names(amendment.opponents))),
        Cell(_review(amendment)),
        Cell(words(f"state_{item.result.state.name.lower()}")),
    )


def _place(item: Tabled) -> Cell:
    """The provision, with its words as proof; as it was written where none was found."""
    written = one_line(item.result.amendment.target)
    if not item.result.provision_id:
        return Cell(words("as_written", place=written) if written else words("no_place"))
    title = words("quoted", text=one_line(item.place))
    if item.document_id is None:
        return Cell(title)
    proof = f"{item.result.provision_id}@{item.document_id}:{item.start}-{item.end}"
    return Cell(title, (proof,))


def _by(amendment: Amendment, records: Records) -> Cell:
    """Who proposes it, proven by the passage, or told by whom or where it was entered."""
    names = "; ".join(records.names(amendment.actors)) or words("proposer_unknown")
    if amendment.quotation and amendment.document_id:
        target = next(iter(amendment.statements), amendment.id)
        return Cell(names, (key(target, amendment.document_id, amendment.quotation),))
    if amendment.source:
        source = words("quoted", text=one_line(amendment.source))
        return Cell(f"{names} ({words('entered_from', source=source)})")
    return Cell(f"{names} ({words('tracked_in', file=_file(amendment, records))})")


def _file(amendment: Amendment, records: Records) -> str:
    input_ = records.input_of(amendment.document_id or "")
    labels = {item.document_id: item.label for item in records.stock.drafts}
    return one_line(input_.name if input_ else labels.get(amendment.document_id or "", "?"))


def _review(amendment: Amendment) -> str:
    is_judged = amendment.review is not ReviewState.MACHINE and not amendment.source
    return words(amendment.review.value) if is_judged else ""


def asked(amendment: Amendment) -> str:
    """What an amendment asks, in our few words and with the proposer's in quotation marks."""
    told = {
        "old": _quoted(amendment.old),
        "new": _quoted(amendment.new),
        "meant": _quoted(amendment.described),
    }
    name = "_".join(filter(None, ("asks", amendment.action.value, _shape(amendment))))
    where = words(f"where_{amendment.where.name.lower()}") if amendment.where else ""
    return " ".join(words(name, where=where, **told).split()).removesuffix(" to")


def _shape(amendment: Amendment) -> str:
    """Which of the words are given, for the pattern."""
    if amendment.described:
        return "meant"
    if amendment.action is AmendmentAction.INSERT:
        return "beside" if amendment.old else ""
    return "" if amendment.old else "all"


def _quoted(text: str) -> str:
    return words("quoted", text=one_line(text)) if text else ""
