"""A workspace in which every place that can hold text holds a script, in every format."""

from __future__ import annotations

import html
import io
from pathlib import Path

import docx
from reportlab.pdfgen import canvas

from stocktake.services import adding, building, drafts
from stocktake.services.workspace import Workspace
from tests import world

RUN = "window.pwned=1"
SCRIPT = f"<script>{RUN}</script>"
IMAGE = f'"><img src=x onerror={RUN}>'
ATTRIBUTE = f"' autofocus onfocus={RUN} x='"
DRAWING = f"</title></textarea><svg onload={RUN}>"
ALL = (SCRIPT, IMAGE, ATTRIBUTE, DRAWING)
STATES = f"""\
id,name,official,region,aliases,adjectives
XFR,Freedonia{SCRIPT},,"WEOG<script>{RUN}</script>",Freedonia,Freedonian
XRU,Ruritania,,"Group<img src=x onerror={RUN}>",,Ruritanian
"""
MEMBERSHIPS = f"""\
group_id,member_id,since,until,source
group:coastal,XFR,2001-01-01,,{SCRIPT}
"""
PROCESS = f"""\
title = "Compact {SCRIPT}"
mandate = '{IMAGE}'
expected = ["XFR", "XRU"]

[[phases]]
title = '{DRAWING}'
period = "2031-03/2031-05"

[[meetings]]
id = "first"
title = 'Consultation {IMAGE}'
kind = "consultation"
place = 'Strelsau {SCRIPT}'
period = "2031-03-04/2031-03-05"
phase = '{DRAWING}'

[[meetings.sessions]]
id = "opening"
title = '{ATTRIBUTE.replace("'", "")}{SCRIPT}'
format = "opening"
"""
ASKS = tuple(f"Freedonia urges States to remove {one} from every harbour." for one in ALL)
MANIFEST = """\
path,title,actor,date,meeting,kind,language
"""


def make(folder: Path) -> Workspace:
    """The workspace, with a stock and a draft."""
    workspace = world.make_workspace(folder / "workspace")
    workspace.process_file.write_text(PROCESS, encoding="utf-8")
    actors = workspace.lexicon / "actors"
    (actors / "states.csv").write_text(STATES, encoding="utf-8")
    (actors / "memberships.csv").write_text(MEMBERSHIPS, encoding="utf-8")
    inputs = folder / "inputs"
    inputs.mkdir()
    for name, body in files().items():
        (inputs / name).write_bytes(body)
    (inputs / "manifest.csv").write_text(manifest(), encoding="utf-8")
    adding.add(workspace, [inputs])
    draft = folder / "draft.md"
    draft.write_text(f"# Compact {SCRIPT}\n\n1. States [{IMAGE}][should] {SCRIPT}.\n", "utf-8")
    drafts.add(workspace, draft, drafts.About(label="draft"))
    building.build(workspace, 1)
    return workspace


def files() -> dict[str, bytes]:
    """The same hostile statement in every format, under hostile names."""
    return {
        "<img src=x onerror=window.pwned=1>.txt": _text().encode(),
        "'autofocus onfocus=window.pwned=1 '.md": f"# {SCRIPT}\n\n{_text()}".encode(),
        "page.html": _page().encode(),
        "letter.docx": _letter(),
        "print.pdf": _print(),
    }


def manifest() -> str:
    """What is told of the files; each field is hostile where it may be."""
    quoted = [one.replace('"', '""') for one in ALL]
    rows = (
        f'{name},"Title {quoted[0]} {quoted[1]}",XFR,2031-03-04,first,statement,en'
        for name in ("page.html", "letter.docx", "print.pdf")
    )
    return MANIFEST + "\n".join(rows) + "\n"


def _text() -> str:
    return "\n\n".join(["Statement by Freedonia", "4 March 2031", *ASKS])


def _page() -> str:
    told = "".join(f"<p>{html.escape(ask)}</p>" for ask in ASKS)
    link = f'<a href="javascript:{RUN}">We urge States to open harbours.</a>'
    return (
        f"<html><head><title>{html.escape(DRAWING)}</title>{SCRIPT}</head>"
        f"<body onload={RUN}><main><h1>Statement by Freedonia</h1>{told}<p>{link}</p>"
        f"<svg onload={RUN}></svg></main></body></html>"
    )


def _letter() -> bytes:
    made = docx.Document()
    made.core_properties.title = SCRIPT
    made.core_properties.author = IMAGE
    made.add_heading(f"Statement by Freedonia {DRAWING}")
    for ask in ASKS:
        made.add_paragraph(ask)
    made.add_table(1, 1).rows[0].cells[0].text = ASKS[0]
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


def _print() -> bytes:
    packed = io.BytesIO()
    drawn = canvas.Canvas(packed, invariant=1)
    drawn.setTitle(SCRIPT)
    drawn.setAuthor(IMAGE)
    for number, line in enumerate(("Statement by Freedonia", "", *ASKS)):
        drawn.drawString(40, 780 - 18 * number, line)
    drawn.save()
    return packed.getvalue()
