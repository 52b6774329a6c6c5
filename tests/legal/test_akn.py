from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from stocktake.errors import LimitError, ReadError
from stocktake.legal import Version, akn_read, akn_write, of_document, parse_draft
from stocktake.legal.akn_names import AKN, akn
from stocktake.model import Block, BlockKind, Document
from stocktake.settings import Limits
from tests.legal.test_parsing import PIECES, RESOLUTION

DRAFTS = ["23-oct-2015.md", "4-dec-2015.md", "9-dec-2015.md"]
BOMB = (
    "<!DOCTYPE a ["
    + "".join(f"<!ENTITY b{n + 1} '{f'&b{n};' * 10}'>" for n in range(9))
    + "<!ENTITY b0 'boom'>]><a c='&b9;'>&b9;</a>"
).encode()


@pytest.fixture(scope="session")
def schema(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    """The standard's schema, with the one it imports from beside it."""
    folder = shared / "data" / "akn"
    text = (folder / "akomantoso30.xsd").read_text(encoding="utf-8")
    here = tmp_path_factory.mktemp("akn")
    (here / "xml.xsd").write_bytes((folder / "xml.xsd").read_bytes())
    at = text.index("schemaLocation=") + len('schemaLocation="')
    (here / "akn.xsd").write_text(text[:at] + "xml.xsd" + text[text.index('"', at) :], "utf-8")
    return etree.XMLSchema(etree.parse(here / "akn.xsd"))


@given(PIECES)
def test_what_is_written_is_read_back_without_loss(pieces: list[str]) -> None:
    draft = parse_draft("".join(pieces))
    assert akn_read.read(akn_write.write(draft)) == draft


def test_notes_that_stand_within_the_text_of_a_document_come_back(
    schema: etree.XMLSchema,
) -> None:
    text = "Article 1\n\n1. Keep ports.\n\n1 A note.\n\n2. Report."
    ends = [place for place in range(len(text)) if text.startswith("\n\n", place)] + [len(text)]
    starts = [0, *(place + 2 for place in ends[:-1])]
    kinds = [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.PARAGRAPH]
    blocks = tuple(map(Block, kinds, starts, ends))
    draft = of_document(Document("d", "i", text, blocks))
    data = akn_write.write(draft)
    schema.assertValid(etree.fromstring(data))
    assert akn_read.read(data) == draft


@pytest.mark.parametrize("name", DRAFTS)
def test_a_real_draft_comes_back_without_loss(shared: Path, name: str) -> None:
    text = (shared / "data" / "paris_drafts" / name).read_text(encoding="utf-8")
    draft = parse_draft(text)
    assert akn_read.read(akn_write.write(draft)) == draft


@pytest.mark.parametrize("name", DRAFTS)
def test_a_real_draft_is_valid_by_the_schema(
    shared: Path, schema: etree.XMLSchema, name: str
) -> None:
    text = (shared / "data" / "paris_drafts" / name).read_text(encoding="utf-8")
    schema.assertValid(etree.fromstring(akn_write.write(parse_draft(text))))


@given(PIECES)
def test_whatever_is_written_is_valid_by_the_schema(
    schema: etree.XMLSchema, pieces: list[str]
) -> None:
    schema.assertValid(etree.fromstring(akn_write.write(parse_draft("".join(pieces)))))


def test_a_resolution_has_a_preamble_with_recitals(schema: etree.XMLSchema) -> None:
    root = etree.fromstring(akn_write.write(parse_draft(RESOLUTION)))
    schema.assertValid(root)
    assert len(root.findall(f".//{akn('preamble')}/{akn('recitals')}/{akn('recital')}")) == 2


def test_brackets_are_milestones_with_those_behind_them() -> None:
    root = etree.fromstring(akn_write.write(parse_draft(RESOLUTION)))
    names = [item.get("name") for item in root.iter(akn("marker"))]
    assert names.count("bracketStart") == names.count("bracketEnd") == 4


def test_a_footnote_is_a_note_of_the_standard_to_which_its_mark_leads() -> None:
    root = etree.fromstring(akn_write.write(parse_draft("1. Ports[^1] open.\n\n[^1]: All.")))
    note = root.find(f".//{akn('hcontainer')}[@eId='fn_1']//{akn('authorialNote')}")
    assert [item.get("href") for item in root.iter(akn("noteRef"))] == ["#fn_1"]
    assert note is not None
    assert "".join(note.itertext()) == "All."


@pytest.mark.parametrize("label", ["\x01", "%1;", "a\tb", "\ud800"])
def test_labels_that_xml_cannot_hold_come_back_too(label: str) -> None:
    draft = parse_draft(f"1. Ports[^{label}] open.\n\n[^{label}]: All of [Freedonia\x02: them].")
    assert akn_read.read(akn_write.write(draft)) == draft


def test_a_file_that_was_edited_since_is_read_by_its_structure() -> None:
    data = akn_write.write(parse_draft("Article 1\n\n1. Ports [open].\n"))
    draft = akn_read.read(data.replace(b"Ports ", b"All quays and ports "))
    assert [item.id for item in draft.provisions] == ["art_1", "art_1__para_1"]
    assert draft.text == "Article 1\n1.\nAll quays and ports [open]."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'st:kind="article"', b'st:kind="boat"'),
        (b'eId="art_1__para_1"', b'eId="art_1"'),
        (b'st:heading="0 ', b'st:heading="x '),
        (b"</p>", b'<inline name="character" st:code="ffffffff"/></p>'),
    ],
)
def test_a_forged_mark_of_ours_is_not_believed(old: bytes, new: bytes) -> None:
    data = akn_write.write(parse_draft("Article 1 **Ports**\n\n1. Ports open.\n"))
    assert "Ports open." in akn_read.read(data.replace(old, new)).text


@given(st.integers(0, 5000), st.integers(0, 30), st.binary(max_size=6))
def test_a_damaged_file_is_read_or_refused(start: int, length: int, words: bytes) -> None:
    data = akn_write.write(parse_draft(RESOLUTION))
    with suppress(ReadError):
        assert akn_read.read(data[:start] + words + data[start + length :]).text is not None


def test_marks_of_markdown_are_told_apart_from_a_number() -> None:
    root = etree.fromstring(akn_write.write(parse_draft("## Article 1\n\n1. Open")))
    num = root.find(f".//{akn('num')}")
    assert num is not None
    assert [(item.text, item.tail) for item in num] == [("## ", "Article 1")]


def test_the_title_is_told_as_such() -> None:
    root = etree.fromstring(akn_write.write(parse_draft("# On ports\n\nArticle 1\n\n1. Open")))
    assert [item.text for item in root.iter(akn("docTitle"))] == ["On ports"]


def test_names_follow_the_naming_convention() -> None:
    version = Version("Harbour Compact", "2030-05-02", "fr", "Bureau", "Rev. 1", "2030-01-01")
    root = etree.fromstring(akn_write.write(parse_draft("1. Ports"), version))
    names = [item.get("value") for item in root.iter(akn("FRBRthis"))]
    work = "/akn/un/statement/draft/bureau/2030-01-01/harbour-compact"
    text = f"{work}/fra@2030-05-02"
    assert names == [f"{work}/!main", f"{text}/!main", f"{text}/!main.xml"]


@pytest.mark.parametrize(
    "data",
    [
        b"no xml",
        b"",
        b"<html/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        f'<akomaNtoso xmlns="{AKN}"/>'.encode(),
        b'<!DOCTYPE a SYSTEM "http://harbour.example/b.dtd"><a/>',
        f'<!DOCTYPE akomaNtoso><akomaNtoso xmlns="{AKN}"><act/></akomaNtoso>'.encode(),
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode("utf-16"),
        BOMB,
        b"<a>" * 5000,
    ],
)
def test_what_is_no_such_document_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        akn_read.read(data)


@pytest.mark.parametrize(
    ("data", "limits"),
    [(b"<a/>" * 100, Limits(file_bytes=100)), (b"<a>" * 9000 + b"</a>" * 9000, Limits())],
)
def test_what_goes_over_a_limit_is_refused(data: bytes, limits: Limits) -> None:
    with pytest.raises(LimitError):
        akn_read.read(data, limits=limits)
