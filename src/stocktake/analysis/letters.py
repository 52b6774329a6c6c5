"""Documents → their texts as they are compared with others, kept under the id of the document.

Compared are whole documents, and their paragraphs of ``LONG`` words or more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from stocktake.analysis.copies import KEY, Hashes, Told, WordNumbers, key_of
from stocktake.model import CampaignText, Document

KIND = "letters"
LONG = 50
_NUMBER = 4
_HASH = np.dtype("<u8")
_HEAD = 2 * _NUMBER + KEY + 1


@dataclass(frozen=True, slots=True)
class Letter:
    """A text at its *place*; its *key*, the same for texts of the same words, empty for one without
    words; and its *sketch*."""

    place: CampaignText
    key: bytes
    sketch: Hashes


def letters(document: Document, known: Mapping[str, bytes], numbers: WordNumbers) -> list[Letter]:
    """The whole of a document first, then its long paragraphs."""
    if document.id in known:
        return list(_unpacked(document.id, known[document.id]))
    return [_letter(document, place, numbers) for place in _places(document)]


def packed(found: list[Letter]) -> bytes:
    """What ``letters`` needs to know the texts of a document again."""
    return b"".join(
        b"".join(
            [
                letter.place.start.to_bytes(_NUMBER, "little"),
                letter.place.end.to_bytes(_NUMBER, "little"),
                letter.key or bytes(KEY),
                bytes([len(letter.sketch)]),
                letter.sketch.astype(_HASH).tobytes(),
            ]
        )
        for letter in found
    )


def _places(document: Document) -> Iterator[CampaignText]:
    yield CampaignText(document.id, 0, len(document.text))
    for block in document.blocks:
        if document.text.count(" ", block.start, block.end) >= LONG:
            yield CampaignText(document.id, block.start, block.end)


def _letter(document: Document, place: CampaignText, numbers: WordNumbers) -> Letter:
    words = numbers.of(document.text[place.start : place.end])
    return Letter(place, key_of(words) if len(words) else b"", Told.of(words).sketch)


def _unpacked(document_id: str, body: bytes) -> Iterator[Letter]:
    at = 0
    while at < len(body):
        start = int.from_bytes(body[at : at + _NUMBER], "little")
        end = int.from_bytes(body[at + _NUMBER : at + 2 * _NUMBER], "little")
        key = body[at + 2 * _NUMBER : at + 2 * _NUMBER + KEY]
        count = body[at + _HEAD - 1]
        sketch = np.frombuffer(body, _HASH, count, at + _HEAD)
        yield Letter(CampaignText(document_id, start, end), key if any(key) else b"", sketch)
        at += _HEAD + _HASH.itemsize * count
