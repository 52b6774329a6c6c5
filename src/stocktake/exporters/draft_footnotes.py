"""Footnotes of a Word document, which python-docx cannot write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from stocktake.exporters.ooxml import Element, Look, make, paragraph, qn, run

_RAISED = Look(raised=True)
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


@dataclass(slots=True)
class Footnotes:
    """Collects footnotes in the order of their marks; the first mark of each leads to it."""

    made: list[Element] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)

    def mark(self, label: str, paragraphs: Sequence[Sequence[Element]]) -> Element:
        """The mark of the footnote called *label*, whose paragraphs hold these runs.

        Word counts footnotes itself, in the order of their marks; only a label that is no number
        is kept. A mark that leads to a footnote once more is no more than raised.
        """
        if label in self.written:
            return run(self.written[label], _RAISED)
        id_ = str(len(self.made) + 1)
        self.written[label] = id_ if label.isdigit() else label
        own = "" if label.isdigit() else label
        self.made.append(_note(id_, own, paragraphs))
        reference = make("w:footnoteReference", id=id_)
        if own:
            reference.set(qn("w:customMarkFollows"), "1")
        return _raised(reference, own)

    def attach(self, document_part: Any) -> None:
        """Add the footnotes to a document; nothing where there are none."""
        if not self.made:
            return
        root = make("w:footnotes", *(_separator(*told) for told in _SEPARATORS), *self.made)
        data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        name = PackURI("/word/footnotes.xml")
        part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, data, document_part.package)
        document_part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(id_: str, label: str, paragraphs: Sequence[Sequence[Element]]) -> Element:
    mark = run(label, _RAISED) if label else _raised(make("w:footnoteRef"))
    first, *others = paragraphs or [[]]
    return make(
        "w:footnote",
        paragraph("FootnoteText", mark, run(" "), *first),
        *(paragraph("FootnoteText", *runs) for runs in others),
        id=id_,
    )


def _raised(element: Element, words: str = "") -> Element:
    """A run with this element, and *words* behind it, raised."""
    made = run(words, _RAISED)
    if not words:
        made.remove(made[-1])
    made.insert(1, element)
    return made


def _separator(id_: str, kind: str) -> Element:
    return make("w:footnote", make("w:p", make("w:r", make(f"w:{kind}"))), id=id_, type=kind)
