"""Write the inputs of the bundled example from their sources in tools/demo, byte for byte the same.

Run ``python tools/make_demo.py`` after a change in tools/demo; it needs reportlab (a development
dependency). Every input names its source and says that it is a paraphrase where an actor speaks.
"""

from __future__ import annotations

import csv
import html
import io
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from docx import Document as Docx
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tools" / "demo"
TARGET = ROOT / "src" / "stocktake" / "demo"
COLUMNS = (
    "path",
    "title",
    "actor",
    "date",
    "meeting",
    "session",
    "kind",
    "language",
    "confidentiality",
)
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a source: its kind (h1, h2, p, ul, ol, table) and its lines."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source file: what its head says, and its blocks."""

    name: str
    head: dict[str, str]
    blocks: tuple[Block, ...]


def main(target: Path = TARGET) -> None:
    inputs = target / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    for old in inputs.iterdir():
        old.unlink()
    sources = [read_source(path) for path in sorted(SOURCES.glob("*.md"))]
    for source in sources:
        (inputs / file_name(source)).write_bytes(WRITERS[source.head["format"]](source))
    write_manifest(sources, target)


def read_source(path: Path) -> Source:
    _, head, body = path.read_text(encoding="utf-8").split("+++\n")
    values = tomllib.loads(head)
    blocks = (*parse_blocks(body), Block("p", (f"Source: {values['source']}.",)))
    return Source(path.stem, values, blocks)


def parse_blocks(body: str) -> Iterator[Block]:
    for chunk in body.strip().split("\n\n"):
        for kind, lines in groupby(chunk.splitlines(), key=line_kind):
            yield Block(kind, tuple(strip_marker(kind, line) for line in lines))


def line_kind(line: str) -> str:
    marks = {"# ": "h1", "## ": "h2", "- ": "ul", "|": "table"}
    found = next((kind for mark, kind in marks.items() if line.startswith(mark)), None)
    return found or ("ol" if line.split(". ", maxsplit=1)[0].isdecimal() else "p")


def strip_marker(kind: str, line: str) -> str:
    return line if kind in {"p", "table"} else line.split(" ", 1)[1]


def rows(block: Block) -> list[list[str]]:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.lines]
    return [row for row in cells if not set("".join(row)) <= {"-"}]


def file_name(source: Source) -> str:
    return f"{source.name}.{source.head['format']}"


def write_manifest(sources: list[Source], target: Path) -> None:
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n", restval="")
    table.writeheader()
    for source in sources:
        row = {name: source.head[name] for name in ("title", "actor", "date", "meeting", "kind")}
        row["session"] = source.head.get("session", "")
        table.writerow(row | {"path": f"inputs/{file_name(source)}", "language": "en"})
    (target / "manifest.csv").write_text(text.getvalue(), encoding="utf-8")


def as_txt(source: Source) -> bytes:
    return ("\n\n".join(txt_block(block) for block in source.blocks) + "\n").encode()


def txt_block(block: Block) -> str:
    match block.kind:
        case "ol":
            return "\n".join(f"{n}. {line}" for n, line in enumerate(block.lines, 1))
        case "ul":
            return "\n".join(f"- {line}" for line in block.lines)
        case "table":
            return "\n".join("\t".join(row) for row in rows(block))
    return " ".join(block.lines)


def as_html(source: Source) -> bytes:
    body = "\n".join(html_block(block) for block in source.blocks)
    title = html.escape(source.head["title"])
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title>'
        f"</head>\n<body>\n<nav><a href='#'>Home</a> <a href='#'>Documents</a></nav>\n<main>\n"
        f"{body}\n</main>\n<footer>Bundled example of stocktake</footer>\n</body>\n</html>\n"
    ).encode()


def html_block(block: Block) -> str:
    if block.kind == "table":
        head, *body = rows(block)
        lines = [html_row(head, "th"), *(html_row(row, "td") for row in body)]
        return "<table>\n" + "\n".join(lines) + "\n</table>"
    if block.kind in {"ul", "ol"}:
        items = "\n".join(f"<li>{html.escape(line)}</li>" for line in block.lines)
        return f"<{block.kind}>\n{items}\n</{block.kind}>"
    return f"<{block.kind}>{html.escape(' '.join(block.lines))}</{block.kind}>"


def html_row(row: list[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row) + "</tr>"


def as_docx(source: Source) -> bytes:
    document = Docx()
    document.core_properties.created = document.core_properties.modified = datetime(2018, 12, 31)
    document.core_properties.title = source.head["title"]
    document.core_properties.author = "stocktake"
    for block in source.blocks:
        add_docx_block(document, block)
    packed = io.BytesIO()
    document.save(packed)
    return with_fixed_times(packed.getvalue())


def add_docx_block(document: Docx, block: Block) -> None:
    styles = {"ul": "List Bullet", "ol": "List Number", "h1": "Heading 1", "h2": "Heading 2"}
    if block.kind == "table":
        cells = rows(block)
        table = document.add_table(len(cells), len(cells[0]), style="Table Grid")
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        return
    lines = block.lines if block.kind in {"ul", "ol"} else (" ".join(block.lines),)
    for line in lines:
        document.add_paragraph(line, style=styles.get(block.kind))


def with_fixed_times(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return target.getvalue()


def as_pdf(source: Source) -> bytes:
    target = io.BytesIO()
    document = SimpleDocTemplate(target, title=source.head["title"], invariant=1)
    story: list[object] = []
    for block in source.blocks:
        story += [*pdf_block(block), Spacer(1, 8)]
    document.build(story)
    return target.getvalue()


def pdf_block(block: Block) -> list[object]:
    styles = getSampleStyleSheet()
    names = {"h1": "Heading1", "h2": "Heading2"}
    if block.kind == "table":
        return [Table(rows(block), style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))]
    if block.kind in {"ul", "ol"}:
        marks = [f"{n}." if block.kind == "ol" else "•" for n in range(1, len(block.lines) + 1)]
        lines = [f"{mark} {line}" for mark, line in zip(marks, block.lines, strict=True)]
    else:
        lines = [" ".join(block.lines)]
    style = styles[names.get(block.kind, "BodyText")]
    return [Paragraph(html.escape(line), style) for line in lines]


WRITERS: dict[str, Callable[[Source], bytes]] = {
    "txt": as_txt,
    "html": as_html,
    "docx": as_docx,
    "pdf": as_pdf,
}

if __name__ == "__main__":
    main()
