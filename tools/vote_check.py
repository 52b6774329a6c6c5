"""How many of those that spoke for or against the subject of a process voted so later.

    python -m tools.vote_check WORKSPACE VOTES.csv [--passages]

VOTES.csv has the columns country and vote (yes, no, abstain); who is not in it did not vote.
Counted are actors that took a side on the subject in their own words in the last stock. Listed is
each that did not vote so, with the input and the range of each passage (and, if asked, its words).
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from stocktake import lexicon, store
from stocktake.model import Position, PositionStance, SchemeKind, Stock
from stocktake.services.reporting import last_stock
from stocktake.services.workspace import Workspace, at

SO = {PositionStance.SUPPORTS: "yes", PositionStance.OPPOSES: "no"}
NO_VOTE = "did not vote"


@dataclass(frozen=True, slots=True)
class Compared:
    """A position on the subject, and how its actor voted."""

    position: Position
    vote: str

    @property
    def as_spoken(self) -> bool:
        return SO.get(self.position.stance) == self.vote


def votes(path: Path, words: lexicon.Lexicon) -> dict[str, str]:
    """The vote of each State, by its id; ValueError for a name that nobody knows."""
    found = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            actor = words.actors.resolve(row["country"])
            if actor is None:
                raise ValueError(f"{path}: no State is called {row['country']!r}")
            found[actor.id] = row["vote"]
    return found


def compare(stock: Stock, voted: Mapping[str, str]) -> list[Compared]:
    """All own positions on the subject of the stock's themes, by actor."""
    themes = next(scheme for scheme in stock.schemes if scheme.kind is SchemeKind.THEMES)
    target = f"theme:{themes.subject}"
    return [
        Compared(position, voted.get(position.actor_id, NO_VOTE))
        for position in stock.positions
        if position.target == target
        and position.via is None
        and position.stance is not PositionStance.SILENT
        and len(position.actor_id) == 3
    ]


def lines(workspace: Workspace, compared: list[Compared], *, passages: bool) -> Iterator[str]:
    """The counts by stance, then each that did not vote as it spoke."""
    for stance in PositionStance:
        held = [item for item in compared if item.position.stance is stance]
        if held:
            so = sum(item.as_spoken for item in held)
            yield f"{stance.value}: {len(held)} spoke so, {so} voted {SO.get(stance, '(neither)')}"
    stock = last_stock(workspace)
    statements = {item.id: item for item in stock.statements}
    names = {item.id: item.name for item in stock.inputs}
    ids = [statements[one].document_id for item in compared for one in item.position.statement_ids]
    with workspace.store() as base, base.reading() as connection:
        inputs = {item.id: names[item.input_id] for item in store.documents(connection, ids)}
    for item in compared:
        if not item.as_spoken:
            yield f"{item.position.actor_id}: {item.position.stance.value}; {item.vote}"
            for told in map(statements.__getitem__, item.position.statement_ids):
                place = f"{inputs[told.document_id]} {told.sentence.start}-{told.sentence.end}"
                said = f" {told.sentence.text}" if passages else ""
                yield f"  {place} {told.act.value}{said}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("workspace", type=Path)
    parser.add_argument("votes", type=Path)
    parser.add_argument("--passages", action="store_true", help="print the words of each passage")
    chosen = parser.parse_args()
    workspace = at(chosen.workspace)
    voted = votes(chosen.votes, lexicon.load(workspace.lexicon))
    found = compare(last_stock(workspace), voted)
    for line in lines(workspace, found, passages=chosen.passages):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
