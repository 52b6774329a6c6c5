"""What every reader keeps; a reader of a plug-in can be checked with it as well."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stocktake.errors import ReadError
from stocktake.model import Block, BlockKind, Document
from stocktake.readers.base import Reader
from stocktake.settings import Limits

SMALL = Limits(file_bytes=2_000_000, unpacked_bytes=8_000_000, text_chars=1_000_000, pages=200)


@dataclass(frozen=True, slots=True)
class Sample:
    """A small file that the reader reads, and some words that must be in its text."""

    name: str
    data: bytes
    words: tuple[str, ...]


def check_reader(reader: Reader, sample: Sample) -> None:
    """The reader knows its own, reads it twice alike, and gives a sound Document."""
    assert reader.sniff(sample.data, sample.name)
    document = reader.read(sample.data, sample.name, SMALL)
    assert document == reader.read(sample.data, sample.name, SMALL)
    assert not [word for word in sample.words if word not in document.text]
    check_document(document)


def check_document(document: Document) -> None:
    """Offsets, pages and edits of a document are sound, whatever it was read from."""
    assert document.blocks
    check_blocks(document.text, document.blocks)
    check_edits(document)
    assert list(document.page_starts) == sorted(document.page_starts)
    assert all(0 <= start <= len(document.text) for start in document.page_starts)
    assert document.page_starts[:1] in [(), (0,)]


def check_blocks(text: str, blocks: Sequence[Block]) -> None:
    """Blocks are in order, within the text, apart, and hold all of it but white space."""
    position = 0
    for block in blocks:
        assert position <= block.start < block.end <= len(text)
        assert not text[position : block.start].strip()
        check_block(text, block)
        position = block.end
    assert not text[position:].strip()


def check_block(text: str, block: Block) -> None:
    """A block is tidy, begins with its number, and a cell knows its place."""
    words = text[block.start : block.end]
    assert words == " ".join(words.split())
    assert words.startswith(block.number or "")
    assert (block.kind is BlockKind.CELL) == (block.table is not None)
    assert (block.table is None) == (block.row is None) == (block.column is None)
    if block.mark:
        assert 0 <= block.mark[0] <= block.mark[1] <= len(text)


def check_edits(document: Document) -> None:
    """Edits are in order, apart, within the text, and none of them changes nothing."""
    position = 0
    for edit in document.edits:
        assert position <= edit.start <= edit.end <= len(document.text)
        assert document.text[edit.start : edit.end] != edit.raw
        position = edit.end


def check_mutations(reader: Reader, samples: Sequence[Sample], count: int) -> None:
    """Of *count* damaged files each gives a sound Document or an error of ours, nothing else."""
    for name, data in mutations(samples, count):
        result = attempt(reader, name, data)
        if isinstance(result, Document):
            check_document(result)
        else:
            assert result.remedy
            assert result.place == name


def attempt(reader: Reader, name: str, data: bytes) -> Document | ReadError:
    """What the reader makes of a file: a Document, or the error that it raises."""
    try:
        return reader.read(data, name, SMALL)
    except ReadError as error:
        return error


def mutations(samples: Sequence[Sample], count: int) -> Iterator[tuple[str, bytes]]:
    """*count* damaged files; for a reader that must run apart, use them as check_mutations does."""
    for number in range(count):
        sample = samples[number % len(samples)]
        yield sample.name, mutated(sample.data, number)


def mutated(data: bytes, seed: int) -> bytes:
    """*data* with one to eight seeded injuries: bytes changed, cut out, doubled, put in."""
    chance = random.Random(seed)
    hurt = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 3, 8])):
        _injure(hurt, chance)
    return bytes(hurt)


def _injure(hurt: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(hurt) + 1)
    end = min(len(hurt), start + chance.choice([1, 1, 2, 8, 64, 1000]))
    match chance.randrange(6):
        case 0:
            del hurt[start:end]
        case 1:
            hurt[start:end] = chance.randbytes(end - start)
        case 2:
            hurt[start:start] = hurt[start:end] * chance.choice([1, 2, 50])
        case 3:
            hurt[start:start] = chance.choice(SPLINTERS)
        case 4:
            del hurt[start:]
        case _:
            hurt[start:end] = bytes(end - start)


SPLINTERS = [
    b"\xff\xfe",
    b"\x00",
    b"<",
    b"&#xD800;",
    b"&#0;",
    b"]]>",
    b"<!--",
    b"|" * 20,
    b"> " * 30,
    b"\x0c",
    b"[^1]: ",
    b"\xed\xa0\x80",
    b"<table>" * 20,
    b"9" * 400,
    b"```\n",
    "\u202e\ufb01\u00ad".encode(),
]
