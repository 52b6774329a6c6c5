"""Campaigns: near-identical texts, or long passages, in inputs that came one by one.

Whole texts are compared first, then paragraphs of ``LONG`` words or more; passages that inputs
share only because their whole texts are one campaign are not told again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from stocktake.analysis.copies import copies
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
LONG = 50
OF_FORMS = 0.65

Places = Sequence[CampaignText]


def campaigns(sources: Sources) -> tuple[Campaign, ...]:
    """The campaigns of all inputs, those of whole texts first, in canonical order."""
    ranks = {id_: rank for rank, id_ in enumerate(sources.inputs)}
    documents = sorted(
        sources.documents.values(), key=lambda item: (ranks.get(item.input_id, len(ranks)), item.id)
    )
    whole = list(_found([_whole(item) for item in documents], documents))
    same = {text.document_id: number for number, found in enumerate(whole) for text in found}
    long = [place for item in documents for place in _paragraphs(item)]
    apart = (found for found in _found(long, documents) if not _told(found, same))
    return (
        *(_campaign(found, sources, whole=True) for found in whole),
        *(_campaign(found, sources, whole=False) for found in apart),
    )


def campaign_issues(
    found: Iterable[Campaign], inputs: Mapping[str, Input], documents: Mapping[str, Document]
) -> Iterator[Issue]:
    """An Issue for each campaign of whole texts; it names all their inputs."""
    for campaign in found:
        if campaign.whole:
            ids = sorted({documents[text.document_id].input_id for text in campaign.texts})
            yield _issue(ids, sorted(inputs[id_].name if id_ in inputs else id_ for id_ in ids))


def _whole(document: Document) -> CampaignText:
    return CampaignText(document.id, 0, len(document.text))


def _paragraphs(document: Document) -> Iterator[CampaignText]:
    for block in document.blocks:
        if document.text.count(" ", block.start, block.end) >= LONG:
            yield CampaignText(document.id, block.start, block.end)


def _found(places: Places, documents: Iterable[Document]) -> Iterator[list[CampaignText]]:
    """Places with nearly the same text in several inputs, each in its order."""
    read = {item.id: item for item in documents}
    texts = [read[place.document_id].text[place.start : place.end] for place in places]
    found: dict[int, list[CampaignText]] = defaultdict(list)
    for place, number in zip(places, copies(texts, OF_FORMS), strict=True):
        if number >= 0:
            found[number].append(place)
    for several in found.values():
        if len({read[place.document_id].input_id for place in several}) > 1:
            yield several


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
