"""Every exporter that comes with the package passes the contract."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import ClassVar

import pytest

from stocktake.errors import UsageError
from stocktake.exporters import EXPORTERS, Exporter, ExportError, export
from stocktake.exporters.base import export_with
from stocktake.model import Report
from tests.conftest import ROOT
from tests.exporters import contract, samples

every_exporter = pytest.mark.parametrize("exporter", [part for _, part in EXPORTERS])


@every_exporter
def test_the_same_report_gives_the_same_bytes(exporter: Exporter) -> None:
    contract.check_same_bytes(exporter)


@every_exporter
def test_no_word_of_a_report_is_lost(exporter: Exporter) -> None:
    contract.check_keeps_every_word(exporter, samples.invented())


@every_exporter
def test_no_hostile_word_is_lost_or_breaks_anything(exporter: Exporter) -> None:
    contract.check_keeps_every_word(exporter, samples.hostile())


@every_exporter
def test_a_report_of_nothing_can_be_written(exporter: Exporter) -> None:
    contract.check_survives_nothing(exporter)


class Crashing:
    """An exporter of another package that fails."""

    suffix: ClassVar[str] = ".x"
    media_type: ClassVar[str] = "text/plain"

    def export(self, report: Report) -> bytes:
        raise KeyError(report.title)


def test_an_exporter_that_crashes_is_named() -> None:
    with pytest.raises(ExportError, match="exporter 'theirs' failed: KeyError"):
        export_with(Crashing().export, "theirs", samples.EMPTY)


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="Known: docx, html, json, md, pdf"):
        export(samples.EMPTY, "ppt")


_DIGESTS = """
import hashlib
from stocktake.exporters import EXPORTERS
from tests.exporters import samples
report = samples.invented()
for name, part in EXPORTERS:
    print(name, hashlib.sha256(part.export(report)).hexdigest())
"""


def test_the_bytes_do_not_depend_on_the_order_of_sets() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _DIGESTS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
