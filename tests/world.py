"""A tiny invented world: its States, a process among them, and what they handed in."""

from __future__ import annotations

import zipfile
from pathlib import Path

from stocktake.services import starting
from stocktake.services.workspace import Workspace

STATES = """\
id,name,official,region,aliases,adjectives
XFR,Freedonia,Republic of Freedonia,WEOG,,Freedonian
XRU,Ruritania,Kingdom of Ruritania,Eastern European Group,,Ruritanian
XSY,Sylvania,Republic of Sylvania,Asia-Pacific Group,,Sylvanian
XGR,Grand Fenwick,Duchy of Grand Fenwick,WEOG,Fenwick,
"""
ORGANISATIONS = """\
id,name,kind,aliases,adjectives
org:harbour-watch,Harbour Watch,civil_society,,
group:coastal,Coastal Group,group,,
"""
MEMBERSHIPS = """\
group_id,member_id,since,until,source
group:coastal,XFR,2001-01-01,,invented
group:coastal,XSY,2001-01-01,,invented
"""
PROCESS = """\
title = "Compact on harbours"
mandate = "H/RES/1/1"
expected = ["Freedonia", "Ruritania", "Sylvania", "Grand Fenwick"]

[[phases]]
title = "Consultations"
period = "2031-03/2031-05"

[[meetings]]
id = "first"
title = "First consultation"
kind = "consultation"
place = "Strelsau"
period = "2031-03-04/2031-03-05"
phase = "Consultations"
"""
INPUTS = {
    "freedonia.txt": (
        "Statement by Freedonia\n\n"
        "4 March 2031\n\n"
        "We call on all States to protect migrant children in every harbour.\n\n"
        "Freedonia supports the global compact for migration. "
        "We urge States to collect better data on migration."
    ),
    "ruritania.txt": (
        "Statement by Ruritania\n\n"
        "5 March 2031\n\n"
        "Ruritania opposes the global compact for migration. "
        "We call on all States to protect migrant children in every harbour."
    ),
    "report.md": (
        "# Summary of the first consultation\n\n"
        "Freedonia, supported by Sylvania, urged States to collect better data on migration. "
        "Ruritania opposed the proposal by Freedonia for a common register.\n\n"
        "- Sylvania welcomed the work of Harbour Watch.\n"
    ),
    "harbour-watch.html": (
        "<html><head><title>Recommendations of Harbour Watch</title></head><body><main>"
        "<h1>Recommendations of Harbour Watch</h1>"
        "<p>Governments should end the detention of children in harbours.</p>"
        "<p>Governments should provide legal aid to every migrant who arrives.</p>"
        "</main></body></html>"
    ),
    "sub/sylvania.txt": (
        "Statement by Sylvania on behalf of the Coastal Group\n\n"
        "4 March 2031\n\n"
        "The Coastal Group supports regular pathways for workers. "
        "We request the secretariat to publish a list of all harbours."
    ),
    "sub/news.txt": (
        "Strelsau, 6 March 2031 - The first consultation met from 4-5 March 2031 in Strelsau. "
        "Sylvania said that it \u201cwould not sign a text without funds for small harbours\u201d."
    ),
    "empty.txt": "",
}
MANIFEST = """\
path,title,actor,date,meeting,kind,language,confidentiality
freedonia.txt,Statement of Freedonia,Freedonia,2031-03-04,first,statement,en,
ruritania.txt,Statement of Ruritania,XRU,2031-03-05,first,statement,en,
report.md,Summary of the first consultation,,2031-03-05,first,summary,en,
harbour-watch.html,,Harbour Watch,2031-03,,recommendations,en,public
"""


def write_lexicon(folder: Path) -> None:
    """The invented actors, as a workspace's lexicon."""
    actors = folder / "actors"
    actors.mkdir(parents=True, exist_ok=True)
    (actors / "states.csv").write_text(STATES, encoding="utf-8")
    (actors / "organisations.csv").write_text(ORGANISATIONS, encoding="utf-8")
    (actors / "memberships.csv").write_text(MEMBERSHIPS, encoding="utf-8")


def write_inputs(folder: Path, *, manifest: bool = True) -> Path:
    """The inputs, with a manifest beside them."""
    for name, text in INPUTS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if manifest:
        (folder / "manifest.csv").write_text(MANIFEST, encoding="utf-8")
    return folder


def write_archive(path: Path, members: dict[str, str]) -> Path:
    """A zip archive that holds *members*."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def make_workspace(folder: Path, url: str | None = None) -> Workspace:
    """A workspace that knows the invented world and holds no input yet; its records at *url*."""
    process = folder.parent / f"{folder.name}-process.toml"
    process.parent.mkdir(parents=True, exist_ok=True)
    process.write_text(PROCESS, encoding="utf-8")
    workspace = starting.init(folder, process=process, url=url)
    write_lexicon(workspace.lexicon)
    return workspace
