"""Parts of other packages, made on the spot: what an entry point needs, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

CRASHING_EXTRACTOR = """
class Crashing:
    name, version = "crashing", "1"
    def extract(self, document, input_, lexicon):
        raise RuntimeError("out of order")
        yield

part = Crashing()
"""
INVENTING_EXTRACTOR = """
from stocktake.model import Act, Candidate, Prose, Quote, Stance, StatementActor

class Inventing:
    name, version = "inventing", "1"
    def extract(self, document, input_, lexicon):
        yield Candidate(
            Quote("Utopia demands silence."), Quote("silence"), Quote("demands"),
            ((StatementActor("XUT", "Utopia"), Quote("Utopia")),),
            Act.REQUESTS, Stance.SUPPORTS, Prose.REPORT, "invention", 1.0)

part = Inventing()
"""
SINGING_EXTRACTOR = """
from stocktake.model import Candidate, Prose, Quote, Stance

class Singing:
    name, version = "singing", "1"
    def extract(self, document, input_, lexicon):
        yield Candidate(
            Quote("publish a list"), Quote("a list"), Quote("publish"),
            (), "sings", Stance.SUPPORTS, Prose.REPORT, "song", 1.0)

part = Singing()
"""
CRASHING_READER = """
class Crashing:
    name, version, media_types = "crashing", "1", ("text/x-crash",)
    def sniff(self, data, name):
        return name.endswith(".crash")
    def read(self, data, name, limits):
        raise RuntimeError("out of order")

part = Crashing()
"""


def install(patch: pytest.MonkeyPatch, folder: Path, group: str, code: str) -> None:
    """Make *code*, which defines ``part``, known under the entry point *group*, for this test."""
    module = "plugin_" + group.rpartition(".")[2]
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[{group}]\nplugged-in = {module}:part\n")
    patch.syspath_prepend(folder)
    patch.delitem(sys.modules, module, raising=False)
