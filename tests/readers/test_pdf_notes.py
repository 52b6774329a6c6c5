from __future__ import annotations

from stocktake.model import BlockKind, Document
from tests.readers.pdf_drawing import Text, blocks, column, paged, pdf, read, sentence


def _marked(y: float, mark: str) -> list[Text]:
    """A line with a raised mark behind its third word."""
    return [
        Text("The delegations agreed", 60, y),
        Text(mark, 152.5, y - 4, 6),
        Text("and went home early.", 160, y),
    ]


def _note(y: float, mark: str, words: str) -> list[Text]:
    return [Text(mark, 60, y - 3, 5), Text(words, 66, y, 8)]


def _notes(document: Document) -> list[str]:
    return [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind is BlockKind.FOOTNOTE
    ]


ONE = pdf([*column([sentence(1)], y=60), *_marked(200, "1"), *_note(780, "1", "See the report.")])


def test_a_note_at_the_foot_is_tied_to_its_mark() -> None:
    document = read(ONE)
    (note,) = [block for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert note.number == "1"
    assert note.mark
    assert document.text[: note.mark[0]].endswith("The delegations agreed")


def test_the_mark_does_not_stay_glued_to_its_word() -> None:
    document = read(ONE)
    assert "delegations agreed and went" in document.text
    assert "delegations agreed1" in document.raw_text()


def test_several_notes_are_told_apart_by_their_numbers() -> None:
    texts = [*column([sentence(1), sentence(2)], y=60), *_marked(200, "1"), *_marked(230, "2")]
    notes = [
        *_note(760, "1", "See one."),
        *_note(772, "2", "See two, which"),
        Text("is long.", 60, 784, 8),
    ]
    assert _notes(read(pdf([*texts, *notes]))) == ["1 See one.", "2 See two, which is long."]


def test_a_star_marks_a_note_as_well() -> None:
    texts = [*column([sentence(1)], y=60), *_marked(200, "*"), Text("* As corrected.", 60, 780, 8)]
    assert _notes(read(pdf(texts))) == ["* As corrected."]


def test_a_note_between_the_parts_of_a_paragraph_stays_on_its_page() -> None:
    pages = paged([sentence(number, 120) for number in range(9)], bottom=700)
    pages[0] += [*_marked(80, "1"), *_note(780, "1", "See the report.")]
    document = read(pdf(*pages))
    (note,) = [block for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert document.page_at(note.start) == 1
    assert sentence(5, 120) in blocks(document)


def test_a_raised_number_without_a_note_stays() -> None:
    texts = [*column([sentence(1)], y=60), *_marked(200, "2")]
    assert "agreed2" in read(pdf(texts)).text


def test_marks_that_count_up_are_taken_out_though_their_notes_are_elsewhere() -> None:
    texts = [text for n in range(4) for text in _marked(100 + 40 * n, str(n + 5))]
    assert "agreed5" not in read(pdf(texts)).text


def test_small_print_that_begins_without_a_mark_is_text() -> None:
    texts = [*column([sentence(1)], y=60), Text("Printed on paper.", 60, 780, 8)]
    assert not _notes(read(pdf(texts)))
