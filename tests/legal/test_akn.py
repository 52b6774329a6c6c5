from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from stocktake.errors import ReadError
from stocktake.legal import akn_read, akn_write, parse_draft
from stocktake.legal.akn_names import AKN, akn
from stocktake.model import ProvisionKind
from tests.legal.test_parsing import PIECES, RESOLUTION

DRAFTS = ["23-oct-2015.md", "4-dec-2015.md", "9-dec-2015.md"]
FOREIGN = f"""<akomaNtoso xmlns="{AKN}"><act name="act"><meta/><body>
  <article eId="art_1"><num>Article 1</num><heading>Ports</heading>
    <paragraph eId="art_1__para_1"><num>1.</num>
      <content><p>Ports  are [open].</p></content></paragraph>
    <paragraph><num>2.</num><content><p>Quays are dry.</p></content></paragraph>
  </article></body></act></akomaNtoso>"""


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


def test_the_file_of_another_writer_is_read_by_its_structure() -> None:
    draft = akn_read.read(FOREIGN.encode())
    assert [(item.id, item.label) for item in draft.provisions] == [
        ("art_1", "1"),
        ("art_1__para_1", "1"),
        ("paragraph", "2"),
    ]
    assert draft.text == "Article 1\nPorts\n1.\nPorts are [open].\n2.\nQuays are dry."
    assert draft.brackets[0].provision_id == "art_1__para_1"


def test_provisions_of_another_writer_lie_within_one_another() -> None:
    article, first, _ = akn_read.read(FOREIGN.encode()).provisions
    assert article.kind is ProvisionKind.ARTICLE
    assert article.start < first.start < first.end < article.end


@pytest.mark.parametrize(
    "data",
    [
        b"no xml",
        b"",
        b"<html/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        f'<akomaNtoso xmlns="{AKN}"/>'.encode(),
        b"<a>" * 5000,
    ],
)
def test_what_is_no_such_document_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        akn_read.read(data)
