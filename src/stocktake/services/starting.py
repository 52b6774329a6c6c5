"""A new workspace."""

from __future__ import annotations

from pathlib import Path

from stocktake.services import process_file, process_templates, workspace
from stocktake.services.workspace import Workspace

LEXICON_NOTE = """\
Files here are laid over those that come with stocktake: an entry with the same id replaces
theirs, any other is added. For example:

actors/organisations.csv   id,name,kind,aliases,adjectives
                           org:harbour-watch,Harbour Watch,civil society,HW,
schemes/ours.toml          a scheme of your own, named in process.toml

Run "stocktake build" after a change.
"""


def init(
    folder: Path,
    title: str | None = None,
    process: Path | None = None,
    template: str | None = None,
    url: str | None = None,
) -> Workspace:
    """Make a workspace in *folder*, with the process.toml *process* or a commented new one for the
    kind of process that *template* names (compact, consultation, review). Its records are at *url*,
    or in the folder.

    UsageError if it is a workspace already or there is no such template, SettingsError if *process*
    cannot be followed.
    """
    if process is not None:
        process_file.load(process)
        content = process.read_text(encoding="utf-8-sig")
    else:
        name = folder.absolute().name
        called = title or name.replace("-", " ").replace("_", " ").strip()
        content = process_templates.template(called, template)
    return workspace.make(folder, content, url, LEXICON_NOTE)
