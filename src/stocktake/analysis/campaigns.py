"""Campaigns: near-identical texts, or long passages, in inputs that came one by one.

Whole texts are compared first, then paragraphs of ``LONG`` words or more; passages that inputs
share only because their whole texts are one campaign are not told again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from stocktake.analysis.comparing import Texts, compared
from stocktake.analysis.copies import Told, WordNumbers
from stocktake.analysis.copying import numbered
from stocktake.analysis.early import Early
from stocktake.analysis.letters import KIND, Letter, letters, packed
from stocktake.analysis.memo import Memo
from stocktake.analysis.sources import Sources
from stocktake.model import (
    Campaign,
    CampaignText,
    Document,
    Input,
    Issue,
    content_id,
)

CAMPAIGN = "near-identical texts"
OF_FORMS = 0.65

WHOLE, PARTS = "whole letters", "parts of letters"
KINDS = (KIND, WHOLE, PARTS)

Places = Sequence[CampaignText]
Known = Mapping[str, Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Found:
    """The *campaigns*, and what is *kept* of each of ``KINDS`` to find them sooner next time."""

    campaigns: tuple[Campaign, ...]
    kept: Known


def known_of(memo: Memo, early: Mapping[str, Early]) -> Known:
    """What is known already of each of ``KINDS``: kept, or found out *early*, by document."""
    kept = {kind: memo.known(kind) for kind in KINDS}
    return kept | {KIND: {id_: item.letters for id_, item in early.items()} | dict(kept[KIND])}


def campaigns(sources: Sources, known: Known | None = None) -> Found:
    """The campaigns of all inputs, those of whole texts first, in canonical order; *known* is what
    was kept before, as far as it still is there."""
    before = known or {}
    ranks = {id_: rank for rank, id_ in enumerate(sources.inputs)}
    documents = sorted(
        sources.documents.values(), key=lambda item: (ranks.get(item.input_id, len(ranks)), item.id)
    )
    numbers = WordNumbers()
    every = {item.id: letters(item, before.get(KIND, {}), numbers) for item in documents}
    compare = partial(_compared, sources=sources, numbers=numbers)
    first = [several[0] for several in every.values()]
    long = [letter for several in every.values() for letter in several[1:]]
    told = {
        WHOLE: compare(first, before.get(WHOLE, {})),
        PARTS: compare(long, before.get(PARTS, {})),
    }
    whole = list(_found(first, told[WHOLE], sources))
    same = {text.document_id: number for number, found in enumerate(whole) for text in found}
    apart = (found for found in _found(long, told[PARTS], sources) if not _told(found, same))
    made = (
        *(_campaign(found, sources, whole=True) for found in whole),
        *(_campaign(found, sources, whole=False) for found in apart),
    )
    known_letters = before.get(KIND, {})
    kept = {id_: known_letters.get(id_) or packed(several) for id_, several in every.items()}
    return Found(made, {KIND: kept, **told})


def campaign_issues(
    found: Iterable[Campaign], inputs: Mapping[str, Input], documents: Mapping[str, Document]
) -> Iterator[Issue]:
    """An Issue for each campaign of whole texts; it names all their inputs."""
    for campaign in found:
        if campaign.whole:
            ids = sorted({documents[text.document_id].input_id for text in campaign.texts})
            yield _issue(ids, sorted(inputs[id_].name if id_ in inputs else id_ for id_ in ids))


def _compared(
    several: Sequence[Letter], before: Mapping[str, bytes], sources: Sources, numbers: WordNumbers
) -> dict[str, bytes]:
    """What came of comparing texts, those of the same words once."""
    by_key = {letter.key: letter for letter in several if letter.key}
    keys = sorted(by_key)

    def read(at: int) -> Told:
        place = by_key[keys[at]].place
        return Told.of(numbers.of(sources.text(place.document_id)[place.start : place.end]))

    return compared(Texts(keys, [by_key[key].sketch for key in keys], read, OF_FORMS), before)


def _found(
    several: Sequence[Letter], told: Mapping[str, bytes], sources: Sources
) -> Iterator[list[CampaignText]]:
    """Places with nearly the same text in several inputs, each in its order."""
    found: dict[int, list[CampaignText]] = defaultdict(list)
    for letter, number in zip(several, numbered([each.key for each in several], told), strict=True):
        if number >= 0:
            found[number].append(letter.place)
    for places in found.values():
        if len({sources.documents[place.document_id].input_id for place in places}) > 1:
            yield places


def _told(found: Places, same: Mapping[str, int]) -> bool:
    """Whether all are in texts that are one campaign as a whole."""
    numbers = {same.get(place.document_id) for place in found}
    return len(numbers) == 1 and numbers != {None}


def _campaign(found: Places, sources: Sources, *, whole: bool) -> Campaign:
    inputs = [sources.input_of(place.document_id) for place in found]
    senders = [item.actor_ids if item else () for item in inputs]
    parts = tuple((place.document_id, place.start, place.end) for place in found)
    return Campaign(
        id=content_id("campaign", whole, parts),
        whole=whole,
        texts=tuple(found),
        sender_ids=tuple(sorted({id_ for ids in senders for id_ in ids})),
        unknown=len({item.id for item in inputs if item and not item.actor_ids}),
    )


def _issue(input_ids: list[str], names: list[str]) -> Issue:
    return Issue(
        id=content_id(CAMPAIGN, list(input_ids)),
        kind=CAMPAIGN,
        message=f"{len(names)} inputs have nearly the same text: {', '.join(names)}.",
        remedy="Each counts for the actor that sent it; a person may say that they are one.",
        place=", ".join(names),
    )
