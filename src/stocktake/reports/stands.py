"""Where actors stand on a proposal or theme, said with their names and passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from stocktake.model import Paragraph, Position, PositionStance, QuoteBlock, Sentence
from stocktake.reports.limits import PASSAGES, QUOTES
from stocktake.reports.patterns import Cited, claim, words
from stocktake.reports.quantity import share_of_positions
from stocktake.reports.records import Records, cite


@dataclass(frozen=True, slots=True)
class Stands:
    """The positions on one target, by stance; *all* are those that are taken."""

    supports: tuple[Position, ...]
    opposes: tuple[Position, ...]
    mixed: tuple[Position, ...]
    silent: tuple[Position, ...]

    @property
    def all(self) -> tuple[Position, ...]:
        return (*self.supports, *self.opposes, *self.mixed)

    @property
    def is_convergent(self) -> bool:
        return not self.opposes and not self.mixed

    @property
    def is_divergent(self) -> bool:
        return bool(self.mixed) or bool(self.opposes and self.supports)


def stands_on(target: str, records: Records) -> Stands:
    """The positions on a proposal id or ``theme:CODE``."""
    sides: dict[PositionStance, list[Position]] = defaultdict(list)
    for position in records.positions.get(target, ()):
        sides[position.stance].append(position)
    return Stands(**{stance.value: tuple(sides[stance]) for stance in PositionStance})


def number(positions: Iterable[Position]) -> int:
    """How many actors that are: a group is not counted beside its members."""
    return sum(position.counts for position in positions)


def sentences(stands: Stands, records: Records) -> tuple[Sentence, ...]:
    """Who supports, who opposes, who does both; nothing where nobody does."""
    sides = (("support", stands.supports), ("oppose", stands.opposes), ("mixed", stands.mixed))
    return tuple(_side(name, side, records) for name, side in sides if side)


def _side(name: str, positions: Sequence[Position], records: Records) -> Sentence:
    return claim(
        name,
        **share_of_positions(number(positions), records),
        actors=voices(positions, records),
    )


def voices(positions: Iterable[Position], records: Records) -> list[Cited]:
    """Actors in their own words by name, then groups with the number of members counted."""
    own = [position for position in positions if position.via is None]
    through: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        if position.via is not None:
            through[position.via].append(position)
    own.sort(key=lambda position: records.name(position.actor_id).casefold())
    groups = sorted(through, key=lambda group: records.name(group).casefold())
    return [_voice(position, records) for position in own] + [
        _group(group, through[group], records) for group in groups
    ]


def _voice(position: Position, records: Records) -> Cited:
    return Cited(records.name(position.actor_id), passages(position.statement_ids, records))


def _group(group: str, positions: list[Position], records: Records) -> Cited:
    statement_ids = sorted({id_ for position in positions for id_ in position.statement_ids})
    text = words("through", members=len(positions), group=records.name(group))
    return Cited(text, passages(statement_ids, records))


def passages(statement_ids: Iterable[str], records: Records) -> tuple[str, ...]:
    """The citations of the first few of some statements."""
    known = (records.statements[id_] for id_ in statement_ids if id_ in records.statements)
    return tuple(cite(statement) for statement in islice(known, PASSAGES))


def quotes(
    positions: Iterable[Position], label: str, records: Records, most: int = QUOTES
) -> tuple[QuoteBlock, ...]:
    """One quotation of each of the first *most* actors, each passage once."""
    blocks: dict[str, QuoteBlock] = {}
    ordered = sorted(positions, key=lambda item: (item.via is not None, _name(item, records)))
    for position in ordered:
        for citation in passages(position.statement_ids[:1], records):
            blocks.setdefault(citation, QuoteBlock(citation, words(label)))
    return tuple(blocks.values())[:most]


def _name(position: Position, records: Records) -> str:
    return records.name(position.actor_id).casefold()


def paragraph(*sentences: Sentence, note: bool = False) -> tuple[Paragraph, ...]:
    """The sentences as one paragraph; none where there are none."""
    return (Paragraph(sentences, note),) if sentences else ()
