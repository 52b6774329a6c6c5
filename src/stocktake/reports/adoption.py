"""How the text was adopted: the vote, who joined beside what they had asked for, reservations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake.model import (
    Adoption,
    Cell,
    Choice,
    Fact,
    Joined,
    Reservation,
    Section,
    Sentence,
    Statement,
)
from stocktake.model.report import Block
from stocktake.reports.dates import say_text
from stocktake.reports.facts import tables
from stocktake.reports.limits import PASSAGES
from stocktake.reports.patterns import Cited, cell, claim, count_cell, one_line, plain, table, words
from stocktake.reports.proposals import anchor
from stocktake.reports.records import Records, alphabetical, cite
from stocktake.reports.stands import paragraph, passages

_NAMED = 12
_AGAINST = (Choice.NO, Choice.ABSTAIN, Choice.ABSENT)


def section(records: Records, told: frozenset[str]) -> tuple[Section, ...]:
    """The section, where an adoption is told of, or an actor set itself apart from a text."""
    stock = records.stock
    apart = [item for item in stock.reservations if stock.adoptions or item.fact_ids]
    if not stock.adoptions and not apart:
        return ()
    facts = {fact.id: fact for fact in stock.facts}
    blocks: tuple[Block, ...] = (
        *(block for item in stock.adoptions for block in _adoption(item, facts, records)),
        *_joined(facts, told, records),
        *_reservations(apart, facts, records),
    )
    return (Section("adoption", words("adoption"), blocks),)


def _adoption(item: Adoption, facts: dict[str, Fact], records: Records) -> Iterator[Block]:
    yield from paragraph(_adopted(item, facts))
    for choice, stated in item.stated:
        counted = item.counted(choice)
        if item.votes and counted < stated:
            label = words(f"choice_{choice}")
            missing = plain("not_named", choice=label, named=counted, stated=stated)
            yield from paragraph(missing, note=True)
    if item.votes:
        rows = (_votes(item, choice, facts, records) for choice in Choice if item.counted(choice))
        yield table("votes", rows, id_=f"votes-{_slug(item.title)}", title=item.title)


def _adopted(item: Adoption, facts: dict[str, Fact]) -> Sentence:
    proofs = item.fact_ids or tuple(id_ for vote in item.votes for id_ in vote.fact_ids)
    citations = tuple(cite(facts[id_]) for id_ in proofs[:PASSAGES])
    date = say_text(item.date) or words("undated")
    title = one_line(item.title)
    totals = dict(item.stated) or {choice: item.counted(choice) for choice in Choice}
    if item.outcome != "vote":
        name = "adopted_by_consensus" if item.outcome == "consensus" else "adopted"
        return claim(name, title=title, date=date, citations=citations)
    counts = [Cited(words(f"votes_{name}", n=n)) for name, n in totals.items() if n]
    return claim("adopted_by_vote", title=title, date=date, counts=counts, citations=citations)


def _votes(
    item: Adoption, choice: Choice, facts: dict[str, Fact], records: Records
) -> tuple[Cell, ...]:
    cast = [vote for vote in item.votes if vote.choice is choice]
    who = records.names(vote.actor_id for vote in cast)
    proofs = tuple(cite(facts[vote.fact_ids[0]]) for vote in cast)
    return (
        Cell(words(f"choice_{choice}"), tuple(dict.fromkeys(proofs))[:PASSAGES]),
        count_cell(len(who)),
        Cell("; ".join(who)),
    )


def _joined(facts: dict[str, Fact], told: frozenset[str], records: Records) -> tuple[Block, ...]:
    kept = [item for item in records.stock.joined if _is_telling(item)]
    if not kept:
        return ()
    kept.sort(key=lambda item: (_rank(item), *alphabetical(records.name(item.actor_id))))
    rows = [_row(item, facts, told, records) for item in kept]
    return (*paragraph(plain("adoption_rule"), note=True), *tables("joined", rows))


def _is_telling(item: Joined) -> bool:
    said = item.stance or item.asked or item.opposed
    return bool(said) or item.withdrawn or item.choice in _AGAINST


def _rank(item: Joined) -> int:
    """Those against first, then those that abstained, took no part or had left, then others."""
    order = (Choice.NO, Choice.ABSTAIN, Choice.ABSENT, None, Choice.YES)
    return order.index(item.choice)


def _row(
    item: Joined, facts: dict[str, Fact], told: frozenset[str], records: Records
) -> tuple[Cell, ...]:
    proofs = tuple(cite(facts[id_]) for id_ in item.fact_ids[:PASSAGES])
    vote = words(f"choice_{item.choice}") if item.choice else words("no_vote_told")
    left = [words("had_left")] if item.withdrawn else []
    return (
        Cell(records.name(item.actor_id)),
        Cell("; ".join([vote, *left]), proofs),
        Cell(words(item.stance), passages(item.statement_ids, records))
        if item.stance
        else Cell(""),
        _proposals(item.asked, item.asked_ids, told, records),
        _proposals(item.opposed, (), told, records),
    )


def _proposals(
    ids: tuple[str, ...], proofs: Iterable[str], told: frozenset[str], records: Records
) -> Cell:
    """The numbers of some proposals, with the passages in which they are asked for."""
    known = [item for item in records.stock.proposals if item.id in ids]
    numbers = [Cited(str(item.number)) for item in known[:_NAMED]]
    if not numbers:
        return Cell("")
    numbers[-1] = Cited(numbers[-1].text, passages(tuple(proofs), records))
    if len(known) > _NAMED:
        numbers.append(Cited(words("and_more", n=len(known) - _NAMED)))
    first = next((item for item in known if item.id in told), None)
    return cell("proposal_numbers", link=anchor(first) if first else "", numbers=numbers)


def _reservations(
    found: list[Reservation], facts: dict[str, Fact], records: Records
) -> tuple[Block, ...]:
    if not found:
        return ()
    rows = [_apart(item, facts, records) for item in found]
    return (*paragraph(plain("reservations_rule"), note=True), *tables("reservations", rows))


def _apart(item: Reservation, facts: dict[str, Fact], records: Records) -> tuple[Cell, ...]:
    proof: list[Fact | Statement] = [facts[id_] for id_ in item.fact_ids]
    proof += [records.statements[id_] for id_ in item.statement_ids]
    return (
        Cell(records.name(item.actor_id)),
        Cell(item.kind),
        Cell("; ".join(words("quoted", text=one_line(part)) for part in item.provisions)),
        Cell(say_text(item.date)),
        Cell(words("quoted", text=one_line(proof[0].sentence.text)), (cite(proof[0]),)),
    )


def _slug(title: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())
